import { z } from "zod";
import { authorityJson } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { Refusal } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "authority.read",
    onBehalf: true,
    query: z.strictObject({ actor: z.string().max(254).optional() }),
    handler: async ({ actingFor, query }) => {
      const authority = await authorityJson(await actingFor(query.actor));
      if (authority === null) throw new Refusal("no_policy_in_force");
      return answer(200, authority);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
