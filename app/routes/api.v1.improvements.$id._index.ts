import { improvementJson } from "#composition/improvements-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "improvements.read", handler: async ({ actor, param }) => answer(200, await improvementJson(actor, param("id"))) }),
});
export const loader = route.loader;
export const action = route.action;
