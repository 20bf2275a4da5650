import { pulseJson } from "#composition/pulses-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "pulses.read", handler: async ({ actor, param }) => answer(200, await pulseJson(actor, param("id"))) }),
});
export const loader = route.loader;
export const action = route.action;
