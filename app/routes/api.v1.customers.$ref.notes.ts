import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { addNote, noteBody } from "#modules/customers/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "customers.write",
    idempotent: true,
    body: noteBody,
    handler: async ({ actor, param, body, remember }) => {
      const asked = askedOverApi(actor);
      const view = (id: string) => ({ id, at: asked.now.toISOString(), text: body.text, isContact: body.isContact ?? true });
      const { id } = await addNote(param("ref"), body, asked, (tx, made) => remember?.(tx, { status: 201, body: view(made) }));
      return answer(201, view(id));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
