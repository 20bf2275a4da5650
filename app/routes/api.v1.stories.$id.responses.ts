import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { responseBody } from "#modules/stories/api-schemas.ts";
import { answerStory } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "stories.tell",
    idempotent: true,
    body: responseBody,
    handler: async ({ actor, param, body, remember }) => {
      const id = param("id");
      await answerStory(id, body.text, askedOverApi(actor), (tx) => remember?.(tx, { status: 200, body: { id } }));
      return answer(200, { id });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
