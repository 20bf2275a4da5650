import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, givenName, initial, vietnameseNameKey } from "./text.ts";

const byKey = (a: string, b: string) => {
  const [x, y] = [vietnameseNameKey(a), vietnameseNameKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

describe("folding for search", () => {
  test("marks, đ, case and white space do not count", () => {
    expect(foldText("  Nguyễn\u00a0Thị  ĐÔNG\tPhương ")).toBe("nguyen thi dong phuong");
    expect(foldText("ƯỚC MƠ đặng ỹ")).toBe("uoc mo dang y");
  });

  test("composed and decomposed spellings fold alike, and folding again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe("sorting names", () => {
  test("given name first, then middle, then family", () => {
    const names = ["Vũ Thị An", "Trần Văn Bình", "Nguyễn Thị Thu Hà", "Lê Hà", "Phạm An", "Đỗ Thị Hà", "Bùi Văn Đức", "Hà Văn Dũng"];
    expect(names.sort(byKey)).toEqual([
      "Phạm An", "Vũ Thị An", "Trần Văn Bình", "Hà Văn Dũng", "Bùi Văn Đức", "Lê Hà", "Đỗ Thị Hà", "Nguyễn Thị Thu Hà",
    ]);
  });

  test("tones go in dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng", () => {
    const names = ["Lý Mạ", "Lý Má", "Lý Mã", "Lý Mả", "Lý Mà", "Lý Ma"];
    expect(names.sort(byKey)).toEqual(["Lý Ma", "Lý Mà", "Lý Mả", "Lý Mã", "Lý Má", "Lý Mạ"]);
  });

  const vowels = [..."aăâeêioôơuưy"].flatMap((letter) => ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"].map((tone) => letter + tone));
  const syllable = fc
    .tuple(fc.constantFrom("", "b", "d", "đ", "h", "l", "t", "x"), fc.constantFrom(...vowels), fc.constantFrom("", "n", "m", "t"))
    .map((parts) => parts.join("").normalize("NFC"));
  const name = fc.array(syllable, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(" "));

  test("equals the Vietnamese collation of given, middle and family name one after the other", () => {
    const { compare } = new Intl.Collator("vi");
    const split = (text: string) => {
      const all = text.split(" ");
      return [all.at(-1) ?? "", all.slice(1, -1).join(" "), all[0] ?? ""];
    };
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [x, y] = [split(a), split(b)];
        const expected = x.map((part, i) => Math.sign(compare(part, y[i] ?? ""))).find((order) => order !== 0) ?? 0;
        expect(byKey(a, b)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("case and spelling form make no difference", () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(vietnameseNameKey(` ${text.toUpperCase().normalize("NFD")} `)).toBe(vietnameseNameKey(text));
      }),
    );
  });
});

describe("calling people", () => {
  test("by the last two words, never by the family name alone", () => {
    expect(givenName("Nguyễn Thị Thu Hà")).toBe("Thu Hà");
    expect(givenName("Trần  Bình")).toBe("Trần Bình");
    expect(givenName("Maria")).toBe("Maria");
    expect(givenName("  ")).toBe("");
  });

  test("the avatar shows the first letter of the given name", () => {
    expect(initial("Bùi Văn đức")).toBe("Đ");
    expect(initial("Lê Ánh".normalize("NFD"))).toBe("Á");
    expect(initial("")).toBe("");
  });
});
