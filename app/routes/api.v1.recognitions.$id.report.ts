import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { reportBody } from "#modules/recognition/api-schemas.ts";
import { reportRecognition } from "#modules/recognition/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "recognitions.give",
    idempotent: true,
    body: reportBody,
    handler: async ({ actor, param, body: { reason, words }, remember }) =>
      answer(201, await reportRecognition(param("id"), { reason, words: words ?? null }, askedOverApi(actor), (tx, id) => remember?.(tx, { status: 201, body: { id } }))),
  }),
});
export const loader = route.loader;
export const action = route.action;
