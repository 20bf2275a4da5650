import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { recognitionCard } from "#modules/recognition/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "recognitions.read",
    handler: async ({ actor, param }) => {
      const card = await recognitionCard(actor, param("id"), evidenceSources);
      if (card === null) throw notFound();
      return answer(200, card);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
