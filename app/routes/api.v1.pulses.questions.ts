import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { addQuestion } from "#modules/pulse/public.server.ts";
import { questionFields } from "#modules/pulse/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "pulses.design",
    body: questionFields,
    handler: async ({ actor, body }) => {
      await addQuestion(body, askedOverApi(actor));
      return answer(201, { code: body.code });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
