import { ZenEngine } from "@gorules/zen-engine";
import { conditionsOf, flatFacts } from "./facts.mjs";

const FACTS = ["gesture", "role", "reason", "channel", "tier", "lifetimeValue", "days", "level"];

/** One decision table with hit policy `first`. */
export function build() {
  const engine = new ZenEngine();
  return {
    /** @param {import("./settle.mjs").FlatRule[]} rules */
    index(rules) {
      const cell = (condition) => {
        if (condition === undefined) return "";
        if ("among" in condition) return condition.among.map((code) => `"${code}"`).join(", ");
        return "least" in condition ? `>= ${condition.least}` : `< ${condition.below}`;
      };
      const rows = rules.map((rule, at) => {
        const byFact = new Map(conditionsOf(rule).map((condition) => [condition.fact, condition]));
        return { _id: `r${at}`, ...Object.fromEntries(FACTS.map((fact) => [fact, cell(byFact.get(fact))])), at: String(at) };
      });
      const table = {
        hitPolicy: "first",
        inputs: FACTS.map((fact) => ({ id: fact, name: fact, field: fact, type: "expression" })),
        outputs: [{ id: "at", name: "at", field: "at", type: "expression" }],
        rules: rows,
      };
      const decision = engine.createDecision({
        nodes: [
          { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
          { id: "table", name: "table", type: "decisionTableNode", position: { x: 0, y: 0 }, content: table },
          { id: "out", name: "out", type: "outputNode", position: { x: 0, y: 0 } },
        ],
        edges: [
          { id: "a", sourceId: "in", targetId: "table", type: "edge" },
          { id: "b", sourceId: "table", targetId: "out", type: "edge" },
        ],
      });
      return async (request, facts) => {
        const { result } = await decision.evaluate(flatFacts(request, facts));
        return result?.at ?? -1;
      };
    },
  };
}
