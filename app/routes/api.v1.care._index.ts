import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { askBody } from "#modules/care/api-schemas.ts";
import { askForCare, ownCare } from "#modules/care/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "care.ask", handler: async ({ actor }) => answer(200, await ownCare(askedOverApi(actor))) }),
  POST: endpoint({
    permission: "care.ask",
    body: askBody,
    handler: async ({ actor, body }) => answer(200, await askForCare(body.word ?? null, askedOverApi(actor))),
  }),
});
export const loader = route.loader;
export const action = route.action;
