import { personOnly } from "#composition/decisions-api.server.ts";
import { approveBody } from "#modules/empowerment/api-schemas.ts";
import { approveDecision } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "approvals.answer",
    idempotent: true,
    body: approveBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await approveDecision(personOnly(actor), param("id"), body, { remember: async (tx, made) => remember?.(tx, { status: 200, body: made }) })),
  }),
});
export const loader = route.loader;
export const action = route.action;
