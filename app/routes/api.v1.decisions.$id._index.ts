import { decisionDetailJson } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "decisions.read",
    handler: async ({ actor, param, locale }) => {
      const decision = await decisionDetailJson(actor, param("id"), locale);
      if (decision === null) throw notFound();
      return answer(200, decision);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
