import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, rowText } from "./chain.server.ts";

const text = fc.string({ unit: "grapheme" });
const nullable = fc.option(text, { nil: null });

describe("the text that is hashed of a row", () => {
  test("is canonical JSON, whatever the row holds", () => {
    const row = fc.record({
      ...{ seq: fc.nat(), at: fc.date({ noInvalidDate: true }), type: text, schema: fc.nat(), data: text, prevHash: text, subjectKind: text, subjectId: text },
      ...{ actorId: nullable, via: nullable, requestId: nullable, address: nullable },
    });
    fc.assert(
      fc.property(row, (value) => {
        expect(rowText(value)).toBe(canonicalJson({ ...value, at: value.at.getTime() }));
      }),
    );
  });
});
