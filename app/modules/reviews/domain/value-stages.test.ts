import { describe, expect, it } from "vitest";
import { feltAt, type ProvedThanks, valueStages } from "./value-stages.ts";

const thanks = (recognitionId: string, kind: string, refId: string, value = "care"): ProvedThanks => ({ recognitionId, value, kind, refId });
const KINDS = new Map([["d1", "reactive"], ["d2", "proactive"]] as const);

describe("the evidence that customers feel a value", () => {
  it("stands where the customer stood, each thing once", () => {
    const cells = valueStages([thanks("r1", "decision", "d1"), thanks("r1", "promise", "p1"), thanks("r2", "decision", "d1"), thanks("r3", "decision", "d2")], KINDS, []);
    expect(cells).toEqual([
      { value: "care", stage: "get_help", recognitions: ["r1", "r2"], things: [{ kind: "decision", id: "d1" }, { kind: "promise", id: "p1" }], answers: [], rated: 0, content: 0 },
      { value: "care", stage: "stay", recognitions: ["r3"], things: [{ kind: "decision", id: "d2" }], answers: [], rated: 0, content: 0 },
    ]);
  });

  it("counts what customers answered, the discontent as well, and no answer of another case", () => {
    const [cell] = valueStages([thanks("r1", "decision", "d1")], KINDS, [{ id: "f1", decisionId: "d1", tone: "high" }, { id: "f2", decisionId: "d1", tone: "low" }, { id: "f3", decisionId: "d1", tone: null }, { id: "f4", decisionId: "d2", tone: "high" }]);
    expect(cell).toMatchObject({ answers: ["f1", "f2", "f3"], rated: 2, content: 1 });
  });

  it("tells what customers said at a stage from the touchpoints known to stand there, and nothing of others", () => {
    const answers = [{ touchpoint: "COUNTER", rated: 10, content: 6 }, { touchpoint: "FITTING-ROOM", rated: 5, content: 5 }];
    expect([feltAt("buy", answers), feltAt("stay", answers)]).toEqual([{ rated: 10, content: 6 }, null]);
  });

  it("leaves out a thing whose stage nobody knows", () => {
    expect(valueStages([thanks("r1", "improvement", "i1"), thanks("r1", "decision", "gone")], KINDS, [])).toEqual([]);
  });
});
