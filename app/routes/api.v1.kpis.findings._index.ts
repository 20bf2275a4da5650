import { z } from "zod";
import { findingsJson } from "#composition/kpi-reviews-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "kpis.lint",
    query: z.strictObject(pageQuery),
    handler: async ({ query: { limit, cursor } }) => {
      const rows = await findingsJson();
      const from = cursor === null ? 0 : rows.findIndex(({ key }) => key === cursor[0]) + 1;
      return answer(200, pageOf(rows.slice(from, from + limit + 1), limit, (row) => row, ({ key }) => [key]));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
