import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { learntBody } from "#modules/stories/api-schemas.ts";
import { writeLearnt } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "circles.join",
    body: learntBody,
    handler: async ({ actor, param, body }) => {
      const id = param("id");
      await writeLearnt(id, body.learnt, askedOverApi(actor));
      return answer(200, { id });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
