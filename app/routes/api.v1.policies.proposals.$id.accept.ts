import { noteBody } from "#modules/empowerment/api-schemas.ts";
import { acceptProposal } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "policies.edit",
    idempotent: true,
    body: noteBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await acceptProposal(actor, param("id"), body, { remember: async (tx, made) => remember?.(tx, { status: 200, body: made }) })),
  }),
});
export const loader = route.loader;
export const action = route.action;
