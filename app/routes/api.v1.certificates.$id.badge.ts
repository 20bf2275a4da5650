import { badgeJson } from "#composition/learning-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "learning.read", handler: async ({ actor, param }) => answer(200, await badgeJson(actor, param("id"))) }),
});
export const loader = route.loader;
export const action = route.action;
