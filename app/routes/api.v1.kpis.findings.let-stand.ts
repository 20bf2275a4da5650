import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { letStand } from "#modules/kpis/public.server.ts";
import { letStandBody } from "#modules/kpis/scorecards/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "kpis.design",
    idempotent: true,
    body: letStandBody,
    handler: async ({ actor, body: { key, ...why }, remember }) => {
      await letStand(key, why, askedOverApi(actor), (tx) => remember?.(tx, { status: 200, body: { key } }));
      return answer(200, { key });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
