import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { appeal } from "#modules/kpis/public.server.ts";
import { appealBody } from "#modules/kpis/scorecards/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "scorecards.appeal",
    idempotent: true,
    body: appealBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(201, await appeal(param("id"), body, askedOverApi(actor), (tx, id) => remember?.(tx, { status: 201, body: { id } }))),
  }),
});
export const loader = route.loader;
export const action = route.action;
