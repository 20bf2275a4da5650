import { loggedOneJson } from "#composition/leading-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "leading.read", handler: async ({ actor, param }) => answer(200, await loggedOneJson(actor, param("id"))) }),
});
export const loader = route.loader;
export const action = route.action;
