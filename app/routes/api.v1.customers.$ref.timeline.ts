import { z } from "zod";
import { timelineJson } from "#composition/customer-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { encodeCursor, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "customers.look-up",
    query: z.strictObject(pageQuery),
    handler: async ({ param, query: { limit, cursor }, ...reader }) => {
      const place = Number(cursor?.[0] ?? 0);
      const offset = Number.isSafeInteger(place) && place > 0 ? place : 0;
      const { items, more } = await timelineJson(param("ref"), { limit, offset }, reader);
      return answer(200, { items, nextCursor: more ? encodeCursor([offset + limit]) : null });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
