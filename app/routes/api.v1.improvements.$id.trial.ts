import { actedOn } from "#composition/improvements-api.server.ts";
import { trialBody } from "#modules/improvements/api-schemas.ts";
import { beginTrial } from "#modules/improvements/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "improvements.answer",
    idempotent: true,
    body: trialBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await actedOn(actor, param("id"), remember, (asked, kept) => beginTrial(param("id"), { from: body.from ?? null, note: body.note ?? null }, asked, kept))),
  }),
});
export const loader = route.loader;
export const action = route.action;
