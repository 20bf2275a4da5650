import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { joinCircle } from "#modules/stories/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "circles.join",
    handler: async ({ actor, param }) => answer(200, { state: await joinCircle(param("id"), askedOverApi(actor)) }),
  }),
});
export const loader = route.loader;
export const action = route.action;
