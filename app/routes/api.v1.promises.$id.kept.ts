import { closePromiseOf } from "#composition/close-promise.server.ts";
import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { closingBody } from "#modules/customers/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "customers.write",
    idempotent: true,
    body: closingBody,
    handler: async ({ actor, param, body, remember }) => {
      const asked = askedOverApi(actor);
      const view = { id: param("id"), state: "kept", closedAt: asked.now.toISOString(), note: body.note ?? null };
      await closePromiseOf(view.id, "kept", view.note, asked, (tx) => remember?.(tx, { status: 200, body: view }));
      return answer(200, view);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
