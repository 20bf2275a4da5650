import { describe, expect, test } from "vitest";
import { alternatives, whatMayBeGiven } from "./alternatives.ts";
import { caseGroupOf } from "./case-group.ts";
import { renderSay, renderWords, resolveSay } from "./say.ts";
import { clerk, policyWith, refund } from "./sample-policy.ts";

describe("words to say", () => {
  test("placeholders take the values given; without an address anh/chị and em", () => {
    expect(renderSay("Dạ, {{me}} hoàn {{ customer }} {{amount}} ạ.", { customer: "cô", me: "cháu", amount: "450.000 ₫" })).toBe("Dạ, cháu hoàn cô 450.000 ₫ ạ.");
    expect(renderSay("Dạ, {{me}} xin lỗi {{customer}}.", { customer: "" })).toBe("Dạ, em xin lỗi anh/chị.");
    expect(renderSay("{{approver}} answers before {{dueAt}}; {{constructor}}", { approver: "Thu Hà" }, "en")).toBe("Thu Hà answers before …; …");
  });

  test("a language that is missing reads as the other", () => {
    expect(renderWords({ vi: "Dạ {{customer}}." }, {})).toEqual({ vi: "Dạ anh/chị.", en: "Dạ anh/chị." });
    expect(renderWords({ vi: "Chào {{customer}}.", en: "Hello {{customer}}." }, {})).toEqual({ vi: "Chào anh/chị.", en: "Hello you." });
  });

  test("a value is never read as a placeholder again", () => {
    expect(renderSay("{{customer}}", { customer: "{{me}} $& $1" })).toBe("{{me}} $& $1");
  });

  test("granted says the rule's words, forbidden the prohibition's, anything else the policy's", () => {
    const say = (vi: string) => ({ vi, en: vi });
    const sayings = { refused: say("refused"), escalated: say("escalated"), declined: say("declined"), expired: say("expired"), noRule: say("noRule") };
    const rules = [
      { code: "R", limit: { perCase: 5 }, when: { channels: ["store"] }, say: say("rule") },
      { code: "NO", effect: "prohibit", when: { flags: { any: ["fraud"] } }, say: say("kind no") },
      { code: "NO2", effect: "prohibit", when: { flags: { any: ["own_purchase"] } } },
    ];
    const policy = policyWith(rules, { sayings });
    const said = (request: Parameters<typeof policy.evaluate>[0], ended?: Parameters<typeof resolveSay>[2]) => resolveSay(policy.document, policy.evaluate(request, clerk()), ended)?.vi;
    expect(said(refund(1))).toBe("rule");
    expect(said(refund(6))).toBe("escalated");
    expect(said(refund(1, { channel: "chat" }))).toBe("noRule");
    expect(said(refund(1, { flags: ["fraud"] }))).toBe("kind no");
    expect(said(refund(1, { flags: ["own_purchase"] }))).toBe("refused");
    expect([said(refund(6), "approved"), said(refund(6), "declined"), said(refund(6), "expired")]).toEqual(["rule", "declined", "expired"]);
    expect(resolveSay({ rules: [], sayings: {} }, { outcome: "escalated", reason: "over_budget", rule: null })).toBeNull();
  });
});

describe("what may be given", () => {
  const policy = policyWith([
    { code: "REFUND", limit: { perCase: 100 } },
    { code: "VOUCHER", gestures: ["voucher"], limit: { perCase: 60 } },
    { code: "CALL", gestures: ["callback"] },
  ]);

  test("every gesture with its room, whatever is asked", () => {
    const offers = whatMayBeGiven(policy, refund(5000), clerk(), (gesture) => (gesture === "voucher" ? 20 : 0));
    expect(offers.map(({ gesture, verdict }) => [gesture, verdict.room, verdict.rule])).toEqual([["refund", 100, "REFUND"], ["voucher", 40, "VOUCHER"], ["callback", null, "CALL"]]);
  });

  test("alternatives are the other gestures that are granted now; the case counts for its group", () => {
    expect(alternatives(policy, refund(5000), clerk()).map(({ gesture }) => gesture)).toEqual(["voucher", "callback"]);
    expect(alternatives(policy, refund(5000), clerk({}, { caseTotal: 60 })).map(({ gesture }) => gesture)).toEqual(["callback"]);
    const { gesture, amount, ...open } = refund(1);
    expect([gesture, amount?.minor]).toEqual(["refund", 1]);
    expect(alternatives(policy, open, clerk())).toHaveLength(3);
  });

  test("a gesture counts with its case group, by default alone", () => {
    expect(caseGroupOf(policy.document, "voucher")).toEqual(["refund", "voucher"]);
    expect(caseGroupOf(policy.document, "callback")).toEqual(["callback"]);
  });
});
