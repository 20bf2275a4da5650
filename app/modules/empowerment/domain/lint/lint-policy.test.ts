import { describe, expect, test, vi } from "vitest";
import { compilePolicy } from "../compile.ts";
import { documentWith } from "../sample-policy.ts";
import type { LintContext } from "./context.ts";
import type { FindingCode } from "./findings.ts";
import { generatedPolicy } from "./generated-policy.ts";
import { lintPolicy } from "./lint-policy.ts";

// a busy machine takes many times as long
vi.setConfig({ testTimeout: 240_000 });

type Rules = Parameters<typeof documentWith>[0];
const parsed = (rules: Rules, rest: Record<string, unknown> = {}) => compilePolicy(documentWith(rules, rest)).document;
const found = (code: FindingCode, rules: Rules, rest: Record<string, unknown> = {}, context: LintContext = {}) =>
  lintPolicy(parsed(rules, rest), context).filter((finding) => finding.code === code);

const general = { code: "A", who: { roles: ["frontline"] }, limit: { perCase: 500_000 } };

describe("limits", () => {
  test("two incomparable rules conflict; a rule for what they share settles it", () => {
    const platinum = { code: "P", when: { tiers: ["platinum"] }, limit: { perCase: 2_000_000 } };
    const chat = { code: "C", when: { channels: ["chat"] }, limit: { perCase: 300_000 } };
    const [conflict] = found("conflict", [platinum, chat]);
    expect([conflict?.rules, conflict?.params["limits"]]).toEqual([["C", "P"], { stricter: 300_000, looser: 2_000_000 }]);
    expect(found("conflict", [platinum, chat, { code: "PC", when: { tiers: ["platinum"], channels: ["chat"] }, limit: { perCase: 1_000_000 } }])).toEqual([]);
  });

  test("a narrower exception, wider or tighter, is no conflict; a twin of equal limit never decides", () => {
    expect(found("conflict", [general, { ...general, code: "B", when: { reasons: ["fault"] }, limit: { perCase: 200_000 } }])).toEqual([]);
    expect(found("never_decides", [general, { ...general, code: "B" }]).map(({ rules }) => rules)).toEqual([["B", "A"]]);
  });

  test("a slipped zero shows beside its neighbours", () => {
    const rules = [general, { ...general, code: "B", when: { reasons: ["fault"] }, limit: { perCase: 5_000_000 } }];
    const [slipped] = found("slipped_zero", rules);
    expect([slipped?.rules, slipped?.params["limit"]]).toEqual([["B", "A"], 5_000_000]);
    expect(found("slipped_zero", [general, { ...general, code: "B", when: { reasons: ["fault"] }, limit: { perCase: 4_999_999 } }])).toEqual([]);
  });

  test("the next role may give less", () => {
    const [falling] = found("limit_not_rising", [general, { code: "S", who: { roles: ["supervisor"] }, limit: { perCase: 400_000 } }]);
    expect([falling?.rules, falling?.params["limits"]]).toEqual([["A", "S"], { lower: 500_000, higher: 400_000 }]);
  });
});

describe("the way up", () => {
  const up = (escalation: Record<string, unknown>) => [{ ...general, escalation: { withinMinutes: 15, ...escalation } }];

  test("goes round where the same role is asked twice, or a lower one after a higher", () => {
    const kinds = (escalation: Record<string, unknown>) => found("escalation_cycle", up(escalation)).map(({ params }) => params["kind"]);
    expect(kinds({ to: "manager", fallback: "manager" })).toEqual(["same_role"]);
    expect(kinds({ to: "manager", fallback: "supervisor" })).toEqual(["goes_down"]);
    expect(kinds({ to: "supervisor", fallback: "manager" })).toEqual([]);
  });

  test("ends where nobody asked may give more, unless the last resort may by exception", () => {
    const closed = { exceptions: [{ role: "leader", perCase: 400_000 }] };
    expect(found("escalation_dead_end", [general], closed).map(({ params }) => params["kind"])).toEqual(["nobody_above"]);
    expect(found("escalation_dead_end", [general], { exceptions: [{ role: "leader", perCase: 600_000 }] })).toEqual([]);
    expect(found("escalation_dead_end", [general, { code: "M", who: { roles: ["manager"] }, limit: { perCase: 900_000 } }, { code: "L", who: { roles: ["leader", "supervisor"] }, limit: { perCase: 300_000 } }], closed).map(({ rules }) => rules[0])).toEqual(["M"]);
  });

  test("ends where the last resort is nobody, nobody has an exception, or the past went further", () => {
    const people = [{ roles: ["frontline"], site: "HN-01", department: null, count: 3 }];
    const kinds = (rest: Record<string, unknown>, context: LintContext) => found("escalation_dead_end", [general], rest, context).map(({ params }) => params["kind"]);
    expect(kinds({}, { people })).toEqual(["nobody"]);
    expect(kinds({ exceptions: [] }, {})).toContain("no_exception");
    expect(kinds({ exceptions: [{ role: "leader", perCase: 600_000 }] }, { largestPastAmount: { refund: 700_000 } })).toEqual(["past_amount"]);
  });
});

describe("people and budgets", () => {
  const second = { ...general, duties: { secondPersonAbove: 300_000 } };
  const at = (site: string, role: string, count: number) => ({ roles: [role], site, department: null, count });

  test("a second person is impossible at the sites where nobody else could confirm", () => {
    const people = [at("HN-01", "frontline", 1), at("HN-02", "frontline", 2), at("HN-03", "frontline", 1), at("HN-03", "supervisor", 1), at("HQ", "leader", 1)];
    const [impossible] = found("second_person_impossible", [second], {}, { people });
    expect([impossible?.rules, impossible?.params["sites"]]).toEqual([["A"], ["HN-01"]]);
    expect(impossible?.witness && compilePolicy(documentWith([second])).evaluate(impossible.witness.request, impossible.witness.facts).reason).toBe("second_person_required");
    expect(found("second_person_impossible", [second])).toEqual([]);
  });

  test("a budget leaves out a role that a grant names", () => {
    const budgets = [{ code: "DAY", subject: "person", measure: "amount", window: "day", limits: [{ role: "supervisor", limit: 9_000_000 }] }];
    const [unbound] = found("role_unbound", [general], { budgets });
    expect([unbound?.budgets, unbound?.params["roles"]]).toEqual([["DAY"], ["frontline"]]);
    expect(found("role_unbound", [general], { budgets: [{ ...budgets[0], limits: [{ role: "*", limit: 9_000_000 }] }] })).toEqual([]);
  });
});

describe("what is written", () => {
  const named = { name: { vi: "Một", en: "One" }, why: { vi: "Vì", en: "Because" } };

  test("names, reasons and words are wanted in both languages", () => {
    expect(found("missing_name", [{ ...general, ...named, name: { vi: "Một" } }]).map(({ params }) => params["languages"])).toEqual([["en"]]);
    expect(found("missing_why", [{ ...general, name: named.name }]).map(({ params }) => params["languages"])).toEqual([["vi", "en"]]);
    expect(found("missing_words", [{ ...general, ...named, say: { en: "Sorry." } }]).filter(({ rules }) => rules.length > 0).map(({ params }) => [params["what"], params["languages"]])).toEqual([["say", ["vi"]]]);
  });

  test("codes are errors where the organisation lacks them, and not judged where nothing is known of it", () => {
    const placed = [{ ...general, who: { roles: ["frontline"], sites: ["HN-01", "HN-99"], courses: ["OLD"] }, owner: "gone@demo.tam" }];
    const context = { sites: ["HN-01"], courses: [], owners: ["hr@demo.tam"], roles: ["frontline", "supervisor", "manager", "leader"] };
    expect(found("unknown_code", placed, {}, context).map(({ severity, params }) => [severity, params["kind"], params["codes"]])).toEqual([["error", "owner", ["gone@demo.tam"]], ["error", "site", ["HN-99"]]]);
    expect(found("unknown_course", placed, {}, context).map(({ params }) => params["codes"])).toEqual([["OLD"]]);
    expect([...found("unknown_code", placed), ...found("unknown_course", placed)]).toEqual([]);
  });

  test("a last day that has come and a review that is due are seen from today alone", () => {
    const dated = [{ ...general, validTo: "2026-11-22", reviewBy: "2026-11-01" }];
    expect(found("never_in_force", dated, {}, { today: "2026-11-22" })).toHaveLength(1);
    expect(found("never_in_force", dated, {}, { today: "2026-11-21" })).toEqual([]);
    expect(found("review_passed", dated, {}, { today: "2026-11-21" })).toHaveLength(1);
    expect([...found("never_in_force", dated), ...found("review_passed", dated)]).toEqual([]);
  });

  test("a stored test case that fails is an error, with the situation it asks about", () => {
    const request = { gesture: "refund", reason: "fault", channel: "store", amount: { minor: 600_000, currency: "VND" } };
    const tests = [{ name: "600", request, actor: { role: "frontline" }, expect: { outcome: "granted" } }];
    const [failed] = found("test_failed", [general], { tests }, { today: "2026-11-22" });
    expect(failed).toMatchObject({ severity: "error", params: { name: "600", field: "outcome", expected: "granted", actual: "escalated" }, witness: { request } });
  });
});

describe("size", () => {
  test("a gesture whose rules tell too many sets of flags apart is named, not passed over", () => {
    const flags = Array.from({ length: 12 }, (_, at) => ({ code: `f${at}`, name: { vi: "f", en: "f" } }));
    const rules = flags.map(({ code }) => ({ code: `N-${code}`, effect: "prohibit", when: { flags: { any: [code] } } }));
    expect(found("too_large", [general, ...rules], { flags }).map(({ severity, params }) => [severity, params["gestures"]])).toEqual([["info", ["refund"]]]);
    expect(found("never_decides", [general, ...rules], { flags })).toEqual([]);
  });

  test("conflicts beyond those listed are counted", () => {
    const findings = lintPolicy(generatedPolicy(500), { today: "2026-11-22" });
    const conflicts = findings.filter(({ code }) => code === "conflict").length;
    const [rest] = findings.filter(({ code }) => code === "too_large");
    expect(conflicts).toBe(500);
    expect(rest?.params["unlisted"]).toBeGreaterThan(0);
    expect(rest?.params["unsure"]).toEqual([]);
  });
});
