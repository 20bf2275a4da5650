import { expect, it } from "vitest";
import { headline } from "./headline.ts";

it("is the first line, cut at a word where it is long", () => {
  expect(headline("Khách chờ ký giấy\nhai bản")).toBe("Khách chờ ký giấy");
  expect(headline("Khách phải chờ cửa hàng trưởng ký tay, rồi kế toán ký lần nữa", 40)).toBe("Khách phải chờ cửa hàng trưởng ký tay…");
  expect(headline("a".repeat(50), 20)).toBe(`${"a".repeat(20)}…`);
});
