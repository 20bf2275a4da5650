import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { pulseJson } from "#composition/pulses-api.server.ts";
import { closePulse } from "#modules/pulse/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "pulses.design",
    handler: async ({ actor, param }) => {
      await closePulse(param("id"), askedOverApi(actor));
      return answer(200, await pulseJson(actor, param("id")));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
