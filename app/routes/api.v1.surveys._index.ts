import { surveysJson } from "#modules/listening/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({ GET: endpoint({ permission: "surveys.read", handler: async () => answer(200, { items: await surveysJson(), nextCursor: null }) }) });
export const loader = route.loader;
export const action = route.action;
