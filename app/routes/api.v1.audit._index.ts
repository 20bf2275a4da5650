import { z } from "zod";
import { listEvents } from "#modules/audit/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { encodeCursor, pageQuery } from "#platform/http/paging.ts";

const query = z.strictObject({
  ...pageQuery,
  after: z
    .string()
    .regex(/^\d{1,15}$/, "integer_format")
    .optional(),
});

const route = api({
  GET: endpoint({
    permission: "audit.read",
    query,
    handler: async ({ query: { limit, cursor, after } }) => {
      const from = cursor === null ? (after === undefined ? null : Number(after)) : Number(cursor[0]) || 0;
      const { items, nextCursor } = await listEvents({}, { limit, cursor: from, order: "oldest" });
      return answer(200, { items, nextCursor: nextCursor === null ? null : encodeCursor([nextCursor]) });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
