import { cycleJson } from "#composition/leading-writes-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "leading.watch", handler: async ({ param }) => answer(200, await cycleJson(param("id"))) }),
});
export const loader = route.loader;
export const action = route.action;
