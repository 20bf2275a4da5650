import { z } from "zod";
import { reportedAbout } from "#composition/improvements.server.ts";
import { askedByPerson, improvementJson, improvementsJson } from "#composition/improvements-api.server.ts";
import { STATES } from "#modules/improvements/public.ts";
import { reportImprovement, VIEWS } from "#modules/improvements/public.server.ts";
import { KINDS, reportBody, reportFields } from "#modules/improvements/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";
import { parseInput } from "#platform/http/zod-faults.ts";

const query = z.strictObject({
  ...pageQuery,
  view: z.enum(VIEWS).optional(),
  kind: z.enum(KINDS).optional(),
  state: z.enum(STATES).optional(),
  department: z.string().max(64).optional(),
  overdue: z.literal("true").optional().transform((text) => text === "true" || undefined),
});

const route = api({
  GET: endpoint({
    permission: "improvements.read",
    query,
    handler: async ({ actor, query: { limit, cursor, ...filter } }) => {
      const rows = await improvementsJson(actor, filter, { limit: limit + 1, cursor });
      return answer(200, pageOf(rows, limit, (row) => row, ({ reportedAt, id }) => [Date.parse(reportedAt), id]));
    },
  }),
  POST: endpoint({
    permission: "improvements.report",
    idempotent: true,
    body: reportBody,
    handler: async ({ actor, body, remember }) => {
      const asked = askedByPerson(actor);
      const fields = parseInput(reportFields, { procedure: null, rule: null, decision: null, feedback: null, touchpoint: null, department: null, ...body });
      const about = await reportedAbout(asked.actor, fields);
      const made = await reportImprovement(fields, about, asked, (tx, { id, number }) => remember?.(tx, { status: 201, body: { id, number, state: "reported" }, location: `/api/v1/improvements/${id}` }));
      return answer(201, { ...made, state: (await improvementJson(asked.actor, made.id)).state }, { location: `/api/v1/improvements/${made.id}` });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
