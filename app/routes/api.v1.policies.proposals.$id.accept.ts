import { acceptAsChange } from "#composition/accept-proposal.server.ts";
import { noteBody } from "#modules/empowerment/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "policies.edit",
    idempotent: true,
    body: noteBody,
    handler: async ({ actor, param, body, remember, t, locale }) =>
      answer(200, await acceptAsChange(actor, param("id"), body, { t, locale, source: "api", remember: async (tx, made) => remember?.(tx, { status: 200, body: made }) })),
  }),
});
export const loader = route.loader;
export const action = route.action;
