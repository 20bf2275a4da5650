import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { documents, factSets, requests } from "./arbitraries.ts";
import { compilePolicy } from "./compile.ts";
import { parseFacts, parseRequest } from "./parse-request.ts";
import { clerk, policyWith, refund, vnd } from "./sample-policy.ts";
import type { DecisionRequest, Facts } from "./verdict.ts";

// a busy machine takes several times as long
vi.setConfig({ testTimeout: 60_000 });

const budget = { code: "DAY", subject: "person", measure: "amount", window: "day", limits: [{ role: "*", limit: 900 }] };
const policy = policyWith([{ code: "R", limit: { perCase: 1000 } }, { code: "CALL", gestures: ["callback"] }], { budgets: [budget] });

const refused = {
  ...{ outcome: "refused", reason: "invalid_request", role: null, rule: null, limit: 0, room: 0, binding: null, secondPersonAbove: null },
  ...{ duties: { note: false, evidence: false }, unknown: [] },
};

function expectInvalid(request: unknown, facts: unknown): void {
  expect(policy.evaluate(request as DecisionRequest, facts as Facts)).toEqual(refused);
  expect(policy.explain(request as DecisionRequest, facts as Facts)).toEqual({ verdict: refused, caseTotal: 0, rules: [], budgets: [] });
}

test.each([["missing"], [null], ["400000"], [""], [[]], [true], [{}], [{ minor: 1 }], [{ currency: "VND" }], [400_000]])("an amount that is %j is invalid", (amount) => {
  expectInvalid({ ...refund(1), amount: amount === "missing" ? undefined : amount }, clerk());
});

test.each([Number.NaN, Infinity, -Infinity, -1, 0, -0, 0.5, 1e21, 2 ** 53, "1", null, 1n, { valueOf: () => 1 }])("minor units of %s are invalid", (minor) => {
  expectInvalid({ ...refund(1), amount: { minor, currency: "VND" } }, clerk());
});

test.each([2 ** 31, 2 ** 53 - 1])("%i minor units are an amount", (minor) => {
  expect(policy.evaluate(refund(minor), clerk()).outcome).toBe("escalated");
});

const value = (part: unknown) => ({ order: { value: part } });
test.each<[string, Record<string, unknown>]>([
  ["another currency", { amount: { minor: 100_000, currency: "USD" } }],
  ["a currency in small letters", { amount: { minor: 1, currency: "vnd" } }],
  ["an unknown gesture", { gesture: "party" }],
  ["a gesture of the prototype", { gesture: "constructor" }],
  ["no gesture", { gesture: null }],
  ["a gesture that is no text", { gesture: ["refund"] }],
  ["an unknown reason", { reason: "other" }],
  ["no reason", { reason: undefined }],
  ["an unknown channel", { channel: "radio" }],
  ["no channel", { channel: null }],
  ["a reason spelt with other characters", { reason: "fault\u0301" }],
  ["an unknown tier", { customer: { tier: "diamond" } }],
  ["a customer that is a text", { customer: "C-1029" }],
  ["a customer that is a list", { customer: [] }],
  ["an empty reference", { customer: { ref: "" } }],
  ["a lifetime value that is a number", { customer: { lifetimeValue: 5 } }],
  ["a lifetime value in another currency", { customer: { lifetimeValue: { minor: 5, currency: "USD" } } }],
  ["a negative lifetime value", { customer: { lifetimeValue: vnd(-1) } }],
  ["a fraction of an order value", value({ minor: 0.5, currency: "VND" })],
  ["an order value in another currency", value({ minor: 5, currency: "EUR" })],
  ["an order that is true", { order: true }],
  ["days that are a text", { order: { daysSincePurchase: "3" } }],
  ["a fraction of days", { order: { daysSincePurchase: 1.5 } }],
  ["flags that are a text", { flags: "fraud" }],
  ["an unknown flag", { flags: ["fraude"] }],
  ["a flag that is null", { flags: [null] }],
  ["proactive that is a text", { proactive: "yes" }],
  ["an unknown member", { ammount: 5 }],
  ["an unknown member of the customer", { customer: { name: "x" } }],
  ["an unknown member of an amount", { amount: { minor: 1, currency: "VND", exponent: 0 } }],
  ["evidence that is a text", { evidence: "x" }],
  ["evidence of more than 200 characters", { evidence: ["x".repeat(201)] }],
  ["escalate that is 1", { escalate: 1 }],
  ["an unknown reason to escalate", { escalateReason: "bored" }],
  ["an amount for a gesture without one", { gesture: "callback" }],
])("%s is invalid", (_, part) => {
  expectInvalid({ ...refund(1), ...part }, clerk());
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ["no roles", {}, { roles: [] }],
  ["roles that are missing", {}, { roles: undefined }],
  ["a role that is no text", {}, { roles: [1] }],
  ["courses that are missing", {}, { courses: null }],
  ["a site that is a number", {}, { site: 1 }],
  ["a negative level", {}, { level: -1 }],
  ["a fraction of days of service", {}, { tenureDays: 0.1 }],
  ["an unknown member of the person", {}, { tenure: 1 }],
  ["an instant without zone", { now: "2026-11-22T03:00:00" }, {}],
  ["a day that no calendar has", { now: "2026-02-30T03:00:00Z" }, {}],
  ["an hour that no clock has", { now: "2026-02-20T24:00:00Z" }, {}],
  ["a local day instead of an instant", { now: "2026-11-22" }, {}],
  ["an instant that is a number", { now: 1_790_000_000_000 }, {}],
  ["no instant", { now: null }, {}],
  ["a negative case total", { caseTotal: -1 }, {}],
  ["a case total beyond safe integers", { caseTotal: 2 ** 53 }, {}],
  ["usage that is a list", { usage: [] }, {}],
  ["a fraction of usage", { usage: { DAY: 0.5 } }, {}],
  ["negative usage of another budget", { usage: { OTHER: -5 } }, {}],
  ["usage that is a text", { usage: { DAY: "5" } }, {}],
  ["an unknown member of the facts", { casetotal: 5 }, {}],
])("%s in the facts is invalid", (_, facts, actor) => {
  expectInvalid(refund(1), { ...clerk(actor), ...facts });
});

test("null means absent everywhere", () => {
  const request = { ...refund(1), proactive: null, customer: null, order: { ref: null, value: null }, flags: null, case: null, note: null, colour: null };
  const facts = { ...clerk({ department: null, site: null, level: null, tenureDays: null }), caseTotal: null, usage: { DAY: null, OTHER: null } };
  expect(policy.evaluate(request as unknown as DecisionRequest, facts)).toMatchObject({ outcome: "granted", room: 900 });
  expect(policy.evaluate({ gesture: "callback", reason: "fault", channel: "chat", amount: null }, clerk()).outcome).toBe("granted");
});

test("usage of budgets the policy no longer has does no harm, and codes of the prototype are only codes", () => {
  expect(policy.evaluate(refund(1), clerk({}, { usage: { GONE: 5 } })).room).toBe(900);
  const odd = { code: "constructor", subject: "person", measure: "amount", window: "day", limits: [{ role: "__proto__", limit: 7 }, { role: "*", limit: 5 }] };
  const named = policyWith([{ code: "__proto__", limit: { perCase: 9 }, who: { courses: ["toString"] } }], { budgets: [odd, { ...odd, code: "__proto__" }] });
  const taught = { courses: ["toString"] };
  expect(named.evaluate(refund(1), clerk(taught))).toMatchObject({ rule: "__proto__", room: 5, binding: "__proto__" });
  expect(named.evaluate(refund(1), clerk({ ...taught, roles: ["__proto__"] }, { usage: JSON.parse('{"__proto__": 3, "constructor": 6}') as Record<string, number> }))).toMatchObject({ room: 1, binding: "constructor" });
  expect(named.evaluate(refund(1), clerk({ courses: [] })).reason).toBe("training_required");
});

describe("whatever it is given", () => {
  const thrower = new Proxy({}, { get: () => { throw new Error("no"); }, ownKeys: () => { throw new Error("no"); }, has: () => { throw new Error("no"); } });
  const cycle: Record<string, unknown> = { ...refund(1) };
  cycle.customer = cycle;
  const getter = { ...refund(1), get reason(): string { throw new Error("no"); } };

  test.each<[string, unknown]>([["undefined", undefined], ["a number", 5], ["a list", [1]], ["a function", () => 1], ["a symbol", Symbol("x")], ["a bigint", 1n], ["a throwing proxy", thrower], ["a cycle", cycle], ["a throwing getter", getter], ["a date", new Date()], ["a map", new Map()]])("%s as request or facts is refused, never thrown", (_, junk) => {
    expectInvalid(junk, clerk());
    expectInvalid(refund(1), junk);
    expect(parseRequest(junk, policy).ok).toBe(false);
    expect(parseFacts(junk).ok).toBe(false);
  });

  test("junk in any place of a good request or of good facts never throws and never grants more than the limit", () => {
    const junk = fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }), fc.constant("a throwing proxy"));
    const member = fc.constantFrom("gesture", "reason", "channel", "proactive", "amount", "customer", "order", "flags", "case", "note", "now", "actor", "caseTotal", "usage", "extra");
    fc.assert(
      fc.property(documents(4), requests, factSets, member, junk, (document, request, facts, key, drawn) => {
        const thing = drawn === "a throwing proxy" ? thrower : drawn;
        const compiled = compilePolicy(document);
        const answers = [compiled.evaluate({ ...request, [key]: thing }, facts), compiled.evaluate(request, { ...facts, [key]: thing }), compiled.evaluate(request, { ...facts, actor: { ...facts.actor, [key]: thing } } as Facts)];
        for (const { outcome, reason, limit, room } of answers) {
          expect(["granted", "escalated", "refused"]).toContain(outcome);
          if (reason === "invalid_request") expect([outcome, limit, room]).toEqual(["refused", 0, 0]);
          if (room !== null) expect(Number.isSafeInteger(room) && room >= 0).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("what parses is what evaluates, and a parsed request evaluates the same", () => {
    const broken = fc.constantFrom<Record<string, unknown>>({}, { amount: null }, { reason: "x" }, { flags: [3] }, { extra: 1 }, { order: { value: 3 } }, { customer: null, flags: null });
    fc.assert(
      fc.property(documents(4), requests, factSets, broken, (document, request, facts, part) => {
        const compiled = compilePolicy(document);
        const asked = { ...request, ...part } as DecisionRequest;
        const parsed = parseRequest(asked, compiled);
        const verdict = compiled.evaluate(asked, facts);
        expect(parsed.ok).toBe(verdict.reason !== "invalid_request");
        if (parsed.ok) expect(compiled.evaluate(parsed.value, facts)).toEqual(verdict);
      }),
      { numRuns: 500 },
    );
  });
});

test("parsing a request names every fault with its path", () => {
  const request = { gesture: "refund", channel: "radio", amount: { minor: -5, currency: "USD" }, customer: { tier: 3 }, flags: ["fraud", "x"], extra: 1 };
  const parsed = parseRequest(request, policy);
  expect(parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
    "amount amount_missing",
    "amount.currency currency_mismatch",
    "amount.minor too_small",
    "channel unknown_channel",
    "customer.tier wrong_type",
    "extra unknown_key",
    "flags.1 unknown_flag",
    "reason required",
  ]);
  expect(parseRequest({ ...refund(1), note: null, reason: "anything" })).toEqual({ ok: true, value: { ...refund(1), reason: "anything" } });
});
