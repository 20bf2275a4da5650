import { z } from "zod";
import { LIFE_PARTS } from "#modules/empowerment/insights/api-schemas.ts";
import { lifeJson } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { periodQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "insights.read",
    query: (timeZone) => z.strictObject({ ...periodQuery(timeZone), part: z.enum(LIFE_PARTS).optional() }),
    handler: async ({ actor, query }) => answer(200, await lifeJson(actor, query)),
  }),
});
export const loader = route.loader;
export const action = route.action;
