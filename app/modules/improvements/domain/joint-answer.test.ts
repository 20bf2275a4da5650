import { describe, expect, it } from "vitest";
import { jointAnswer, type OwnAnswer } from "./joint-answer.ts";

const said = (answer: OwnAnswer["answer"], law: string | null = null): OwnAnswer => ({ answer, law });

describe("departments that answer together", () => {
  it("have not answered until each has", () => {
    expect(jointAnswer([])).toBeNull();
    expect(jointAnswer([said("stop"), null])).toBeNull();
  });

  it("say what all of them say", () => {
    expect(jointAnswer([said("stop"), said("stop")])).toBe("stop");
    expect(jointAnswer([said("needed"), said("needed")])).toBe("needed");
    expect(jointAnswer([said("improve")])).toBe("improve");
  });

  it("make it better where they differ", () => {
    expect(jointAnswer([said("stop"), said("needed")])).toBe("improve");
    expect(jointAnswer([said("stop"), said("improve")])).toBe("improve");
  });

  it("keep what a law asks for, whoever says so", () => {
    expect(jointAnswer([said("stop"), said("needed", "Luật Kế toán, điều 16")])).toBe("needed");
  });
});
