import { systemClock } from "#kernel/clock.ts";
import { askBody } from "#modules/care/api-schemas.ts";
import { askForCare, ownCare } from "#modules/care/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "care.ask", handler: async ({ actor }) => answer(200, await ownCare({ actor, source: "api", now: systemClock.now() })) }),
  POST: endpoint({
    permission: "care.ask",
    body: askBody,
    handler: async ({ actor, body }) => answer(200, await askForCare(body.word ?? null, { actor, source: "api", now: systemClock.now() })),
  }),
});
export const loader = route.loader;
export const action = route.action;
