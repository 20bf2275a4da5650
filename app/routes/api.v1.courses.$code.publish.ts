import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { publishBody } from "#modules/learning/authoring/api-schemas.ts";
import { publishCourse } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "courses.edit",
    idempotent: true,
    body: publishBody,
    handler: async ({ actor, param, body, remember }) =>
      answer(200, await publishCourse(param("code"), { revision: null, note: body.note ?? null }, askedOverApi(actor), async (tx, published) => remember?.(tx, { status: 200, body: published }))),
  }),
});
export const loader = route.loader;
export const action = route.action;
