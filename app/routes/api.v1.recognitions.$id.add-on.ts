import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { addOnBody } from "#modules/recognition/api-schemas.ts";
import { addOn } from "#modules/recognition/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "recognitions.give",
    idempotent: true,
    body: addOnBody,
    handler: async ({ actor, param, body, remember }) => {
      const id = param("id");
      await addOn(id, body.message ?? null, askedOverApi(actor), (tx) => remember?.(tx, { status: 200, body: { id } }));
      return answer(200, { id });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
