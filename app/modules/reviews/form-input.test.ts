import { describe, expect, it } from "vitest";
import { commitmentsInput } from "./form-input.ts";

const form = (fields: Readonly<Record<string, string>>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const faults = (fields: Readonly<Record<string, string>>): unknown => {
  try {
    return commitmentsInput(form(fields));
  } catch (error) {
    return (error as { errors: readonly { path: string; code: string }[] }).errors.map(({ path, code }) => `${path} ${code}`);
  }
};

describe("the form of commitments", () => {
  const three = { "choice-0": "answer-in-time", "choice-2": "answer-frictions", "own-4": "Tự gọi cho khách", "source-4": "decisions_logged", "quantity-4": "4" };

  it("leaves empty rows out and takes what the library suggests where nothing else is typed", () => {
    expect(commitmentsInput(form({ ...three, "quantity-2": "80" }))).toMatchObject([
      { libraryCode: "answer-in-time", source: "answers_in_time", quantity: 90 },
      { libraryCode: "answer-frictions", quantity: 80 },
      { libraryCode: null, textVi: "Tự gọi cho khách", textEn: "Tự gọi cho khách", source: "decisions_logged", quantity: 4 },
    ]);
  });

  it("names the row of the form that a fault is in, whatever rows were left empty", () => {
    expect(faults({ ...three, "quantity-2": "101" })).toEqual(["quantity-2 above_maximum"]);
    expect(faults({ ...three, "source-4": "" })).toEqual(["source-4 choose_one"]);
    expect(faults({ ...three, "quantity-4": "" })).toEqual(["quantity-4 required"]);
    expect(faults({ "choice-0": "answer-in-time" })).toEqual(["commitments too_few"]);
  });

  it("does not choose between the library and one's own words", () => {
    expect(faults({ ...three, "own-2": "Tự viết thêm một việc" })).toEqual(["own-2 library_or_own"]);
  });
});
