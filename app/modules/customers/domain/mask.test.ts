import { expect, it } from "vitest";
import { maskName } from "./mask.ts";

it("shows the given name, by which a customer is addressed, and hides the rest", () => {
  expect(maskName("Nguyễn Thị Thu Hà")).toBe("N. T. T. Hà");
  expect(maskName("  Đỗ   Ánh ")).toBe("Đ. Ánh");
  expect(maskName("Hà")).toBe("Hà");
  expect(maskName("")).toBeNull();
  expect(maskName(null)).toBeNull();
});
