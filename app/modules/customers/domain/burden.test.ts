import { describe, expect, it } from "vitest";
import { burdenOf, type Encounter } from "./burden.ts";

const zone = "Asia/Ho_Chi_Minh";
const now = new Date("2026-11-22T03:00:00Z");
const contact = (at: string, byId: string | null = "a", settledAt: string | null = null): Encounter => ({
  at: new Date(at),
  contact: true,
  byId,
  settledAt: settledAt === null ? null : new Date(settledAt),
});

describe("what we have put a customer through", () => {
  it("is nothing for somebody we never met", () => {
    expect(burdenOf([], now, zone)).toEqual({ timesTold: 0, peopleMet: 0, daysWaiting: 0 });
  });

  it("counts contacts, different colleagues and days since the first contact of the open story", () => {
    const met = [contact("2026-11-20T03:00:00Z", "b"), contact("2026-11-18T03:00:00Z", "a"), contact("2026-11-21T03:00:00Z", "b")];
    expect(burdenOf(met, now, zone)).toEqual({ timesTold: 3, peopleMet: 2, daysWaiting: 4 });
  });

  it("starts anew after the matter was settled", () => {
    const met = [contact("2026-11-10T03:00:00Z", "a", "2026-11-12T03:00:00Z"), contact("2026-11-11T03:00:00Z", "b"), contact("2026-11-21T03:00:00Z", "c")];
    expect(burdenOf(met, now, zone)).toEqual({ timesTold: 1, peopleMet: 1, daysWaiting: 1 });
  });

  it("is nothing once settled at the last contact", () => {
    expect(burdenOf([contact("2026-11-21T03:00:00Z", "a", "2026-11-21T03:00:00Z")], now, zone).timesTold).toBe(0);
  });

  it("leaves a story that fell silent for thirty days", () => {
    const met = [contact("2026-09-01T03:00:00Z"), contact("2026-11-20T03:00:00Z")];
    expect(burdenOf(met, now, zone)).toEqual({ timesTold: 1, peopleMet: 1, daysWaiting: 2 });
    expect(burdenOf([contact("2026-10-23T03:00:00Z")], now, zone).timesTold).toBe(0);
    expect(burdenOf([contact("2026-10-24T03:00:00Z")], now, zone)).toEqual({ timesTold: 1, peopleMet: 1, daysWaiting: 29 });
  });

  it("counts days by the local calendar, not by 24 hours", () => {
    expect(burdenOf([contact("2026-11-21T16:59:00Z")], new Date("2026-11-21T17:01:00Z"), zone).daysWaiting).toBe(1);
  });

  it("does not count what is no contact, nor an unknown colleague as met", () => {
    const seen = [{ ...contact("2026-11-21T03:00:00Z"), contact: false }, contact("2026-11-21T04:00:00Z", null)];
    expect(burdenOf(seen, now, zone)).toEqual({ timesTold: 1, peopleMet: 0, daysWaiting: 1 });
  });

  it("does not look into the future", () => {
    expect(burdenOf([contact("2026-11-23T03:00:00Z")], now, zone).timesTold).toBe(0);
  });
});
