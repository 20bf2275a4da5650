import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { reasonFields } from "#modules/learning/public.ts";
import { retireCourse } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "courses.edit",
    idempotent: true,
    body: reasonFields,
    handler: async ({ actor, param, body, remember }) => answer(200, await retireCourse(param("code"), body.reason, askedOverApi(actor), (tx, retired) => remember?.(tx, { status: 200, body: retired }))),
  }),
});
export const loader = route.loader;
export const action = route.action;
