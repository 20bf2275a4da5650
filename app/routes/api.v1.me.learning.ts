import { ownLearning } from "#composition/learning-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "learning.read", handler: async ({ actor }) => answer(200, await ownLearning(actor)) }),
});
export const loader = route.loader;
export const action = route.action;
