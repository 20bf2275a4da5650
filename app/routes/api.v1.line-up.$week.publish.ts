import { postPublished } from "#composition/circles-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "line-up.choose", handler: async ({ actor, param }) => answer(200, await postPublished(actor, param("week"))) }),
});
export const loader = route.loader;
export const action = route.action;
