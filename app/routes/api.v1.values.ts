import { listValues } from "#modules/people/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({ permission: "values.read", handler: async () => answer(200, { items: await listValues(), nextCursor: null }) }),
});
export const loader = route.loader;
export const action = route.action;
