import { describe, expect, test } from "vitest";
import { canApprove } from "./approval.ts";
import { budgetsCharged } from "./charges.ts";
import { escalationFor } from "./escalation.ts";
import { clerk, policyWith, refund } from "./sample-policy.ts";

const own = { kind: "authority" } as const;
const asSupervisor = { kind: "exception", role: "supervisor" } as const;
const supervisor = (more = {}) => clerk({ roles: ["supervisor"] }, more);

describe("who could approve", () => {
  const policy = policyWith(
    [
      { code: "CLERK", limit: { perCase: 100 }, who: { roles: ["frontline"] }, duties: { secondPersonAbove: 80 } },
      { code: "LEAD", limit: { perCase: 300 }, who: { roles: ["supervisor"] }, duties: { secondPersonAbove: 10 } },
      { code: "NO", effect: "prohibit", when: { flags: { any: ["fraud"] } } },
    ],
    { budgets: [{ code: "DAY", subject: "person", measure: "amount", window: "day", limits: [{ role: "*", limit: 400 }], onExceed: "escalate" }] },
  );

  test("whoever would be granted the same request, second-person duty left out, equality inside", () => {
    expect(canApprove(policy, refund(300), supervisor(), own)).toMatchObject({ qualifies: true, kind: "authority", role: "supervisor" });
    expect(canApprove(policy, refund(301), supervisor(), own)).toMatchObject({ qualifies: false, verdict: { reason: "over_case_limit" } });
    expect(canApprove(policy, refund(90), clerk(), own).qualifies).toBe(true);
  });

  test("an approver's own budget that is exhausted, or the case total, disqualifies", () => {
    expect(canApprove(policy, refund(200), supervisor({ usage: { DAY: 201 } }), own).qualifies).toBe(false);
    expect(canApprove(policy, refund(200), supervisor({ caseTotal: 101 }), own).qualifies).toBe(false);
  });

  test("by exception the asked role decides up to its ceiling, the case counted, budgets not", () => {
    const asked = (minor: number, more = {}) => canApprove(policy, refund(minor, { channel: "chat" }), supervisor(more), asSupervisor);
    expect(asked(1_000_000, { usage: { DAY: 400 } })).toMatchObject({ qualifies: true, kind: "exception", role: "supervisor" });
    expect(asked(1_000_001).qualifies).toBe(false);
    expect(asked(999_999, { caseTotal: 2 }).qualifies).toBe(false);
    expect(canApprove(policy, refund(9_000_000_000), clerk({ roles: ["leader"] }), { kind: "exception", role: "leader" }).qualifies).toBe(true);
  });

  test("no exception for a role not held or not named, nor past a prohibition that holds or may hold", () => {
    expect(canApprove(policy, refund(5000), clerk(), asSupervisor).qualifies).toBe(false);
    expect(canApprove(policy, refund(5000), clerk({ roles: ["manager"] }), { kind: "exception", role: "manager" }).qualifies).toBe(false);
    expect(canApprove(policy, refund(5000, { flags: ["fraud"] }), supervisor(), asSupervisor).qualifies).toBe(false);
    expect(canApprove(policy, refund(5000, { flags: null }), supervisor(), asSupervisor).qualifies).toBe(false);
  });
});

describe("where a request goes", () => {
  const escalation = { to: "manager", withinMinutes: 15 };
  const policy = policyWith([
    { code: "OWN", limit: { perCase: 100 }, when: { channels: ["chat"] }, escalation },
    { code: "PLAIN", limit: { perCase: 100 }, when: { reasons: ["delay"] }, duties: { secondPersonAbove: 10 } },
    { code: "NO", effect: "prohibit", when: { flags: { any: ["fraud"] } } },
  ]);
  const pathOf = (request: Parameters<typeof policy.evaluate>[0]) => escalationFor(policy.document, policy.evaluate(request, clerk()));

  test("to the role of the rule that counts, else of the policy; the fallback waits as long unless it says", () => {
    expect(pathOf(refund(101, { channel: "chat" }))).toEqual({ to: "manager", withinMinutes: 15, fallback: null, fallbackAfterMinutes: 15, lastResort: "leader", byException: false, secondPersonFirst: false });
    expect(pathOf(refund(11, { reason: "delay" }))).toMatchObject({ to: "supervisor", withinMinutes: 30, fallback: "manager", fallbackAfterMinutes: 60, secondPersonFirst: true });
  });

  test("where no grant applies the asked role decides by exception; what is refused goes nowhere", () => {
    expect(pathOf(refund(1))).toMatchObject({ to: "supervisor", byException: true });
    expect(pathOf(refund(1, { flags: ["fraud"] }))).toBeNull();
    expect(pathOf(refund(1, { flags: null }))).toMatchObject({ byException: false });
  });

  test("a policy that says nothing asks its last resort", () => {
    const silent = policyWith([], { escalation: null, lastResort: "manager" });
    expect(escalationFor(silent.document, silent.evaluate(refund(1), clerk()))).toMatchObject({ to: "manager", lastResort: "manager" });
  });
});

describe("what is charged", () => {
  const budget = (code: string, subject: string, measure: string, limits: unknown[], rest = {}) => ({ code, subject, measure, window: "day", limits, onExceed: "escalate", ...rest });
  const { document } = policyWith([], {
    budgets: [
      budget("TEAM", "team", "amount", [{ role: "supervisor", limit: 5 }]),
      budget("CUST", "customer", "count", [{ role: "frontline", limit: 3 }]),
      budget("PERSON", "person", "amount", [{ role: "frontline", limit: 7 }, { role: "*", limit: 9 }]),
      budget("SITE", "site", "amount", [], { window: { rollingDays: 30 } }),
      budget("OTHER", "person", "amount", [{ role: "*", limit: 1 }], { gestures: ["voucher"] }),
      budget("DELAY", "person", "amount", [{ role: "*", limit: 1 }], { reasons: ["delay"] }),
    ],
  });
  const charged = (role: string, byException = false, request = refund(40), site: string | null = "S") => budgetsCharged(document, request, { role, site, byException }).map(({ code, limit, delta }) => [code, limit, delta]);

  test("the person's and team's budgets that bind the role, and always the customer's and the site's", () => {
    expect(charged("frontline")).toEqual([["CUST", 3, 1], ["PERSON", 7, 40], ["SITE", null, 40]]);
    expect(charged("supervisor")).toEqual([["CUST", null, 1], ["PERSON", 9, 40], ["SITE", null, 40], ["TEAM", 5, 40]]);
  });

  test("an exception is counted without guard; a walk-in and no site have no counter; no amount counts by number alone", () => {
    expect(charged("frontline", true)).toEqual([["CUST", null, 1], ["PERSON", null, 40], ["SITE", null, 40]]);
    expect(charged("frontline", false, refund(40, { customer: "none" }), "none")).toEqual([["PERSON", 7, 40]]);
    expect(charged("frontline", false, { ...refund(1), gesture: "callback", amount: null })).toEqual([["CUST", 3, 1]]);
  });
});
