import { Engine } from "json-rules-engine";
import { conditionsOf, flatFacts } from "./facts.mjs";

/** Priorities in deciding order; the first success stops the run. */
export function build() {
  return {
    /** @param {import("./settle.mjs").FlatRule[]} rules */
    index(rules) {
      const engine = new Engine();
      let decided = -1;
      rules.forEach((rule, at) => {
        const all = conditionsOf(rule).map((condition) => {
          if ("among" in condition) return { fact: condition.fact, operator: "in", value: condition.among };
          return "least" in condition
            ? { fact: condition.fact, operator: "greaterThanInclusive", value: condition.least }
            : { fact: condition.fact, operator: "lessThan", value: condition.below };
        });
        engine.addRule({ conditions: { all }, event: { type: "decided", params: { at } }, priority: rules.length - at });
      });
      engine.on("success", ({ params }) => {
        if (decided < 0) decided = params.at;
        engine.stop();
      });
      return async (request, facts) => {
        decided = -1;
        await engine.run(flatFacts(request, facts));
        return decided;
      };
    },
  };
}
