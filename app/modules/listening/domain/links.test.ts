import { describe, expect, it } from "vitest";
import { askedUntil, caseLinkEnds, linkState, readVisit, writeVisit } from "./links.ts";

const now = new Date("2026-11-22T03:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const times = { usedAt: null, expiresAt: null, revokedAt: null };

describe("a link", () => {
  it("is open until it is used, taken back or over", () => {
    expect(linkState(times, now)).toBe("open");
    expect(linkState({ ...times, expiresAt: hours(1) }, now)).toBe("open");
    expect(linkState({ ...times, expiresAt: now }, now)).toBe("expired");
    expect(linkState({ ...times, revokedAt: hours(-1), expiresAt: hours(-2) }, now)).toBe("revoked");
    expect(linkState({ usedAt: hours(-3), revokedAt: hours(-1), expiresAt: hours(-2) }, now)).toBe("used");
    expect(linkState({ ...times, expiresAt: caseLinkEnds(now) }, hours(14 * 24 - 1))).toBe("open");
  });
});

describe("the pause between two questions to one customer", () => {
  it("ends after its days, and does not begin before anything was asked", () => {
    expect(askedUntil(null, 30, now)).toBe(null);
    expect(askedUntil(hours(-24 * 29), 30, now)).toEqual(hours(24));
    expect(askedUntil(hours(-24 * 30), 30, now)).toBe(null);
    expect(askedUntil(now, 0, now)).toBe(null);
  });
});

describe("a visit", () => {
  const visit = { linkId: "01890000-0000-7000-8000-000000000000", at: now, nonce: "abcdefghij_-ABCDEFG" };

  it("reads back for its own link within twelve hours", () => {
    expect(readVisit(writeVisit(visit), visit.linkId, hours(12))).toEqual(visit);
    expect(readVisit(writeVisit(visit), visit.linkId, hours(12.1))).toBe(null);
    expect(readVisit(writeVisit(visit), visit.linkId, hours(-0.1))).toBe(null);
    expect(readVisit(writeVisit(visit), visit.linkId.replace("7", "6"), now)).toBe(null);
  });

  it.each(["", ".", "x.y.z", `${visit.linkId}.!.abcdefghij_-ABCDEFG`, `${visit.linkId}.${"z".repeat(12)}.abcdefghij_-ABCDEFG`])("is not made of %s", (text) => {
    expect(readVisit(text, visit.linkId, now)).toBe(null);
  });
});
