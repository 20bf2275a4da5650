import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { checkInBody } from "#modules/care/api-schemas.ts";
import { checkIn } from "#modules/care/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "care.answer",
    body: checkInBody,
    handler: async ({ actor, param, body }) => {
      const id = param("id");
      await checkIn(id, body.how, askedOverApi(actor));
      return answer(200, { id });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
