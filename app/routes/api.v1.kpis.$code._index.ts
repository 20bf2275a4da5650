import { kpiJson } from "#composition/kpis-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "kpis.read", handler: async ({ actor, param }) => answer(200, await kpiJson(actor, param("code"))) }),
});
export const loader = route.loader;
export const action = route.action;
