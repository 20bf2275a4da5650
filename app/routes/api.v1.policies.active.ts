import { systemClock } from "#kernel/clock.ts";
import { activePolicy } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "policies.read",
    handler: async ({ actor }) => {
      const policy = await activePolicy(actor, systemClock.now());
      if (policy === null) throw notFound();
      return answer(200, policy);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
