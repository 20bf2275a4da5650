import { actedOn } from "#composition/improvements-api.server.ts";
import { records } from "#composition/improvements.server.ts";
import { verifyBody } from "#modules/improvements/api-schemas.ts";
import { verifyImprovement } from "#modules/improvements/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "improvements.answer",
    idempotent: true,
    body: verifyBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await actedOn(actor, param("id"), remember, (asked, kept) => verifyImprovement(param("id"), body.note ?? null, asked, records, kept))),
  }),
});
export const loader = route.loader;
export const action = route.action;
