import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BusinessCalendar } from "#kernel/business-time.ts";
import { type LeadingFacts, ledgerOf, type WaitedEvent, waitsOf } from "./ledger.ts";
import { readContent } from "../review-content.ts";
import { doneOf, PROOF_SOURCES, sayDo } from "./say-do.ts";

const day = [["08:00", "12:00"], ["13:00", "17:00"]] as const;
const calendar: BusinessCalendar = { hours: { "1": day, "2": day, "3": day, "4": day, "5": day }, holidays: new Set(), zone: "Asia/Ho_Chi_Minh" };
const calendarOf = () => calendar;
const NONE: LeadingFacts = { waited: [], overturned: [], frictions: [], thanks: [], promises: [], hours: [], logged: [], practice: [] };
const local = (text: string) => new Date(`2026-11-${text}:00+07:00`);
const NOVEMBER = { from: local("01T00:00"), to: new Date("2026-12-01T00:00:00+07:00"), now: local("26T10:00") };
const ledger = (facts: Partial<LeadingFacts>, who = "lan") => ledgerOf(who, { ...NONE, ...facts }, NOVEMBER, calendarOf);
const waited = (id: string, asked: string, left: string | null, more: Partial<WaitedEvent> = {}): WaitedEvent => ({
  id, decisionId: `d-${id}`, approverId: "lan", askedAt: local(asked), dueAt: new Date(local(asked).getTime() + 3_600_000), leftAt: left === null ? null : local(left), end: left === null ? "open" : "answered", siteCode: null, ...more,
});

describe("a leader's desk", () => {
  it("counts waits in business minutes, over lunch and over the week-end", () => {
    const { desk } = ledger({ waited: [waited("a", "20T16:30", "23T08:30"), waited("b", "23T11:30", "23T13:15"), waited("c", "24T09:00", "24T09:10")] });
    expect(desk).toMatchObject({ n: 3, median: 45, open: 0 });
    expect(desk.p90).toBeCloseTo(57, 6);
  });

  it("counts as overdue what was late, what went on unanswered, and what lies there past its time; what has time left counts neither way", () => {
    const { desk } = ledger({
      waited: [waited("late", "23T09:00", "23T11:00"), waited("passed", "23T09:00", "23T10:00", { end: "passed" }), waited("lying", "25T09:00", null), waited("fresh", "26T09:30", null), waited("good", "24T09:00", "24T09:20")],
    });
    expect(desk).toMatchObject({ n: 5, overdue: { part: 3, of: 4 }, open: 2 });
  });

  it("leaves out what was handed over, and gives a stand-in their own acts", () => {
    const facts = { waited: [waited("away", "23T09:00", "23T09:30", { end: "away" }), waited("stood-in", "23T09:00", "23T09:20", { approverId: "minh" })] };
    expect(ledger(facts).desk).toMatchObject({ n: 0, median: null, p90: null, overdue: { part: 0, of: 0 } });
    expect(ledger(facts, "minh").desk).toMatchObject({ n: 1, median: 20 });
  });

  it("opens up to how each thing waited, asked last first, and nothing that was handed over or is another's", () => {
    const events = [waited("a", "20T16:30", "23T08:30"), waited("b", "23T09:00", "23T10:00", { end: "passed" }), waited("c", "25T09:00", null), waited("d", "25T10:00", "25T10:10", { end: "away" }), waited("e", "25T10:00", null, { approverId: "minh" })];
    expect(waitsOf("lan", events, NOVEMBER, calendarOf)).toEqual([
      { decisionId: "d-c", end: "open", minutes: null, late: true },
      { decisionId: "d-b", end: "passed", minutes: 60, late: true },
      { decisionId: "d-a", end: "answered", minutes: 60, late: true },
    ]);
  });
});

describe("a leader's acts", () => {
  it("tell what they overturned from what of theirs was overturned, and what became of it", () => {
    const base = { at: local("20T09:00"), explained: true, result: null } as const;
    const found = ledger({
      overturned: [
        { ...base, decisionId: "1", byId: "lan", approvedById: "minh", result: "resolved" },
        { ...base, decisionId: "2", byId: "lan", approvedById: null, explained: false },
        { ...base, decisionId: "3", byId: "minh", approvedById: "lan" },
      ],
    });
    expect(found.overturning).toMatchObject({ n: 2, explained: 1, resolved: 1, unresolved: 0, unknown: 1 });
    expect(found.overturned.acts).toEqual([{ kind: "decision", id: "3" }]);
  });

  it("count what was confirmed apart from what still waits for the host team", () => {
    const base = { personId: "lan", at: local("20T12:00") };
    expect(ledger({ hours: [{ ...base, id: "1", minutes: 120, confirmed: true }, { ...base, id: "2", minutes: 60, confirmed: false }] }).hours).toMatchObject({ confirmed: 120, waiting: 60 });
  });

  it("count promises when they were due: kept of those that are over", () => {
    const base = { keeperId: "lan" };
    const found = ledger({ promises: [{ ...base, promiseId: "1", dueAt: local("20T09:00"), state: "kept" }, { ...base, promiseId: "2", dueAt: local("21T09:00"), state: "open" }, { ...base, promiseId: "3", dueAt: local("28T09:00"), state: "open" }] });
    expect(found.promises.kept).toEqual({ part: 1, of: 2 });
  });
});

describe("a leader's own practice", () => {
  it("counts each lesson, scenario, report and observed practice once, when it was done", () => {
    const base = { personId: "lan", at: local("20T09:00") };
    const found = ledger({
      practice: [
        { ...base, id: "a/1", what: "lesson" },
        { ...base, id: "a/2", what: "scenario" },
        { ...base, id: "r1", what: "field" },
        { ...base, id: "r2", what: "observed" },
        { ...base, id: "r2", what: "observed" },
        { ...base, id: "r3", what: "observed", personId: "minh" },
        { ...base, id: "a/3", what: "lesson", at: new Date("2026-12-02T02:00:00Z") },
      ],
    }).practice;
    expect(found).toEqual({ n: 4, lessons: 1, scenarios: 1, field: 1, observed: 1, acts: [{ kind: "lesson", id: "a/1" }, { kind: "lesson", id: "a/2" }, { kind: "practice", id: "r1" }, { kind: "practice", id: "r2" }] });
  });

  it("is unknown, not none, in a review that was closed before it was counted", () => {
    const { practice: _practice, ...older } = ledger({});
    const read = readContent(JSON.stringify({ from: "2026-07-01", to: "2026-09-30", ledger: older, commitments: [], sayDo: { part: 0, of: 0 } }));
    expect(read.ledger).toEqual({ ...older, practice: null });
    expect(doneOf({ source: "practice_done", quantity: 1 }, read.ledger)).toEqual({ state: "none", value: null });
  });
});

const instant = fc.integer({ min: NOVEMBER.from.getTime() - 5e8, max: NOVEMBER.to.getTime() + 5e8 }).map((ms) => new Date(ms));
const who = fc.constantFrom("lan", "minh", "hoa");
const id = fc.uuid();
const facts: fc.Arbitrary<LeadingFacts> = fc.record({
  waited: fc.array(fc.record({ id, decisionId: id, approverId: who, askedAt: instant, dueAt: instant, leftAt: fc.option(instant), end: fc.constantFrom("open" as const, "answered" as const, "passed" as const, "away" as const), siteCode: fc.constant(null) }), { maxLength: 12 })
    .map((list) => list.map((event) => (event.leftAt !== null && event.leftAt < event.askedAt ? { ...event, leftAt: event.askedAt } : event))),
  overturned: fc.array(fc.record({ decisionId: id, byId: who, approvedById: fc.option(who), at: instant, explained: fc.boolean(), result: fc.constantFrom("resolved" as const, "partly" as const, "unresolved" as const, null) }), { maxLength: 6 }),
  frictions: fc.array(fc.record({ improvementId: id, askedId: who, askedAt: instant, dueAt: instant, answeredAt: fc.option(instant), passed: fc.boolean(), changed: fc.boolean() }), { maxLength: 8 }),
  thanks: fc.array(fc.record({ recognitionId: id, giverId: who, at: instant, evidence: fc.boolean() }), { maxLength: 8 }),
  promises: fc.array(fc.record({ promiseId: id, keeperId: who, dueAt: instant, state: fc.constantFrom("open" as const, "kept" as const, "broken" as const) }), { maxLength: 8 }),
  hours: fc.array(fc.record({ id, personId: who, at: instant, minutes: fc.integer({ min: 1, max: 600 }), confirmed: fc.boolean() }), { maxLength: 8 }),
  logged: fc.array(fc.record({ id, personId: who, at: instant, lookedAt: fc.boolean() }), { maxLength: 5 }),
  practice: fc.array(fc.record({ id, personId: who, at: instant, what: fc.constantFrom("lesson" as const, "scenario" as const, "field" as const, "observed" as const) }), { maxLength: 8 }),
});
const reversed = (all: LeadingFacts): LeadingFacts => Object.fromEntries(Object.entries(all).map(([name, list]) => [name, [...(list as unknown[])].reverse()])) as unknown as LeadingFacts;

describe("every ledger", () => {
  it("is the same whatever the order of events", () => {
    fc.assert(fc.property(facts, (all) => {
      expect(ledgerOf("lan", all, NOVEMBER, calendarOf)).toEqual(ledgerOf("lan", reversed(all), NOVEMBER, calendarOf));
    }));
  });

  it("of one leader does not move by what others did", () => {
    const without = (all: LeadingFacts): LeadingFacts => ({
      waited: all.waited.filter(({ approverId }) => approverId === "lan"),
      overturned: all.overturned.filter(({ byId, approvedById }) => byId === "lan" || approvedById === "lan"),
      frictions: all.frictions.filter(({ askedId }) => askedId === "lan"),
      thanks: all.thanks.filter(({ giverId }) => giverId === "lan"),
      promises: all.promises.filter(({ keeperId }) => keeperId === "lan"),
      hours: all.hours.filter(({ personId }) => personId === "lan"),
      logged: all.logged.filter(({ personId }) => personId === "lan"),
      practice: all.practice.filter(({ personId }) => personId === "lan"),
    });
    fc.assert(fc.property(facts, (all) => {
      expect(ledgerOf("lan", all, NOVEMBER, calendarOf)).toEqual(ledgerOf("lan", without(all), NOVEMBER, calendarOf));
    }));
  });

  it("never has a part greater than its whole, nor a figure without an act behind it", () => {
    fc.assert(
      fc.property(facts, (all) => {
        const { desk, frictions, promises, thanks, hours, overturning, practice } = ledgerOf("lan", all, NOVEMBER, calendarOf);
        for (const { part, of } of [desk.overdue, frictions.inTime, promises.kept]) expect(part).toBeLessThanOrEqual(of);
        expect(desk.n > 0).toBe(desk.acts.length > 0);
        expect(thanks.evidenced > 0).toBe(thanks.acts.length > 0);
        expect(hours.confirmed + hours.waiting > 0).toBe(hours.acts.length > 0);
        expect((practice?.n ?? 0) > 0).toBe((practice?.acts.length ?? 0) > 0);
        expect(overturning.resolved + overturning.unresolved + overturning.unknown).toBe(overturning.n);
      }),
    );
  });
});

describe("say–do", () => {
  it("is a share of what could be seen: where nothing arose a commitment is neither kept nor missed", () => {
    const empty = ledger({});
    expect(doneOf({ source: "answers_in_time", quantity: 90 }, empty)).toEqual({ state: "none", value: null });
    expect(sayDo([{ state: "none", value: null }])).toEqual({ part: 0, of: 0 });
    expect(sayDo([{ state: "kept", value: 1 }, { state: "missed", value: 0 }, { state: "none", value: null }])).toEqual({ part: 1, of: 2 });
  });

  it("counts an act that was promised and never done as missed", () => {
    expect(doneOf({ source: "thanks_with_evidence", quantity: 3 }, ledger({}))).toEqual({ state: "missed", value: 0 });
  });

  it("takes waits as the most, everything else as the least", () => {
    const quick = ledger({ waited: [waited("a", "23T09:00", "23T09:30")] });
    expect(doneOf({ source: "median_wait", quantity: 30 }, quick).state).toBe("kept");
    expect(doneOf({ source: "median_wait", quantity: 29 }, quick).state).toBe("missed");
    expect(doneOf({ source: "answers_in_time", quantity: 100 }, quick)).toEqual({ state: "kept", value: 100 });
  });

  it("never finds a measured figure where the ledger has none", () => {
    fc.assert(fc.property(facts, fc.constantFrom(...PROOF_SOURCES), (all, source) => {
      const { state, value } = doneOf({ source, quantity: 1 }, ledgerOf("lan", all, NOVEMBER, calendarOf));
      expect(state === "none").toBe(value === null);
    }));
  });
});
