import { feedbackItemJson } from "#modules/listening/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "feedback.read",
    handler: async ({ actor, param }) => {
      const item = await feedbackItemJson(actor, param("id"));
      if (item === null) throw notFound();
      return answer(200, item);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
