import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { raisedThreshold, raiseThreshold } from "#modules/pulse/public.server.ts";
import { thresholdFields } from "#modules/pulse/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "pulses.read", handler: async () => answer(200, { k: await raisedThreshold() }) }),
  PUT: endpoint({
    permission: "pulses.raise",
    body: thresholdFields,
    handler: async ({ actor, body: { k } }) => {
      await raiseThreshold(k, askedOverApi(actor));
      return answer(200, { k });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
