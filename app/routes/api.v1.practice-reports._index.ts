import { postReport } from "#composition/learning-api.server.ts";
import { practiceBody } from "#modules/learning/api-schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({ permission: "learning.take", idempotent: true, body: practiceBody, handler: async ({ actor, body, remember }) => answer(201, await postReport(actor, body, remember)) }),
});
export const loader = route.loader;
export const action = route.action;
