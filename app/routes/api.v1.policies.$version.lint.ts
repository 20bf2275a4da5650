import { versionOf } from "#composition/decisions-api.server.ts";
import { lintPolicyVersion } from "#modules/empowerment/public.server.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";

const route = api({
  POST: endpoint({
    permission: "policies.read-drafts",
    handler: async ({ actor, param, locale }) => {
      const findings = await lintPolicyVersion(actor, versionOf(param("version")), locale);
      return answer(200, {
        findings: findings.map(({ key, code, severity, rules, budgets, message, fix, facts }) => ({ key, code, severity, rules: rules.map((rule) => rule.code), budgets, message, fix, witness: facts })),
      });
    },
  }),
});
export const loader = route.loader;
export const action = route.action;
