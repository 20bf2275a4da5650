import { reviewBody } from "#modules/empowerment/insights/api-schemas.ts";
import { reviewRule } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "policies.review-rule",
    idempotent: true,
    body: reviewBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(201, await reviewRule(actor, param("code"), body, { remember: async (tx, reviewed) => remember?.(tx, { status: 201, body: reviewed }) })),
  }),
});
export const loader = route.loader;
export const action = route.action;
