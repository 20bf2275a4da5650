import { describe, expect, it } from "vitest";
import { lastDigits, normalisePhone } from "./phone.ts";

const read = (text: string) => {
  const result = normalisePhone(text);
  return result.ok ? result.value : result.error;
};

describe("phone numbers", () => {
  it.each(["0912345678", "091 234 5678", "0912.345.678", "(091) 234-5678", "+84912345678", "+84 (0) 912 345 678", "0084912345678", "84912345678", "912345678"])(
    "reads %s as one Vietnamese mobile",
    (text) => expect(read(text)).toBe("+84912345678"),
  );

  it("reads Vietnamese land lines", () => {
    expect(read("024 3826 1234")).toBe("+842438261234");
    expect(read("0236 382 1234")).toBe("+842363821234");
  });

  it("keeps other countries' numbers", () => {
    expect(read("+1 415 555 2671")).toBe("+14155552671");
    expect(read("0044 20 7946 0958")).toBe("+442079460958");
  });

  it.each(["", "113", "12345678", "0112345678", "+84112345678", "09123456789", "phone", "+", "0912345678; drop", "+84 91234567"])("refuses %j", (text) => {
    expect(read(text)).toBe("phone_format");
  });

  it("shows the last three digits alone", () => {
    expect(lastDigits("+84912345678")).toBe("678");
  });
});
