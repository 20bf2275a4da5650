import fc from "fast-check";
import type { Choice, Scenario, ScenarioNode, Text } from "./content.ts";

const text = (word: string): Text => ({ vi: `${word} vi`, en: `${word} en` });
const amount = fc.integer({ min: -60, max: 60 });

/**
 * A scenario whose every node can be reached and leaves: turns in a row, each with a choice onward; further choices go
 * anywhere, back as well.
 */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({ turns: fc.integer({ min: 1, max: 8 }), endings: fc.integer({ min: 1, max: 3 }), jumps: fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { maxLength: 12 }), effects: fc.array(fc.record({ trust: amount, frustration: amount, time: fc.integer({ min: 0, max: 9 }) }, { requiredKeys: [] }), { minLength: 1, maxLength: 10 }), begins: fc.record({ trust: fc.integer({ min: 0, max: 100 }), frustration: fc.integer({ min: 0, max: 100 }), time: fc.integer({ min: 0, max: 20 }) }) })
  .map(({ turns, endings, jumps, effects, begins }) => {
    const names = [...Array.from({ length: turns }, (_, index) => `T${index}`), ...Array.from({ length: endings }, (_, index) => `E${index}`)];
    let used = 0;
    const effect = () => effects[used++ % effects.length] ?? {};
    const choice = (code: string, to: string): Choice => ({ code, text: text(code), effects: effect(), feedback: text(`why ${code}`), to });
    const nodes = names.map((code, index): ScenarioNode => {
      if (code.startsWith("E")) return { code, kind: "ending", says: text(code), shows: text(code), outcome: text(code), quality: "mixed" };
      const onward = index === turns - 1 ? names.slice(turns) : [names[index + 1] ?? ""];
      const besides = jumps.filter(([from]) => from % turns === index).map(([, to]) => names[to % names.length] ?? "");
      return { code, kind: "turn", says: text(code), shows: text(code), choices: [...onward, ...besides].slice(0, 6).map((to, position) => choice(`c${position}`, to)) };
    });
    return { person: { name: text("name"), who: text("who") }, situation: text("situation"), start: "T0", begins, nodes, unsaid: text("unsaid") };
  });
