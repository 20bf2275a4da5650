import jsonLogic from "json-logic-js";
import { flatFacts, ifThenElse } from "./facts.mjs";

/** One `if` with a branch a rule, in deciding order; it gives the position of the first that holds. */
export function build() {
  return {
    /** @param {import("./settle.mjs").FlatRule[]} rules */
    index(rules) {
      const logic = ifThenElse(rules);
      return (request, facts) => jsonLogic.apply(logic, flatFacts(request, facts));
    },
  };
}
