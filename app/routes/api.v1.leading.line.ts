import { lineJson } from "#composition/leading-api.server.ts";
import { leaderQuery } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "leading.read", query: leaderQuery, handler: async ({ actingFor, query: { month } }) => answer(200, await lineJson(await actingFor(null), month)) }),
});
export const loader = route.loader;
export const action = route.action;
