import { personOnly } from "#composition/decisions-api.server.ts";
import { declineBody } from "#modules/empowerment/api-schemas.ts";
import { declineDecision } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "approvals.answer",
    idempotent: true,
    body: declineBody,
    handler: async ({ actor, param, body, remember, locale }) =>
      answer(200, await declineDecision(personOnly(actor), param("id"), { ...body, locale }, { remember: async (tx, made) => remember?.(tx, { status: 200, body: made }) })),
  }),
});
export const loader = route.loader;
export const action = route.action;
