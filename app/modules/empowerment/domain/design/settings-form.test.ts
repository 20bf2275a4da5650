import { describe, expect, test } from "vitest";
import { readPaths, readVocabulary, vocabularyOf } from "./settings-form.ts";

const context = { currency: "VND", locale: "vi" } as const;

describe("a vocabulary as typed", () => {
  test("keeps the rows that are kept and have a code, in their order", () => {
    const typed = {
      list: ["gestures"],
      ...{ "keep.0": ["on"], "code.0": ["refund"], "vi.0": ["Hoàn tiền"], "en.0": ["Refund"], "valued.0": ["on"], "kind.0": ["compensation"] },
      ...{ "code.1": ["gone"], "vi.1": ["Bỏ"] },
      ...{ "keep.2": ["on"], "code.2": [" call "], "vi.2": [""], "en.2": [""] },
      ...{ "keep.3": ["on"], "code.3": [""] },
    };
    expect(vocabularyOf(typed)).toBe("gestures");
    expect(readVocabulary("gestures", typed)).toEqual({
      faults: [],
      edit: {
        kind: "vocabulary",
        list: "gestures",
        entries: [
          { code: "refund", name: { vi: "Hoàn tiền", en: "Refund" }, valued: true, kind: "compensation" },
          { code: "call", valued: false },
        ],
      },
    });
  });

  test("of another kind has no amounts; an unknown list is none", () => {
    expect(readVocabulary("reasons", { "keep.0": ["on"], "code.0": ["delay"], "valued.0": ["on"] }).edit).toEqual({ kind: "vocabulary", list: "reasons", entries: [{ code: "delay" }] });
    expect(vocabularyOf({ list: ["rules"] })).toBeNull();
  });
});

describe("the path of a policy as typed", () => {
  test("reads who is asked, how long, and what may be decided as an exception", () => {
    const typed = {
      ...{ to: ["supervisor"], within: ["30"], fallback: ["manager"], fallbackAfter: ["60"], lastResort: ["leader"] },
      ...{ "exception.supervisor": ["1.000.000"], "exception.manager": [""], "exception.leader": ["5"], "unlimited.leader": ["on"] },
    };
    expect(readPaths(typed, context)).toEqual({
      faults: [],
      edit: {
        kind: "paths",
        lastResort: "leader",
        escalation: { to: "supervisor", withinMinutes: 30, fallback: "manager", fallbackAfterMinutes: 60 },
        exceptions: [{ role: "supervisor", perCase: 1_000_000 }, { role: "leader" }],
      },
    });
  });

  test("names what cannot be read", () => {
    const { faults } = readPaths({ to: ["supervisor"], within: [""], fallback: ["manager"], fallbackAfter: ["0"], "exception.manager": ["4.5"] }, context);
    expect(faults).toEqual([
      { path: "within", code: "required" },
      { path: "fallbackAfter", code: "integer_format" },
      { path: "exception.manager", code: "amount_format" },
    ]);
  });
});
