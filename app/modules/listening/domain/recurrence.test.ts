import { describe, expect, it } from "vitest";
import { foldText } from "#kernel/text.ts";
import { names, watch } from "./recurrence.ts";

const about = (said: string, painPoint: string) => names(foldText(said), foldText(painPoint));

describe("words that may be about a pain point", () => {
  const waiting = "Khách phải chờ lâu ở quầy thu ngân";
  it.each([
    ["Đứng chờ ở quầy thu ngân lâu quá", true],
    ["thu ngân quầy này chậm", true],
    ["Áo đẹp, nhân viên dễ thương", false],
    ["lâu rồi mới ghé", false],
    ["", false],
  ])("%s: %s", (said, expected) => {
    expect(about(said, waiting)).toBe(expected);
  });

  it("are looked for in English too, and never found for a pain point without naming words", () => {
    expect(about("The queue at the counter was far too long", "Long queue at the counter")).toBe(true);
    expect(about("anything", "khách không được")).toBe(false);
  });
});

it("a solved pain point is watched for ninety days", () => {
  const solvedAt = new Date("2026-08-01T00:00:00Z");
  expect(watch(solvedAt, new Date("2026-10-29T23:00:00Z"))).toEqual({ until: new Date("2026-10-30T00:00:00Z"), over: false });
  expect(watch(solvedAt, new Date("2026-10-30T00:00:00Z")).over).toBe(true);
});
