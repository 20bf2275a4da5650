import { describe, expect, it } from "vitest";
import { periodInput, scorecardInput } from "./form-input.ts";

const form = (fields: Readonly<Record<string, string>>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe("the form of a scorecard", () => {
  const named = { subject: "role:frontline", nameVi: "Thẻ", nameEn: "Card" };

  it("without weights divides them equally, 100 in all, passing over empty lines", () => {
    const { items } = scorecardInput(form({ ...named, "item-0": "A", "scope-0": "site", "item-2": "B", "scope-2": "company", "item-3": "improvements", "target-3": "2" }));
    expect(items).toEqual([
      { kind: "kpi", kpi: "A", scope: "site", weight: 34 },
      { kind: "kpi", kpi: "B", scope: "company", weight: 33 },
      { kind: "improvements", target: 2, weight: 33 },
    ]);
  });

  it("names everything that is missing at once", () => {
    expect(() => scorecardInput(form({}))).toThrow(expect.objectContaining({ errors: [{ path: "subject", code: "choose_one" }, { path: "nameVi", code: "required" }, { path: "nameEn", code: "required" }, { path: "items", code: "required" }] }));
  });

  it("takes a weight for what it is, never half a number", () => {
    expect(() => scorecardInput(form({ ...named, "item-0": "A", "weight-0": "4.5" }))).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ path: "items.0.weight" })] }));
  });
});

it("a period is opened by a day that exists", () => {
  expect(periodInput(form({ kind: "month", day: "2026-10-15" }))).toEqual({ kind: "month", day: "2026-10-15" });
  expect(() => periodInput(form({ kind: "month", day: "2026-02-30" }))).toThrow(expect.objectContaining({ errors: [{ path: "day", code: "date_format" }] }));
});
