import { reviewJson } from "#composition/leading-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "leading.read", handler: async ({ actingFor, param }) => answer(200, await reviewJson(await actingFor(null), param("id"))) }),
});
export const loader = route.loader;
export const action = route.action;
