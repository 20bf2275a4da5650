import { personOnly } from "#composition/decisions-api.server.ts";
import { noteBody } from "#modules/empowerment/api-schemas.ts";
import { returnDecision } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "approvals.answer",
    idempotent: true,
    body: noteBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await returnDecision(personOnly(actor), param("id"), body, { remember: async (tx, made) => remember?.(tx, { status: 200, body: made }) })),
  }),
});
export const loader = route.loader;
export const action = route.action;
