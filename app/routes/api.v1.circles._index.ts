import { z } from "zod";
import { systemClock } from "#kernel/clock.ts";
import { circleList } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({
    permission: "circles.read",
    query: z.strictObject({ when: z.enum(["coming", "past"]).default("coming") }),
    handler: async ({ actor, query: { when } }) => answer(200, { items: await circleList(actor, when, systemClock.now()), nextCursor: null }),
  }),
});
export const loader = route.loader;
export const action = route.action;
