import { whoWeAre } from "#modules/reviews/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({ GET: endpoint({ permission: "who-we-are.read", handler: async () => answer(200, await whoWeAre()) }) });
export const loader = route.loader;
export const action = route.action;
