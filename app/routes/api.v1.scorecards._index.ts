import { z } from "zod";
import { sheetsJson } from "#composition/kpi-reviews-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "scorecards.read",
    query: z.strictObject({ ...pageQuery, period: z.string().max(64).optional() }),
    handler: async ({ actingFor, query: { limit, cursor, period } }) => {
      const rows = await sheetsJson(await actingFor(null), period);
      const from = cursor === null ? 0 : rows.findIndex(({ id }) => id === cursor[0]) + 1;
      return answer(200, pageOf(rows.slice(from, from + limit + 1), limit, (row) => row, ({ id }) => [id]));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
