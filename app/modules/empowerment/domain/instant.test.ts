import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayText, localDays, readInstant } from "./instant.ts";

function read(text: unknown): number | string {
  let fault = "";
  const instant = readInstant(text, "now", (_, code) => (fault = code));
  return fault === "" ? instant : fault;
}

test("an instant reads as the platform reads it, with or without fraction and offset", () => {
  const instants = fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-30T00:00:00Z"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom("Z", "+07:00", "-03:30"), fc.boolean(), (date, zone, fraction) => {
      const text = `${date.toISOString().slice(0, fraction ? 23 : 19)}${zone}`;
      expect(read(text)).toBe(Date.parse(text));
    }),
  );
});

test.each(["2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01 00:00:00Z", "2026-01-01T00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00+25:00", "2026-01-01T00:00:00Zx", " 2026-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "+002026-01-01T00:00:00Z", "٢٠٢٦-01-01T00:00:00Z", ""])("%j is no instant", (text) => {
  expect(read(text)).toBe("bad_instant");
});

test("a leap day is an instant where there is one", () => {
  expect(read("2028-02-29T00:00:00Z")).toBe(Date.parse("2028-02-29T00:00:00Z"));
  expect(read("2000-02-29T12:00:00Z")).toBe(Date.parse("2000-02-29T12:00:00Z"));
});

test("the local day turns at local midnight, whatever was asked before", () => {
  const dayOf = localDays("Asia/Ho_Chi_Minh");
  const at = (text: string) => dayText(dayOf(Date.parse(text)));
  expect(["2026-12-31T16:59:59.999Z", "2026-12-31T17:00:00Z", "2026-12-31T16:59:59.999Z", "2027-01-01T16:59:59.999Z"].map(at)).toEqual(["2026-12-31", "2027-01-01", "2026-12-31", "2027-01-01"]);
  expect(dayNumber("1970-01-02")).toBe(1);
});
