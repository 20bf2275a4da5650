import { overturnBody } from "#modules/empowerment/api-schemas.ts";
import { overturnDecisionOf } from "#composition/decision-outcome.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "decisions.overturn",
    idempotent: true,
    body: overturnBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await overturnDecisionOf(actor, param("id"), body, { remember: async (tx, made) => remember?.(tx, { status: 200, body: made }) })),
  }),
});
export const loader = route.loader;
export const action = route.action;
