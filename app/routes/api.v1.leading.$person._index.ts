import { leaderJson } from "#composition/leading-api.server.ts";
import { leaderQuery } from "#modules/reviews/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "leading.read", query: leaderQuery, handler: async ({ actingFor, param, query: { month } }) => answer(200, await leaderJson(await actingFor(null), param("person"), month)) }),
});
export const loader = route.loader;
export const action = route.action;
