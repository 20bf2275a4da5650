import { z } from "zod";
import { visibleThread } from "#composition/thread-api.server.ts";
import { THREAD_KINDS } from "#modules/thread/public.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({
    permission: "decisions.read",
    query: z.strictObject({ kind: z.enum(THREAD_KINDS), id: z.string().min(1).max(200) }),
    handler: async ({ actor, query: { kind, id } }) => answer(200, { items: await visibleThread(actor, kind, id), nextCursor: null }),
  }),
});
export const loader = route.loader;
export const action = route.action;
