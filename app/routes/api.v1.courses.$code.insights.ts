import { learningFacts } from "#composition/learning-effect.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { courseInsights } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "learning.insights",
    handler: async ({ param }) => {
      const found = await courseInsights(param("code"), learningFacts, systemClock.now());
      if (found === null) throw notFound();
      return answer(200, found);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
