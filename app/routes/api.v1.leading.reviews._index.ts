import { z } from "zod";
import { reviewsJson } from "#composition/leading-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "leading.read",
    query: z.strictObject(pageQuery),
    handler: async ({ actingFor, query: { limit, cursor } }) => {
      const rows = await reviewsJson(await actingFor(null));
      const from = cursor === null ? 0 : rows.findIndex(({ id }) => id === cursor[0]) + 1;
      return answer(200, pageOf(rows.slice(from, from + limit + 1), limit, (row) => row, ({ id }) => [id]));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
