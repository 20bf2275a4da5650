import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { decisionOperations } from "./decisions.ts";
import { improvementOperations } from "./improvements.ts";
import { insightOperations } from "./insights.ts";
import { kpiOperations } from "./kpis.ts";
import { careOperations } from "./care.ts";
import { circleOperations } from "./circles.ts";
import { courseOperations } from "./courses.ts";
import { learningOperations } from "./learning.ts";
import { leadingOperations } from "./leading.ts";
import { listeningOperations } from "./listening.server.ts";
import { notificationOperations } from "./notifications.ts";
import { type Operation, problem } from "./operation.ts";
import { peopleOperations } from "./people.server.ts";
import { policyOperations } from "./policies.ts";
import { procedureOperations } from "./procedures.ts";
import { proposalOperations } from "./proposals.ts";
import { pulseOperations } from "./pulses.ts";
import { recognitionOperations } from "./recognition.ts";
import { simulationOperations } from "./simulation.ts";
import { storyOperations } from "./stories.ts";

/** Every operation of the REST interface; the contract test calls each and holds its answer against its schema. */
export const operations: readonly Operation[] = [
  ...decisionOperations, ...policyOperations, ...proposalOperations, ...simulationOperations, ...peopleOperations, ...insightOperations, ...improvementOperations, ...kpiOperations, ...learningOperations, ...listeningOperations,
  ...recognitionOperations, ...notificationOperations, ...procedureOperations, ...pulseOperations, ...storyOperations, ...circleOperations, ...careOperations, ...courseOperations, ...leadingOperations,
];

const REFUSALS: Readonly<Record<number, string>> = {
  401: "No valid token",
  403: "Another role or scope is needed",
  404: "Not there, or not for the caller to know of",
  409: "The state or the verdict has changed",
  412: "If-Match is missing or out of date",
  422: "Invalid input, each fault with its path",
  429: "Too many requests",
  503: "Busy; nothing was done",
};

function headersOf({ idempotent, ifMatch }: Operation) {
  const key = idempotent ? { "Idempotency-Key": z.string().max(255).optional().describe("the same key and body answer the same again") } : {};
  const match = ifMatch ? { "If-Match": z.string().describe('the ETag that was read, as "3"') } : {};
  return { "Accept-Language": z.enum(["vi", "en"]).optional(), ...key, ...match };
}

function routeOf(operation: Operation): RouteConfig {
  const { method, path, id, tag, summary, scope, query, body, bodyOptional, status, answer, media = "application/json", refusals = [] } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const statuses = [401, 403, ...refusals, 422, 429, 503];
  return {
    method,
    path: `/api/v1${path}`,
    operationId: id,
    tags: [tag],
    summary,
    security: [{ token: scope === null ? [] : [scope] }],
    request: {
      headers: z.object(headersOf(operation)),
      ...(names.length > 0 ? { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body: { required: bodyOptional !== true, content: { "application/json": { schema: body } } } }),
    },
    responses: {
      [status]: { description: "Done", content: { [media]: { schema: answer } } },
      ...Object.fromEntries(statuses.map((code) => [code, { description: REFUSALS[code] ?? "", content: { "application/problem+json": { schema: problem } } }])),
    },
  };
}

let made: object | null = null;

/** The OpenAPI 3.1 document of `/api/v1`, made once. */
export function openApiDocument(): object {
  if (made !== null) return made;
  const registry = new OpenAPIRegistry();
  registry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer", description: "A personal or a service token, tam_…; narrowed by scopes" });
  for (const operation of operations) registry.registerPath(routeOf(operation));
  made = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: { title: "Tâm", version: "1", description: "Money is integer minor units with its currency. Errors are RFC 9457 problems with a code. Lists are newest first unless said otherwise." },
  });
  return made;
}
