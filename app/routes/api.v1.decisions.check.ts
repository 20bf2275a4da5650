import { z } from "zod";
import { actorOfBody, serviceOf } from "#composition/decisions-api.server.ts";
import { checkDecision } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "decisions.check",
    onBehalf: true,
    body: z.unknown(),
    handler: async ({ actor, body, actingFor, locale }) => {
      const person = await actingFor(actorOfBody(body));
      return answer(200, await checkDecision(person, body, { locale, ...serviceOf(actor) }));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
