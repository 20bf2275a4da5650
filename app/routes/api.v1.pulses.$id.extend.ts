import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { pulseJson } from "#composition/pulses-api.server.ts";
import { extendPulse } from "#modules/pulse/public.server.ts";
import { extendFields } from "#modules/pulse/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "pulses.design",
    body: extendFields,
    handler: async ({ actor, param, body: { closesOn } }) => {
      await extendPulse(param("id"), closesOn, askedOverApi(actor));
      return answer(200, await pulseJson(actor, param("id")));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
