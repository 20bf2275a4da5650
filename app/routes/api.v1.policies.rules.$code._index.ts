import { z } from "zod";
import { rulePage } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { periodQuery } from "#platform/http/paging.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "policies.read",
    query: (timeZone) => z.strictObject(periodQuery(timeZone)),
    handler: async ({ actor, param, query }) => {
      const rule = await rulePage(actor, param("code"), query);
      if (rule === null) throw notFound();
      return answer(200, rule);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
