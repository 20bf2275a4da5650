import { z } from "zod";
import { DECISION_STATES } from "#modules/empowerment/api-schemas.ts";
import { decisionsJson, recordDecision } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery, periodQuery } from "#platform/http/paging.ts";
import { actorOfBody, serviceOf } from "#composition/decisions-api.server.ts";

const query = (timeZone: string) =>
  z.strictObject({
    ...pageQuery,
    ...periodQuery(timeZone),
    state: z.enum(DECISION_STATES).optional(),
    person: z.string().max(254).optional(),
    rule: z.string().max(64).optional(),
  });

const route = api({
  GET: endpoint({
    permission: "decisions.read",
    query,
    handler: async ({ actor, query: { limit, cursor, ...filter } }) => {
      const rows = await decisionsJson(actor, filter, { limit: limit + 1, below: cursor === null ? null : Number(cursor[0]) || 0 });
      return answer(200, pageOf(rows, limit, ({ json }) => json, ({ sequence }) => [sequence]));
    },
  }),
  POST: endpoint({
    permission: "decisions.record",
    onBehalf: true,
    idempotent: true,
    body: z.unknown(),
    handler: async ({ actor, body, actingFor, remember, locale }) => {
      const person = await actingFor(actorOfBody(body));
      const recorded = await recordDecision(person, body, {
        locale,
        ...serviceOf(actor),
        remember: async (tx, made) => remember?.(tx, { status: 201, body: made, location: `/api/v1/decisions/${made.id}` }),
      });
      return answer(201, recorded, { location: `/api/v1/decisions/${recorded.id}` });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
