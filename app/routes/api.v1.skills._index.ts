import { skillRows } from "#modules/learning/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({ GET: endpoint({ permission: "courses.read", handler: async () => answer(200, { items: await skillRows(), nextCursor: null }) }) });
export const loader = route.loader;
export const action = route.action;
