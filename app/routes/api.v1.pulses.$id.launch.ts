import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { launchPulse } from "#modules/pulse/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "pulses.design", handler: async ({ actor, param }) => answer(200, await launchPulse(param("id"), askedOverApi(actor))) }),
});
export const loader = route.loader;
export const action = route.action;
