import { storyView } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "stories.read",
    handler: async ({ actor, param }) => {
      const view = await storyView(actor, param("id"));
      if (view === null) throw notFound();
      const { may: _may, hiddenReason: _reason, keptReason: _kept, consent: _consent, ...story } = view;
      return answer(200, story);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
