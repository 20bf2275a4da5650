import { z } from "zod";
import { ROLES } from "#access/roles.ts";
import { personJson, postPerson } from "#composition/people-api.server.ts";
import { listRecords, personBody } from "#modules/people/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const query = z.strictObject({
  ...pageQuery,
  q: z.string().max(200).optional(),
  email: z.string().max(254).optional(),
  site: z.string().max(64).optional(),
  department: z.string().max(64).optional(),
  role: z.enum(ROLES).optional(),
  state: z.enum(["active", "inactive"]).optional(),
});

const route = api({
  GET: endpoint({
    permission: "people.read",
    query,
    handler: async ({ actor, query: { limit, cursor, q, ...filter } }) => {
      const rows = await listRecords(actor, { ...filter, ...(q === undefined ? {} : { text: q }) }, { limit: limit + 1, cursor });
      return answer(200, pageOf(rows, limit, personJson, (row) => [row.createdAt.getTime(), row.id]));
    },
  }),
  POST: endpoint({
    permission: "people.edit",
    idempotent: true,
    body: personBody,
    handler: async ({ actor, body, remember }) => {
      const record = await postPerson(actor, body, remember);
      return answer(201, record, { location: `/api/v1/people/${record.id}` });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
