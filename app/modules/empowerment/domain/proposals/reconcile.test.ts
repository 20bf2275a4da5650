import { describe, expect, test } from "vitest";
import { parsePolicy } from "../parse-policy.ts";
import { documentWith } from "../sample-policy.ts";
import { assessLimit, type LimitCase } from "./evidence.ts";
import type { LimitFinding } from "./propose.ts";
import { reconcile, type StoredProposal } from "./reconcile.ts";

const document = parsePolicy(documentWith([{ code: "BASE", limit: { perCase: 500_000 } }, { code: "BASE-FAULT", when: { reasons: ["fault"] }, limit: { perCase: 600_000 } }]));
const now = new Date("2026-11-23T03:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

function finding(n: number, more: Partial<LimitFinding> = {}, asked = 700_000): LimitFinding {
  const cases = Array.from({ length: n }, (_, index): LimitCase => ({
    id: String(index), reason: "delay", asked, reach: asked, ceiling: null, outcome: "in_full", given: asked, waited: 10, result: null, overturned: false,
  }));
  return { rule: "BASE", reason: "delay", limit: 500_000, assessment: assessLimit(500_000, cases), cases, ...more };
}
const stored = (more: Partial<StoredProposal> = {}): StoredProposal => ({
  id: "P1", rule: "BASE", reason: "delay", kind: "widen", fromLimit: 500_000, toLimit: 700_000, state: "open", n: 40,
  answeredAt: null, trialOutcome: null, trialEndsAt: null, ...more,
});
const kinds = (steps: ReturnType<typeof reconcile>) => steps.map((step) => step.kind);

describe("a new search", () => {
  test("opens what is new, and keeps and refreshes what is still said", () => {
    expect(reconcile(document, [finding(60)], [], now)).toMatchObject([{ kind: "open", finding: { reason: "delay" } }]);
    expect(reconcile(document, [finding(60)], [stored()], now)).toMatchObject([{ kind: "refresh", id: "P1" }]);
  });

  test("supersedes what is not said any more: nothing, another limit, or from another base", () => {
    expect(kinds(reconcile(document, [], [stored()], now))).toEqual(["supersede"]);
    expect(kinds(reconcile(document, [finding(10)], [stored()], now))).toEqual(["supersede"]);
    expect(kinds(reconcile(document, [finding(60, {}, 900_000)], [stored()], now))).toEqual(["supersede", "open"]);
    expect(kinds(reconcile(document, [finding(60)], [stored({ fromLimit: 450_000 })], now))).toEqual(["supersede", "open"]);
  });

  test("does not repeat what was rejected until its evidence has grown by half; the other way is free", () => {
    const rejected = stored({ state: "rejected", n: 40 });
    expect(reconcile(document, [finding(59)], [rejected], now)).toEqual([]);
    expect(kinds(reconcile(document, [finding(60)], [rejected], now))).toEqual(["open"]);
    expect(kinds(reconcile(document, [finding(59)], [stored({ state: "rejected", kind: "narrow" })], now))).toEqual(["open"]);
    expect(kinds(reconcile(document, [finding(59)], [stored({ state: "rejected", reason: null })], now))).toEqual(["open"]);
  });

  test("measures by the newest rejection", () => {
    expect(reconcile(document, [finding(70)], [stored({ id: "P2", state: "rejected", n: 60 }), stored({ state: "rejected", n: 40 })], now)).toEqual([]);
  });

  test("leaves alone a limit that is on trial or whose draft is under way, by whatever name it goes", () => {
    const accepted = stored({ state: "accepted", reason: "fault", answeredAt: days(-3) });
    const exception = finding(60, { rule: "BASE-FAULT", reason: null });
    expect(reconcile(document, [exception], [accepted], now)).toEqual([]);
    expect(reconcile(document, [exception], [{ ...accepted, trialEndsAt: days(20), answeredAt: days(-120) }], now)).toEqual([]);
    expect(kinds(reconcile(document, [exception], [{ ...accepted, trialEndsAt: days(-1), trialOutcome: "returned" }], now))).toEqual(["open"]);
  });

  test("gives up a draft that nobody brought into force in ninety days", () => {
    const lying = stored({ state: "accepted", answeredAt: days(-91) });
    expect(kinds(reconcile(document, [finding(60)], [lying], now))).toEqual(["supersede", "open"]);
    expect(reconcile(document, [finding(60)], [{ ...lying, answeredAt: days(-89) }], now)).toEqual([]);
  });
});
