import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyMasks, findMasks, maskAll } from "./mask.ts";
import { ABOUT, ABOUT_CASES, FRESH_CASES, KNOWN, MASK_CASES, UNSEEN_CASES } from "./mask-cases.ts";

const foundIn = (text: string) => findMasks(text, KNOWN).map(({ kind, text: said }) => [kind, said]);

describe("what would tell who somebody is", () => {
  it.each(MASK_CASES.map((each) => [each[0], each] as const))("%s", (_name, [text, ...wanted]) => {
    expect(foundIn(text)).toEqual(wanted);
  });

  it.each(ABOUT_CASES.map((each) => [each[0], each] as const))("of whom the text is about: %s", (_name, [text, ...wanted]) => {
    expect(findMasks(text, ABOUT).map(({ kind, text: said }) => [kind, said])).toEqual(wanted);
  });

  it("is found in decomposed spelling at the places of that spelling", () => {
    for (const [text, ...wanted] of MASK_CASES) {
      const split = text.normalize("NFD");
      expect(findMasks(split, KNOWN).map(({ kind, start, end }) => [kind, split.slice(start, end).normalize("NFC")])).toEqual(wanted.map(([kind, said]) => [kind, said]));
    }
  });

  it.each([["the written cases", MASK_CASES, 0.98], ["cases no pattern was fitted to", FRESH_CASES, 0.85], ["cases written after both", UNSEEN_CASES, 0.85]] as const)("reaches a precision and a recall on %s", (_name, cases, least) => {
    const tally = { right: 0, found: 0, wanted: 0 };
    for (const [text, ...wanted] of cases) {
      const found = foundIn(text).map((each) => each.join(" "));
      const expected = wanted.map((each) => each.join(" "));
      tally.found += found.length;
      tally.wanted += expected.length;
      tally.right += found.filter((each) => expected.includes(each)).length;
    }
    expect(tally.right / tally.found).toBeGreaterThanOrEqual(least);
    expect(tally.right / tally.wanted).toBeGreaterThanOrEqual(least);
  });
});

const PIECES = [...MASK_CASES.map(([text]) => text), ...MASK_CASES.flatMap(([, ...found]) => found.map(([, said]) => said)), "anh ", "chị ", " ", ", ", "Chị ", "số ", "0", "9", "đ", "."];
const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 6 }).map((parts) => parts.join(""));

describe("masking", () => {
  it("leaves nothing to be found, and masked again changes nothing", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = maskAll(text, KNOWN);
        expect(findMasks(once, KNOWN)).toEqual([]);
        expect(maskAll(once, KNOWN)).toBe(once);
        expect(findMasks(maskAll(text, ABOUT, "nothing"), ABOUT)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it("never touches what is not marked, and spans neither overlap nor leave the text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = findMasks(text, KNOWN);
        let at = 0;
        const kept: string[] = [];
        for (const { start, end, text: said } of spans) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toBe(said);
          kept.push(text.slice(at, start));
          at = end;
        }
        kept.push(text.slice(at));
        expect(at).toBeLessThanOrEqual(text.length);
        expect(applyMasks(text, spans)).toBe(kept.map((part, index) => part + (spans[index]?.replacement ?? "")).join(""));
      }),
      { numRuns: 400 },
    );
  });

  it("writes nothing but an ellipsis where even an initial could tell", () => {
    expect(maskAll("Anh Trần Văn An gọi 0912 345 678 về đơn #88123, nhờ Khôi.", ABOUT, "nothing")).toBe("Anh … gọi … về đơn …, nhờ ….");
  });

  it("says what to write: an initial, the head of a number, never the whole", () => {
    expect(maskAll("anh Nguyễn Văn Hùng, 0912 345 678, nhà số 12 phố Huế", KNOWN)).toBe("anh H., 09xx…, (địa chỉ)");
  });
});
