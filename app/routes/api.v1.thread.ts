import { z } from "zod";
import { visibleThread } from "#composition/thread.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { THREAD_KINDS } from "#modules/thread/public.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({
    permission: "thread.read",
    query: z.strictObject({ kind: z.enum(THREAD_KINDS), id: z.string().min(1).max(200) }),
    handler: async ({ actor, query: { kind, id }, t, locale }) => answer(200, { items: await visibleThread(actor, kind, id, { t, locale, at: systemClock.now() }), nextCursor: null }),
  }),
});
export const loader = route.loader;
export const action = route.action;
