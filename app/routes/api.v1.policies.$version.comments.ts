import { z } from "zod";
import { versionOf } from "#composition/decisions-api.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { commentBody } from "#modules/empowerment/publishing/api-schemas.ts";
import { commentPolicy, commentsJson } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "policies.read",
    query: z.strictObject(pageQuery),
    handler: async ({ actor, param, query: { limit, cursor } }) => {
      const [at, id] = cursor ?? [];
      const before = at === undefined ? null : ([new Date(Number(at)), String(id ?? "")] as const);
      const items = await commentsJson(actor, versionOf(param("version")), systemClock.now(), { before, limit: limit + 1 });
      if (items === null) throw notFound();
      return answer(200, pageOf(items, limit, (item) => item, (item) => [Date.parse(item.at), item.id]));
    },
  }),
  POST: endpoint({
    permission: "policies.comment",
    idempotent: true,
    body: commentBody,
    handler: async ({ actor, param, body, remember }) => {
      const version = versionOf(param("version"));
      const location = `/api/v1/policies/${version}/comments`;
      return answer(201, await commentPolicy(actor, version, body, { remember: async (tx, made) => remember?.(tx, { status: 201, body: made, location }) }), { location });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
