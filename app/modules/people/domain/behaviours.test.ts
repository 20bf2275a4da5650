import { describe, expect, it } from "vitest";
import { withCodes } from "./behaviours.ts";

const before = [
  { code: "b1", vi: "Nghe hết lời khách", en: "Hears the customer out" },
  { code: "b2", vi: "Gọi lại đúng hẹn", en: "Calls back on time" },
  { code: "b3", vi: "Hỏi điều khách chưa nói", en: "Asks what was left unsaid" },
];
const words = (index: number) => ({ vi: before[index]?.vi ?? "", en: before[index]?.en ?? "" });

describe("codes of behaviours", () => {
  it("are numbered from one in a new value", () => {
    expect(withCodes([words(0), words(1)], []).map(({ code }) => code)).toEqual(["b1", "b2"]);
  });

  it("stay with the words wherever they move", () => {
    expect(withCodes([words(2), words(0), words(1)], before).map(({ code }) => code)).toEqual(["b3", "b1", "b2"]);
  });

  it("stay with the place when the words are put better, in one language or both", () => {
    expect(withCodes([words(0), { vi: "Gọi lại trước giờ hẹn", en: "Calls back on time" }, { vi: "Hỏi thêm một câu", en: "Asks one more question" }], before).map(({ code }) => code)).toEqual(["b1", "b2", "b3"]);
  });

  it("are never used again for something new", () => {
    const added = withCodes([words(0), words(1), words(2), { vi: "Mới", en: "New" }], before);
    expect(added.map(({ code }) => code)).toEqual(["b1", "b2", "b3", "b4"]);
    expect(withCodes([words(0)], added).map(({ code }) => code)).toEqual(["b1"]);
    expect(new Set(withCodes([words(1), { vi: "x", en: "y" }, words(0), words(2)], before).map(({ code }) => code)).size).toBe(4);
  });
});
