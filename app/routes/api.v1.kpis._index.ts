import { z } from "zod";
import { kpisJson } from "#composition/kpis-api.server.ts";
import { LENSES } from "#modules/kpis/definition.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const query = z.strictObject({ ...pageQuery, lens: z.enum(LENSES).optional(), department: z.string().max(64).optional(), show: z.enum(["draft", "retired"]).optional() });

const route = api({
  GET: endpoint({
    permission: "kpis.read",
    query,
    handler: async ({ actor, query: { limit, cursor, ...filter } }) => {
      const after = typeof cursor?.[0] === "string" ? cursor[0] : "";
      const rows = (await kpisJson(actor, filter)).filter(({ code }) => code > after);
      return answer(200, pageOf(rows.slice(0, limit + 1), limit, (row) => row, ({ code }) => [code]));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
