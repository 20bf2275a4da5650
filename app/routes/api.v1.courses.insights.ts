import { learningFacts } from "#composition/learning-effect.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { coursesFigures } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "learning.insights", handler: async () => answer(200, { items: await coursesFigures(learningFacts, systemClock.now()), nextCursor: null }) }),
});
export const loader = route.loader;
export const action = route.action;
