import { postAttempt } from "#composition/learning-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "learning.take", idempotent: true, handler: async ({ actor, param, remember }) => answer(201, await postAttempt(actor, param("code"), remember)) }),
});
export const loader = route.loader;
export const action = route.action;
