import { postRewardDecision } from "#composition/kpi-reviews-api.server.ts";
import { decisionBody } from "#modules/kpis/scorecards/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "rewards.approve",
    idempotent: true,
    body: decisionBody,
    handler: async ({ actingFor, param, body, remember }) => answer(200, await postRewardDecision(await actingFor(null), param("id"), body, remember)),
  }),
});
export const loader = route.loader;
export const action = route.action;
