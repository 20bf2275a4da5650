import { z } from "zod";
import { ruleInForce } from "#composition/stories.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { mondayOf } from "#modules/stories/public.ts";
import { lineUpOf } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "line-up.read",
    query: z.strictObject({ week: z.iso.date().optional() }),
    handler: async ({ actor, query: { week }, timeZone }) => {
      const card = await lineUpOf(actor, mondayOf(week ?? localDay(systemClock.now(), timeZone)), ruleInForce);
      if (card === null) throw notFound();
      return answer(200, card);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
