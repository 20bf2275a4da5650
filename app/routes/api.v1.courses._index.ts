import { coursesJson } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "learning.read", handler: async () => answer(200, { items: await coursesJson(), nextCursor: null }) }),
});
export const loader = route.loader;
export const action = route.action;
