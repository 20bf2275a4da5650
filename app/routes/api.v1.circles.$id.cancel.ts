import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { whyBody } from "#modules/stories/api-schemas.ts";
import { cancelCircle } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "circles.join",
    body: whyBody,
    handler: async ({ actor, param, body }) => {
      const id = param("id");
      await cancelCircle(id, body.why, askedOverApi(actor));
      return answer(200, { id });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
