import { actedOn } from "#composition/improvements-api.server.ts";
import { revertImprovement } from "#modules/improvements/public.server.ts";
import { noteFields } from "#modules/improvements/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "improvements.answer",
    idempotent: true,
    body: noteFields,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await actedOn(actor, param("id"), remember, (asked, kept) => revertImprovement(param("id"), body.note, asked, kept))),
  }),
});
export const loader = route.loader;
export const action = route.action;
