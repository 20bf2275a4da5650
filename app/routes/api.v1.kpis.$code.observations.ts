import { z } from "zod";
import { askedOverApi } from "#composition/asked-over-api.server.ts";
import { pointsJson } from "#composition/kpis-api.server.ts";
import { feedKpi } from "#modules/kpis/public.server.ts";
import { observationsBody } from "#modules/kpis/schemas.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const query = z.strictObject({ ...pageQuery, department: z.string().max(64).optional(), site: z.string().max(64).optional() });

const route = api({
  GET: endpoint({
    permission: "kpis.read",
    query,
    handler: async ({ actor, param, query: { limit, cursor, department, site } }) => {
      const before = cursor?.[0];
      const points = (await pointsJson(actor, param("code"), { department: department ?? null, site: site ?? null })).filter(({ periodStart }) => typeof before !== "string" || periodStart < before);
      return answer(200, pageOf(points.slice(0, limit + 1), limit, (point) => point, ({ periodStart }) => [periodStart]));
    },
  }),
  POST: endpoint({
    permission: "kpis.feed",
    idempotent: true,
    body: observationsBody,
    handler: async ({ actor, param, body, remember }) => {
      const asked = askedOverApi(actor);
      const fed = await feedKpi(param("code"), body.observations, asked, { dryRun: false, reason: body.reason ?? null, remember: async (tx, report) => remember?.(tx, { status: 200, body: report }) });
      return answer(200, fed);
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
