import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { askAbout } from "#modules/pulse/public.server.ts";
import { aboutBody } from "#modules/pulse/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "pulses.design",
    idempotent: true,
    body: aboutBody,
    handler: async ({ actor, body: { subjects, pulse }, remember }) => answer(201, await askAbout(pulse, subjects, askedOverApi(actor), (tx, ids) => remember?.(tx, { status: 201, body: { ids } }))),
  }),
});
export const loader = route.loader;
export const action = route.action;
