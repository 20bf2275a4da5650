import { z } from "zod";
import { systemClock } from "#kernel/clock.ts";
import { createDraft, listPolicies } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { pageOf, pageQuery } from "#platform/http/paging.ts";

const route = api({
  GET: endpoint({
    permission: "policies.read",
    query: z.strictObject(pageQuery),
    handler: async ({ actor, query: { limit, cursor } }) => {
      const rows = await listPolicies(actor, systemClock.now(), { limit: limit + 1, before: cursor === null ? null : Number(cursor[0]) || 0 });
      return answer(200, pageOf(rows, limit, (row) => row, ({ version }) => [version]));
    },
  }),
  POST: endpoint({
    permission: "policies.edit",
    idempotent: true,
    body: z.unknown(),
    handler: async ({ actor, body, remember }) => {
      const view = ({ version, revision }: { version: number; revision: number }) => ({ version, state: "draft", revision });
      const location = (version: number) => `/api/v1/policies/${version}`;
      const saved = await createDraft(actor, body, { remember: async (tx, made) => remember?.(tx, { status: 201, body: view(made), location: location(made.version) }) });
      return answer(201, view(saved), { location: location(saved.version), etag: String(saved.revision) });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
