import { z } from "zod";
import { statementPage } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { encodeCursor, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "learning.statements",
    query: z.strictObject(pageQuery),
    handler: async ({ query: { limit, cursor } }) => {
      const { statements, next } = await statementPage(String(cursor?.[0] ?? ""), limit);
      return answer(200, { items: statements, nextCursor: next === null ? null : encodeCursor([next]) });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
