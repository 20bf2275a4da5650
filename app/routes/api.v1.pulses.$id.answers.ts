import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { answerPulse } from "#modules/pulse/public.server.ts";
import { answerFields } from "#modules/pulse/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

/** No key makes a repeated request answer again: what would be remembered is a person's answers. */
const route = api({
  POST: endpoint({
    permission: "pulses.answer",
    body: answerFields,
    handler: async ({ actor, param, body }) => {
      await answerPulse(param("id"), body.answers, askedOverApi(actor));
      return answer(201, { kept: true });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
