import { describe, expect, it } from "vitest";
import { kpiDefinition, STAGES } from "../definition.ts";
import { lintSet } from "../lint/lint.ts";
import { LIBRARY } from "./library.ts";

const all = LIBRARY.map(({ definition }) => ({ definition, status: "active" as const, changedTargets: [], series: [], scoredOn: [] }));

describe("the library", () => {
  it("holds at least 25 examples, each once, along every stage of the journey", () => {
    expect(LIBRARY.length).toBeGreaterThanOrEqual(25);
    expect(new Set(LIBRARY.map(({ definition }) => definition.code)).size).toBe(LIBRARY.length);
    for (const stage of STAGES) expect(LIBRARY.some(({ definition }) => definition.stage === stage), stage).toBe(true);
  });

  it.each(LIBRARY.map((example) => [example.definition.code, example] as const))("%s is a whole definition in both languages, with its abuse and how to notice it", (_code, { definition, abuse, notice }) => {
    expect(kpiDefinition.parse(definition)).toEqual(definition);
    for (const text of [definition.name, definition.why, definition.serves?.text, abuse, notice]) {
      expect(text?.vi.trim()).toMatch(/\S{2}/);
      expect(text?.en.trim()).toMatch(/\S{2}/);
      expect(text?.vi).not.toBe(text?.en);
    }
  });

  it("names guardrails that are in it", () => {
    const codes = new Set(LIBRARY.map(({ definition }) => definition.code));
    for (const { definition } of LIBRARY) for (const guard of definition.guardrails) expect(codes.has(guard), `${definition.code} → ${guard}`).toBe(true);
  });

  it("has nothing that lint would say, of one or of all together", () => {
    expect(lintSet(all, [])).toEqual([]);
  });
});
