import { z } from "zod";
import { proposalState } from "#modules/empowerment/api-schemas.ts";
import { proposalsJson } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "policies.read-drafts",
    query: z.strictObject({ ...pageQuery, state: proposalState.optional() }),
    handler: async ({ actor, query: { limit, cursor, state } }) => {
      const rows = await proposalsJson(actor, { state, limit: limit + 1, after: cursor });
      return answer(200, pageOf(rows, limit, (row) => row, ({ createdAt, id }) => [Date.parse(createdAt), id]));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
