import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documents, domain, factSets, requests } from "../arbitraries.ts";
import { compilePolicy } from "../compile.ts";
import { parsePolicy } from "../parse-policy.ts";
import { clerk, documentWith, refund } from "../sample-policy.ts";
import { changeLimit, exceptionCode, holderOf, type LimitChange, type LimitTarget, limitOf } from "./change-limit.ts";
import type { LimitCase } from "./evidence.ts";
import { findLimits, returnLimit } from "./propose.ts";

const perCase = (minor: number) => ({ limit: { perCase: minor } });
const shop = (rules: Parameters<typeof documentWith>[0]) => parsePolicy(documentWith(rules));
const store = shop([
  { code: "BASE", ...perCase(500_000) },
  { code: "SENIOR", who: { level: { min: 3 } }, ...perCase(700_000) },
  { code: "DELAY", when: { reasons: ["delay"] }, ...perCase(100_000) },
]);

/** The change, where nothing stands in its way. */
function changed(document: typeof store, target: LimitTarget, to: number, word?: Parameters<typeof changeLimit>[3]): LimitChange {
  const change = changeLimit(document, target, to, word);
  if (change.document === null) throw new Error(`blocked by ${change.blockedBy.join(", ") || "its absence"}`);
  return change;
}
const limitFor = (document: typeof store, minor: number, level: number, reason: string) => compilePolicy(document).evaluate(refund(minor, { reason }), clerk({ level })).limit;

describe("changing one limit", () => {
  test("of a whole rule changes that number alone", () => {
    const change = changed(store, { rule: "BASE", reason: null }, 600_000);
    expect(change).toMatchObject({ code: "BASE", added: [] });
    expect(change.document.rules.map((rule) => rule.limit?.perCase)).toEqual([600_000, 700_000, 100_000]);
  });

  test("of a rule that is for that one reason alone does too", () => {
    expect(changeLimit(store, { rule: "DELAY", reason: "delay" }, 150_000)).toMatchObject({ code: "DELAY", added: [] });
  });

  test("for one of a rule's reasons makes an exception, and nobody who had more gets less", () => {
    const change = changed(store, { rule: "BASE", reason: "fault" }, 600_000);
    expect(change.added).toEqual(["BASE-FAULT", "SENIOR-FAULT"]);
    expect([limitFor(change.document, 1, 1, "fault"), limitFor(change.document, 1, 3, "fault"), limitFor(change.document, 1, 1, "delay")]).toEqual([600_000, 700_000, 100_000]);
    expect(limitOf(change.document, { rule: "BASE", reason: "fault" })).toBe(600_000);
    expect(limitOf(change.document, { rule: "BASE", reason: null })).toBe(500_000);
    const again = changed(change.document, { rule: "BASE", reason: "fault" }, 650_000);
    expect(again).toMatchObject({ code: "BASE-FAULT", added: [] });
    expect(again.document.rules).toHaveLength(change.document.rules.length);
  });

  test("writes the exception's words with the writer it is given", () => {
    const change = changed(store, { rule: "BASE", reason: "fault" }, 1, (rule) => ({ ...rule, name: { vi: "Riêng lỗi", en: "For faults" } }));
    expect(holderOf(change.document, { rule: "BASE", reason: "fault" })?.name?.vi).toBe("Riêng lỗi");
  });

  test("is nothing where there is no such limit", () => {
    expect(changeLimit(store, { rule: "NONE", reason: null }, 1)).toEqual({ document: null, blockedBy: [] });
    expect(changeLimit(store, { rule: "DELAY", reason: "fault" }, 1)).toEqual({ document: null, blockedBy: [] });
    expect(limitOf(shop([{ code: "SHARE", limit: { percentOfOrder: 50 } }]), { rule: "SHARE", reason: null })).toBeNull();
  });

  test("is not made for one reason where a rule of equal or crossing scope would then count otherwise; it is named", () => {
    const equal = shop([{ code: "BASE", ...perCase(500_000) }, { code: "TWIN", ...perCase(400_000) }]);
    expect(changeLimit(equal, { rule: "BASE", reason: "fault" }, 600_000)).toEqual({ document: null, blockedBy: ["TWIN"] });
    const crossing = shop([{ code: "BASE", who: { level: { min: 3 } }, ...perCase(500_000) }, { code: "FAULT", when: { reasons: ["fault"] }, ...perCase(400_000) }]);
    expect(changeLimit(crossing, { rule: "BASE", reason: "fault" }, 600_000)).toEqual({ document: null, blockedBy: ["FAULT"] });
    expect(changed(crossing, { rule: "BASE", reason: null }, 600_000).added).toEqual([]);
  });

  test("codes stay within their length, and are those of codes", () => {
    expect(exceptionCode("REFUND-REMOTE", "product_fault")).toBe("REFUND-REMOTE-PRODUCT-FAULT");
    expect(exceptionCode("R".repeat(64), "fault")).toMatch(/^[A-Za-z0-9_-]{64}$/);
  });
});

/** A document, one of its limits (perhaps for one reason), and a step. */
const changes = documents().chain((written) => {
  const document = parsePolicy(written);
  const limited = document.rules.filter(({ effect, limit }) => effect === "grant" && limit?.perCase !== undefined).map(({ code }) => code);
  return fc.record({
    document: fc.constant(document),
    target: fc.record({ rule: fc.constantFrom(...(limited.length > 0 ? limited : ["none"])), reason: fc.constantFrom(...domain.reasons) }),
    step: fc.integer({ min: -3, max: 3 }),
  });
});

describe("in the engine", () => {
  test("a wider limit takes nothing from anybody, a narrower one gives nothing to anybody, the same one changes nothing", () => {
    let differing = 0;
    fc.assert(
      fc.property(changes, requests, factSets, ({ document, target, step }, request, facts) => {
        const limit = limitOf(document, target);
        if (limit === null) return;
        const to = Math.max(0, limit + step);
        const change = changeLimit(document, target, to);
        if (change.document === null) return;
        const before = compilePolicy(document).evaluate(request, facts);
        const after = compilePolicy(change.document).evaluate(request, facts);
        if (request.reason !== target.reason || to === limit) {
          expect({ ...after, rule: null, reason: null }).toEqual({ ...before, rule: null, reason: null });
          return;
        }
        if (after.limit !== before.limit) differing += 1;
        if (after.limit === null || before.limit === null) expect(after.limit).toBe(before.limit);
        else expect(Math.sign(after.limit - before.limit) * Math.sign(to - limit)).toBeGreaterThanOrEqual(0);
        expect(after.duties).toEqual(before.duties);
        expect(after.secondPersonAbove).toBe(before.secondPersonAbove);
      }),
      { numRuns: 500 },
    );
    expect(differing).toBeGreaterThan(2);
  }, 30_000);

  test("setting it back gives everybody what they had", () => {
    fc.assert(
      fc.property(changes, requests, factSets, ({ document, target, step }, request, facts) => {
        const base = limitOf(document, target);
        const change = base === null ? null : changeLimit(document, target, base + Math.abs(step) + 1);
        if (change === null || change.document === null || base === null) return;
        const back = returnLimit(change.document, target, base + Math.abs(step) + 1, base)!;
        const strip = (verdict: object) => ({ ...verdict, rule: null });
        expect(strip(compilePolicy(back).evaluate(request, facts))).toEqual(strip(compilePolicy(document).evaluate(request, facts)));
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  test("is not set back where somebody has changed it since", () => {
    const change = changed(store, { rule: "BASE", reason: null }, 600_000);
    const since = changed(change.document, { rule: "BASE", reason: null }, 650_000);
    expect(returnLimit(since.document, { rule: "BASE", reason: null }, 600_000, 500_000)).toBeNull();
  });
});

describe("finding what to propose", () => {
  let made = 0;
  const cases = (n: number, reason: string, more: Partial<LimitCase> = {}): LimitCase[] =>
    Array.from({ length: n }, () => {
      made += 1;
      return { id: String(made), reason, asked: 650_000, reach: 650_000, ceiling: null, outcome: "in_full", given: 650_000, waited: 20, result: null, overturned: false, ...more };
    });

  test("proposes a whole rule when each of its reasons asks for it, by the smallest of their steps", () => {
    const found = findLimits(store, (rule) => (rule === "BASE" ? [...cases(60, "fault"), ...cases(60, "delay", { asked: 800_000, reach: 800_000, given: 800_000 })] : []));
    expect(found.map(({ rule }) => rule)).toEqual(["BASE", "SENIOR", "DELAY"]);
    expect(found[0]?.proposals).toMatchObject([{ rule: "BASE", reason: null, limit: 500_000, assessment: { kind: "widen", to: 650_000 } }]);
    expect(found[1]?.overall.hold).toBe("too_few");
  });

  test("proposes one reason where the others do not ask, though all together would", () => {
    const found = findLimits(store, (rule) => (rule === "BASE" ? [...cases(200, "fault"), ...cases(10, "delay", { outcome: "declined", given: 0 })] : []));
    expect(found[0]?.overall.kind).toBe("widen");
    expect(found[0]?.proposals).toMatchObject([{ reason: "fault", assessment: { kind: "widen" } }]);
  });

  test("proposes nothing that a rule of equal scope stands in the way of, and names it", () => {
    const equal = shop([{ code: "BASE", ...perCase(500_000) }, { code: "TWIN", ...perCase(600_000) }]);
    const found = findLimits(equal, (rule) => (rule === "BASE" ? cases(60, "fault") : []));
    expect(found[0]).toMatchObject({ proposals: [], blocked: [{ reason: "fault", by: ["TWIN"] }] });
  });

  test("leaves a reason to the exception that was made for it", () => {
    const { document } = changed(store, { rule: "BASE", reason: "fault" }, 600_000);
    const found = findLimits(document, (rule) => (rule === "BASE" ? cases(60, "fault") : []));
    expect(found[0]).toMatchObject({ rule: "BASE", overall: { hold: "too_few" }, proposals: [] });
  });

  test("says nothing of rules without a limit per case", () => {
    expect(findLimits(shop([{ code: "SHARE", limit: { percentOfOrder: 50 } }, { code: "NO", effect: "prohibit" }]), () => [])).toEqual([]);
  });
});
