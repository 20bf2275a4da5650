import { postSignOff } from "#composition/learning-api.server.ts";
import { signOffBody } from "#modules/learning/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "learning.observe", idempotent: true, body: signOffBody, handler: async ({ actor, param, body, remember }) => answer(201, await postSignOff(actor, param("id"), body, remember)) }),
});
export const loader = route.loader;
export const action = route.action;
