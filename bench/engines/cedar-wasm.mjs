import cedar from "@cedar-policy/cedar-wasm/nodejs";
import { conditionsOf, flatFacts } from "./facts.mjs";

let sets = 0;

/** A policy a rule, parsed beforehand; Cedar has no order, so the first of the policies it says decided is taken. */
export function build() {
  return {
    /** @param {import("./settle.mjs").FlatRule[]} rules */
    index(rules) {
      const test = (condition) => {
        const fact = `context.${condition.fact}`;
        if ("among" in condition) return condition.among.length === 1 ? `${fact} == "${condition.among[0]}"` : `[${condition.among.map((code) => `"${code}"`).join(", ")}].contains(${fact})`;
        return "least" in condition ? `${fact} >= ${condition.least}` : `${fact} < ${condition.below}`;
      };
      const policies = rules.map((rule, at) => {
        const [, ...rest] = conditionsOf(rule);
        const when = rest.length > 0 ? ` when { ${rest.map(test).join(" && ")} }` : "";
        return [String(at), `${rule.effect === "grant" ? "permit" : "forbid"} (principal, action == Action::"${rule.gesture}", resource)${when};`];
      });
      const preparsedPolicySetId = `set-${sets++}`;
      const parsed = cedar.preparsePolicySet(preparsedPolicySetId, { staticPolicies: Object.fromEntries(policies) });
      if (parsed.type !== "success") throw new Error(parsed.errors.map(({ message }) => message).join("; "));
      return (request, facts) => {
        const { gesture, ...context } = flatFacts(request, facts);
        const answer = cedar.statefulIsAuthorized({
          principal: { type: "Person", id: "p" },
          action: { type: "Action", id: gesture },
          resource: { type: "Case", id: "c" },
          ...{ context, entities: [], preparsedPolicySetId, validateRequest: false },
        });
        if (answer.type !== "success") throw new Error(answer.errors.map(({ message }) => message).join("; "));
        const { reason } = answer.response.diagnostics;
        return reason.length === 0 ? -1 : Math.min(...reason.map(Number));
      };
    },
  };
}
