import { cancelDecisionOf } from "#composition/decision-outcome.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "decisions.follow-up",
    idempotent: true,
    handler: async ({ actor, param, remember }) =>
      answer(200, await cancelDecisionOf(actor, param("id"), { remember: async (tx, body) => remember?.(tx, { status: 200, body }) })),
  }),
});
export const loader = route.loader;
export const action = route.action;
