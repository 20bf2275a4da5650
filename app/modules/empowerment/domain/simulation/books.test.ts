import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compilePolicy } from "../compile.ts";
import { clerk, documentWith, refund } from "../sample-policy.ts";
import { Agenda } from "./agenda.ts";
import { type Given, lookUp } from "./arbitraries.ts";
import { Books } from "./books.ts";
import type { PastCase } from "./past-case.ts";
import { Spread } from "./spread.ts";

// a busy machine takes several times as long
vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3_600_000;
const START = Date.parse("2026-11-28T16:00:00Z");

const windows = ["day", "week", "month", { rollingDays: 1 }, { rollingDays: 2 }];
const budgets = windows.flatMap((window, at) =>
  (["person", "team", "site", "customer"] as const).map((subject) => ({
    ...{ code: `${subject}-${at}`, subject, window, measure: at % 2 === 0 ? "amount" : "count", onExceed: "escalate" },
    limits: [{ role: subject === "team" ? "frontline" : "*", limit: 1_000 }],
  })),
);
const { document } = compilePolicy(documentWith([{ code: "R", gestures: ["refund", "voucher"], limit: { perCase: 1_000 } }], { budgets }));

const moves = fc.array(
  fc.record({
    gap: fc.constantFrom(0, 1, 7 * HOUR, 24 * HOUR - 1, 24 * HOUR),
    gesture: fc.constantFrom("refund", "voucher"),
    amount: fc.integer({ min: 1, max: 9 }),
    person: fc.constantFrom("P-1", "P-2"),
    customerRef: fc.constantFrom("C-1", "C-1", "C-2", null),
    orderRef: fc.constantFrom("O-1", "O-1", null),
    caseRef: fc.constantFrom("K-1", "K-2", null),
    role: fc.constantFrom("frontline", "manager"),
    payer: fc.constantFrom("own", "P-1", null),
    later: fc.constantFrom(0, 1, 24 * HOUR),
    kept: fc.constantFrom(null, null, 1, 24 * HOUR, 30 * HOUR),
  }),
  { minLength: 2, maxLength: 25, size: "max" },
);

describe("books", () => {
  test("say of every budget and case what a look at every row says", () => {
    fc.assert(
      fc.property(moves, (moved) => {
        const books = new Books([document]);
        const rows: Given[] = [];
        let now = START;
        moved.forEach((move, at) => {
          now += move.gap;
          const { amount, customerRef, orderRef, caseRef, role } = move;
          const customer = customerRef === null ? ("none" as const) : { ref: customerRef };
          const past: PastCase = {
            ...{ id: String(at), label: String(at), decidedAt: now, actor: clerk().actor, actorKnown: true, departmentCode: null, version: 1, caseRef, orderRef },
            request: { ...refund(amount, { gesture: move.gesture, customer }) },
            subjects: { personId: move.person, managerId: move.person === "P-1" ? "P-2" : null, siteCode: "HN-01", customerRef },
            caseGoesOn: caseRef !== null && moved.slice(at + 1).some((next) => next.caseRef === caseRef),
            recorded: null as never,
          };
          books.bringUpTo(now);
          expect(books.standing(document, past)).toEqual(lookUp(document, past, rows));
          const payer = move.payer === "own" ? past.subjects : move.payer === null ? null : { personId: move.payer, managerId: "P-9" };
          const giving = { at: now + move.later, amount, role, payer };
          const takenBackAt = move.kept === null ? null : giving.at + move.kept;
          books.give(document, past, giving, takenBackAt);
          rows.push({ past, document, ...giving, takenBackAt });
        });
      }),
      { numRuns: 300 },
    );
  });

  test("count a budget's charges for a rolling window from before it was one", () => {
    const dated = (window: unknown) => compilePolicy(documentWith([{ code: "R", limit: { perCase: 9 } }], { budgets: [{ ...budgets[0], code: "B", window }] })).document;
    const [daily, rolling] = [dated("day"), dated({ rollingDays: 3 })];
    const books = new Books([daily, rolling]);
    const at = (decidedAt: number): PastCase => ({
      ...{ id: "D", label: "D", decidedAt, request: refund(5), actor: clerk().actor, actorKnown: true, departmentCode: null, version: 1, caseRef: null, orderRef: null, caseGoesOn: false },
      ...{ subjects: { personId: "P-1", managerId: null, siteCode: null, customerRef: null }, recorded: null as never },
    });
    books.give(daily, at(START), { at: START, amount: 5, role: "frontline", payer: { personId: "P-1", managerId: null } }, null);
    const later = at(START + 30 * HOUR);
    expect(books.standing(daily, later).usage).toEqual({});
    expect(books.standing(rolling, later).usage).toEqual({ B: 5 });
  });
});

test("an agenda plays in order of time, and at one instant in the order of entry", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), fc.integer({ min: 0, max: 9 }), (times, until) => {
      const agenda = new Agenda();
      const played: number[] = [];
      times.forEach((at, turn) => agenda.add(at, () => played.push(turn)));
      agenda.playUntil(until);
      const due = times.map((at, turn) => ({ at, turn })).filter(({ at }) => at <= until);
      expect(played).toEqual(due.sort((a, b) => a.at - b.at || a.turn - b.turn).map(({ turn }) => turn));
    }),
  );
});

test("a spread keeps some from the beginning, the middle and the end, whatever the length", () => {
  for (const length of [0, 1, 19, 20, 21, 399, 10_000]) {
    const spread = new Spread<number>(20);
    for (let at = 0; at < length; at += 1) spread.offer(() => at);
    const members = spread.members();
    expect(members.length).toBe(Math.min(20, length));
    expect(members).toEqual([...new Set(members)].sort((a, b) => a - b));
    const gaps = members.slice(1).map((each, at) => each - (members[at] ?? 0));
    if (length > 20) expect(Math.max(...gaps)).toBeLessThanOrEqual((4 * length) / 20);
  }
});
