import { z } from "zod";
import { APPROVAL_STATES } from "#modules/empowerment/api-schemas.ts";
import { approvalsJson } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "approvals.read",
    query: z.strictObject({ ...pageQuery, state: z.enum(APPROVAL_STATES).optional() }),
    handler: async ({ actor, query: { limit, cursor, state } }) => {
      const before = cursor === null ? null : { askedAt: new Date(Number(cursor[0]) || 0), id: String(cursor[1] ?? "") };
      const rows = await approvalsJson(actor, { state: state ?? null }, { limit: limit + 1, before });
      return answer(200, pageOf(rows, limit, ({ json }) => json, ({ askedAt, id }) => [askedAt.getTime(), id]));
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
