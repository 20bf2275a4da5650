import { retirementsJson } from "#composition/courses-api.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({ GET: endpoint({ permission: "learning.insights", handler: async ({ param }) => answer(200, { items: await retirementsJson(param("code")), nextCursor: null }) }) });
export const loader = route.loader;
export const action = route.action;
