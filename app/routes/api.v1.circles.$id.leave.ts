import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { leaveCircle } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "circles.join",
    handler: async ({ actor, param }) => {
      const id = param("id");
      await leaveCircle(id, askedOverApi(actor));
      return answer(200, { id });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
