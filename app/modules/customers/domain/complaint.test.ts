import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complaintSignal, type OpenMatter, type Remedy, type Standing } from "./complaint.ts";

const now = new Date("2026-11-22T03:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(now.getTime() - ms);
const later = (ms: number) => new Date(now.getTime() + ms);

const remedy = (standing: Standing, since: Date, result: Remedy["result"] = null, resultAt: Date | null = null): Remedy => ({ standing, since, result, resultAt });
const signal = (remedies: readonly Remedy[], dueAts: readonly Date[] = []) => complaintSignal(remedies, dueAts.map((dueAt) => ({ dueAt })), now);
const reasons = (matters: readonly OpenMatter[]) => matters.map(({ reason }) => reason);

const CLOSED = { openComplaint: false, holdMarketing: false, until: null, matters: [] };

describe("a complaint", () => {
  it("is not open where nothing happened, or all of it was given or resolved", () => {
    expect(signal([])).toEqual(CLOSED);
    expect(signal([remedy("given", ago(HOUR)), remedy("owed", ago(2 * DAY), "resolved", ago(DAY)), remedy("declined", ago(DAY), "resolved", ago(HOUR))])).toEqual(CLOSED);
  });

  it("is open while something waits for an answer, however long, until it has one", () => {
    expect(signal([remedy("waiting", ago(400 * DAY))])).toEqual({
      openComplaint: true, holdMarketing: true, until: null, matters: [{ reason: "waiting", since: ago(400 * DAY), until: null }],
    });
  });

  it.each(["owed", "declined", "unanswered"] as const)("is open for thirty days after it was %s, to the millisecond", (standing) => {
    expect(signal([remedy(standing, ago(DAY))])).toMatchObject({ openComplaint: true, holdMarketing: true, until: later(29 * DAY) });
    expect(signal([remedy(standing, ago(30 * DAY - 1))])).toMatchObject({ openComplaint: true, until: later(1) });
    expect(signal([remedy(standing, ago(30 * DAY))])).toEqual(CLOSED);
  });

  it.each(["partly", "unresolved"] as const)("is open for thirty days from the word that it was %s, although it was given", (result) => {
    expect(signal([remedy("given", ago(90 * DAY), result, ago(DAY))])).toMatchObject({ until: later(29 * DAY), matters: [{ reason: "unresolved", since: ago(DAY) }] });
    expect(signal([remedy("given", ago(90 * DAY), result, ago(30 * DAY))])).toEqual(CLOSED);
  });

  it("ends when another way was found afterwards, not by what was given before", () => {
    for (const open of [remedy("declined", ago(2 * DAY)), remedy("unanswered", ago(2 * DAY)), remedy("given", ago(3 * DAY), "unresolved", ago(2 * DAY))]) {
      expect(signal([open, remedy("given", ago(DAY))])).toEqual(CLOSED);
      expect(signal([open, remedy("owed", ago(5 * DAY), "resolved", ago(DAY))])).toEqual(CLOSED);
      expect(signal([open, remedy("given", ago(4 * DAY))]).openComplaint).toBe(true);
      expect(signal([open, remedy("given", ago(DAY), "partly", ago(HOUR))]).openComplaint).toBe(true);
    }
  });

  it("is not ended by something else that was given while an answer or a payment is due", () => {
    expect(reasons(signal([remedy("owed", ago(2 * DAY)), remedy("waiting", ago(3 * DAY)), remedy("given", ago(DAY))]).matters)).toEqual(["waiting", "owed"]);
  });

  it("is open from the moment a promise is due until it is closed", () => {
    expect(signal([], [later(1)])).toEqual(CLOSED);
    expect(signal([], [now])).toMatchObject({ openComplaint: true, holdMarketing: true, until: null, matters: [{ reason: "promise_late", since: now }] });
    expect(signal([], [ago(300 * DAY)]).openComplaint).toBe(true);
  });

  it("lasts as long as the longest of what is open", () => {
    expect(signal([remedy("declined", ago(20 * DAY)), remedy("owed", ago(3 * DAY))]).until).toEqual(later(27 * DAY));
    expect(signal([remedy("declined", ago(20 * DAY))], [ago(1)]).until).toBe(null);
  });
});

const instants = fc.integer({ min: -60 * 24, max: 0 }).map((hours) => new Date(now.getTime() + hours * HOUR));
const remedies = fc.array(
  fc.record({
    standing: fc.constantFrom<Standing>("waiting", "owed", "given", "declined", "unanswered"),
    since: instants,
    said: fc.option(fc.record({ result: fc.constantFrom("resolved", "partly", "unresolved"), at: instants })),
  }).map(({ standing, since, said }): Remedy => ({ standing, since, result: said?.result ?? null, resultAt: said?.at ?? null })),
  { maxLength: 6 },
);
const promised = fc.array(fc.integer({ min: -60 * 24, max: 60 * 24 }).map((hours) => ({ dueAt: new Date(now.getTime() + hours * HOUR) })), { maxLength: 3 });

describe("whatever happened", () => {
  it("a complaint is open exactly when something is, and the order of telling changes nothing", () => {
    fc.assert(
      fc.property(remedies, promised, (told, promises) => {
        const found = complaintSignal(told, promises, now);
        expect(found.openComplaint).toBe(found.matters.length > 0);
        expect(found.holdMarketing).toBe(found.openComplaint);
        expect(complaintSignal([...told].reverse(), [...promises].reverse(), now)).toEqual(found);
      }),
    );
  });

  it("the hold stands until the instant it names and no longer, if nothing more happens", () => {
    fc.assert(
      fc.property(remedies, (told) => {
        const { until } = complaintSignal(told, [], now);
        if (until === null) return;
        expect(until > now).toBe(true);
        expect(complaintSignal(told, [], new Date(until.getTime() - 1)).holdMarketing).toBe(true);
        expect(complaintSignal(told, [], until)).toEqual(CLOSED);
      }),
    );
  });

  it("what is settled at last leaves nothing open but answers and payments that are due, and late promises", () => {
    fc.assert(
      fc.property(remedies, promised, (told, promises) => {
        const settled = complaintSignal([...told, remedy("given", later(1))], promises, now);
        expect(reasons(settled.matters).filter((reason) => !["waiting", "owed", "promise_late"].includes(reason))).toEqual([]);
        const before = complaintSignal(told, promises, now).matters;
        expect(settled.matters.every((matter) => before.some((known) => known.reason === matter.reason && known.since.getTime() === matter.since.getTime()))).toBe(true);
      }),
    );
  });
});
