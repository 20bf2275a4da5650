import { sheetJson } from "#composition/kpi-reviews-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "scorecards.read", handler: async ({ actingFor, param }) => answer(200, await sheetJson(await actingFor(null), param("id"))) }),
});
export const loader = route.loader;
export const action = route.action;
