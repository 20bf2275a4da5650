import { describe, expect, it } from "vitest";
import { themeOf } from "./themes.ts";

describe("what a comment is about", () => {
  it.each([
    ["Hẹn gọi lại trong ngày mà ca sau không biết.", "promises"],
    ["hen goi lai ma khong goi", "promises"],
    ["They promised two hours and nobody called back.", "promises"],
    ["Muốn đổi cho khách cũng phải xin phép.", "authority"],
    ["We still ask people for a receipt we can look up ourselves.", "rules"],
    ["Giờ đông mình làm không kịp.", "load"],
    ["Chia ca không công bằng.", "fairness"],
    ["Nothing comes to mind", null],
    ["", null],
  ] as const)("%s", (text, theme) => {
    expect(themeOf(text)).toBe(theme);
  });

  it("words count whole, so a word within another is none", () => {
    expect(themeOf("Có ca khó, có ca khô, thường là vậy")).toBeNull();
    expect(themeOf("ca kho thi thuong la vay")).toBeNull();
    expect(themeOf("The interest is high")).toBeNull();
  });
});
