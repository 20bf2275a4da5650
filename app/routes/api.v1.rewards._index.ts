import { z } from "zod";
import { postReward, rewardsJson } from "#composition/kpi-reviews-api.server.ts";
import { rewardBody } from "#modules/kpis/scorecards/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "rewards.read",
    query: z.strictObject(pageQuery),
    handler: async ({ actingFor, query: { limit, cursor } }) => {
      const rows = await rewardsJson(await actingFor(null), { limit: limit + 1, cursor });
      return answer(200, pageOf(rows, limit, (row) => row, ({ proposedAt, id }) => [Date.parse(proposedAt), id]));
    },
  }),
  POST: endpoint({
    permission: "rewards.propose",
    idempotent: true,
    body: rewardBody,
    handler: async ({ actingFor, body, t, locale, remember }) => answer(201, await postReward(await actingFor(null), body, { t, locale }, remember)),
  }),
});
export const loader = route.loader;
export const action = route.action;
