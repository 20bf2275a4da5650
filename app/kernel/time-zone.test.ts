import { expect, test } from "vitest";
import { startOfDay } from "./period.ts";
import { isTimeZone } from "./time-zone.ts";

test("zones of the IANA database are taken, and days can be computed in every one of them", () => {
  for (const zone of [...Intl.supportedValuesOf("timeZone"), "Asia/Ho_Chi_Minh", "UTC"]) {
    expect(isTimeZone(zone)).toBe(true);
    expect(startOfDay("2026-11-22", zone)).toBeInstanceOf(Date);
  }
});

test("offsets, made-up names and nothing are refused", () => {
  for (const name of ["", " ", "+07:00", "-05:00", "Mars/Olympus", "Asia/Ho_Chi_Minh ", "ICT7"]) expect(isTimeZone(name)).toBe(false);
});
