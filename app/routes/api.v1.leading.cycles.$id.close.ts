import { postClosing } from "#composition/leading-writes-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "leading.cycles", handler: async ({ actingFor, param }) => answer(200, await postClosing(await actingFor(null), param("id"))) }),
});
export const loader = route.loader;
export const action = route.action;
