import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { commentBody } from "#modules/recognition/api-schemas.ts";
import { commentRecognition } from "#modules/recognition/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "recognitions.give",
    idempotent: true,
    body: commentBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(201, await commentRecognition(param("id"), body.text, askedOverApi(actor), (tx, id) => remember?.(tx, { status: 201, body: { id } }))),
  }),
});
export const loader = route.loader;
export const action = route.action;
