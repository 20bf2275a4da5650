import dmn from "@hbtgmbh/dmn-eval-js";
import { conditionsOf, flatFacts } from "./facts.mjs";

const FACTS = ["gesture", "role", "reason", "channel", "tier", "lifetimeValue", "days", "level"];

/** One DMN decision table with hit policy FIRST. */
export function build() {
  return {
    /** @param {import("./settle.mjs").FlatRule[]} rules */
    async index(rules) {
      const cell = (condition) => {
        if (condition === undefined) return "-";
        if ("among" in condition) return condition.among.map((code) => `"${code}"`).join(", ");
        return "least" in condition ? `&gt;= ${condition.least}` : `&lt; ${condition.below}`;
      };
      const rows = rules.map((rule, at) => {
        const byFact = new Map(conditionsOf(rule).map((condition) => [condition.fact, condition]));
        const inputs = FACTS.map((fact) => `<inputEntry id="i${at}_${fact}"><text>${cell(byFact.get(fact))}</text></inputEntry>`).join("");
        return `<rule id="r${at}">${inputs}<outputEntry id="o${at}"><text>${at}</text></outputEntry></rule>`;
      });
      const inputs = FACTS.map((fact) => `<input id="in_${fact}"><inputExpression id="e_${fact}" typeRef="string"><text>${fact}</text></inputExpression></input>`).join("");
      const decisions = await dmn.decisionTable.parseDmnXml(
        `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="d" name="d" namespace="n"><decision id="decide" name="decide">` +
          `<decisionTable id="t" hitPolicy="FIRST">${inputs}<output id="out" name="at" typeRef="integer" />${rows.join("")}</decisionTable></decision></definitions>`,
      );
      return (request, facts) => dmn.decisionTable.evaluateDecision("decide", decisions, flatFacts(request, facts))?.at ?? -1;
    },
  };
}
