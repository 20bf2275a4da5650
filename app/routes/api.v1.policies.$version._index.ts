import { z } from "zod";
import { versionOf } from "#composition/decisions-api.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { policyVersion, saveDraft } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { notFound } from "#platform/http/refusal.ts";

const route = api({
  GET: endpoint({
    permission: "policies.read",
    handler: async ({ actor, param }) => {
      const policy = await policyVersion(actor, versionOf(param("version")), systemClock.now());
      if (policy === null) throw notFound();
      return answer(200, policy, { etag: String(policy.revision) });
    },
  }),
  PUT: endpoint({
    permission: "policies.edit",
    body: z.unknown(),
    handler: async ({ actor, param, body, ifMatch }) => {
      const { version, revision } = await saveDraft(actor, versionOf(param("version")), body, ifMatch());
      return answer(200, { version, state: "draft", revision }, { etag: String(revision) });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
