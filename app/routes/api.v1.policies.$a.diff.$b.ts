import { versionOf } from "#composition/decisions-api.server.ts";
import { diffPolicyVersions } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  GET: endpoint({
    permission: "policies.read-drafts",
    handler: async ({ actor, param }) => answer(200, await diffPolicyVersions(actor, versionOf(param("a")), versionOf(param("b")))),
  }),
});
export const loader = route.loader;
export const action = route.action;
