import { verifyChain } from "#modules/audit/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({ GET: endpoint({ permission: "audit.read", handler: async () => answer(200, await verifyChain()) }) });
export const loader = route.loader;
export const action = route.action;
