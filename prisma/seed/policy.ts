import { addDays } from "#kernel/period.ts";
import { budgets, exceptions, sayings } from "./policy/budgets.ts";
import { goodwillRules } from "./policy/goodwill-rules.ts";
import { guardRules } from "./policy/guard-rules.ts";
import { refundRules } from "./policy/refund-rules.ts";
import { serviceRules } from "./policy/service-rules.ts";
import { OWNER_SERVICE, type PolicyDays, type PolicyInput, type RuleInput } from "./policy/shapes.ts";
import { policyTests } from "./policy/tests.ts";
import { caseGroups, channels, flags, gestures, reasons, tiers } from "./policy/vocabulary.ts";

/** Version numbers of the demo company's policy. */
export const POLICY = { first: 1, second: 2, inForce: 3, coming: 4, inReview: 5 } as const;

/** The company's calendar around a day: what dated rules and reviews hang on. */
export function policyDays(today: string): PolicyDays {
  return {
    campaignFrom: addDays(today, -38),
    campaignTo: addDays(today, -28),
    trialFrom: addDays(today, -24),
    trialTo: addDays(today, 66),
    reviewDue: today,
    reviewSoon: addDays(today, 24),
    reviewLater: addDays(today, 128),
  };
}

type Change = Partial<RuleInput>;

/** The policy in force: version 3. */
function policyInForce(days: PolicyDays): PolicyInput {
  return {
    currency: "VND",
    timeZone: "Asia/Ho_Chi_Minh",
    lastResort: "leader",
    gestures,
    reasons,
    channels,
    tiers,
    flags,
    caseGroups,
    rules: [...refundRules(days), ...goodwillRules(days), ...serviceRules(days), ...guardRules(days)],
    escalation: { to: "supervisor", withinMinutes: 30, fallback: "manager", fallbackAfterMinutes: 60 },
    exceptions,
    budgets,
    sayings,
    tests: policyTests,
  };
}

/** The same policy without some rules and the tests that name them or are listed. */
function without(policy: PolicyInput, codes: readonly string[], tests: readonly string[] = []): PolicyInput {
  return {
    ...policy,
    rules: policy.rules.filter((rule) => !codes.includes(rule.code)),
    tests: (policy.tests ?? []).filter(({ name, expect }) => !codes.includes(expect.rule ?? "") && !tests.some((start) => name.startsWith(start))),
  };
}

/** The same policy with some members of some rules replaced. */
function changed(policy: PolicyInput, changes: Readonly<Record<string, Change>>): PolicyInput {
  return { ...policy, rules: policy.rules.map((rule) => ({ ...rule, ...changes[rule.code] })) };
}

function withRules(policy: PolicyInput, rules: readonly RuleInput[], tests: PolicyInput["tests"] = []): PolicyInput {
  return { ...policy, rules: [...policy.rules, ...rules], tests: [...(policy.tests ?? []), ...(tests ?? [])] };
}

/** Closes the gap that alterations leave: what version 5 proposes. */
function alterationRule(days: PolicyDays): RuleInput {
  return {
    code: "ALTER-REDO",
    effect: "grant",
    gestures: ["voucher", "fee_waiver"],
    name: { vi: "Sửa đồ chưa đạt: làm lại và gửi phiếu", en: "Alteration gone wrong: redo it and give a voucher" },
    why: {
      vi: "Khách đã chờ một lần để sửa mà vẫn chưa mặc được. Sáu tháng qua chuyện này lặp lại ở nhiều cửa hàng mà chưa có quy tắc nào.",
      en: "They waited once for the alteration and still cannot wear it. For six months this has come up in many shops without any rule.",
    },
    serves: { kind: "goal", text: { vi: "Mặc được món đồ đã trả tiền sửa", en: "Wearing what one paid to have altered" } },
    who: { roles: ["frontline"] },
    when: { reasons: ["alteration_fault"], channels: ["store"] },
    limit: { perCase: 200_000 },
    duties: { note: true },
    escalation: { to: "supervisor", withinMinutes: 15, fallback: "manager", fallbackAfterMinutes: 15 },
    say: {
      vi: "Dạ, {{me}} xin lỗi vì lần sửa trước chưa vừa. Cửa hàng sửa lại ngay, và gửi {{customer}} phiếu {{amount}} cho lần đi thêm này ạ.",
      en: "I'm sorry the alteration didn't fit. We'll redo it now, and here is a voucher for {{amount}} for the extra trip.",
    },
    owner: OWNER_SERVICE,
    reviewBy: days.reviewSoon,
  };
}

/**
 * The five versions of the demo company, each a small step from its neighbour: 1 and 2 retired, 3 in force, 4 published
 * for a coming day, 5 in review.
 */
export function policyVersions(days: PolicyDays): Readonly<Record<(typeof POLICY)[keyof typeof POLICY], PolicyInput>> {
  const third = policyInForce(days);
  const second = changed(
    without(
      third,
      ["REFUND-STORE-SENIOR", "REFUND-STORE-PLATINUM", "VOUCHER-TRIAL-WAIT", "VOUCHER-CAMPAIGN", "REQ-ABUSE-BESIDE", "EXPRESS-STORE", "REPAIR-NO-RECEIPT"],
      ["Khách bạch kim", "Khách đang xúc phạm"],
    ),
    { "FEE-ALTER": { limit: { perCase: 100_000 } }, "GIFT-PROACTIVE": { limit: { perCase: 100_000 } } },
  );
  const first = changed(
    without(
      second,
      ["PARTIAL-STORE", "PARTIAL-CARE", "PARTIAL-LEAD", "VOUCHER-TRAINED", "GIFT-PROACTIVE", "GIFT-LEAD", "REQ-HIGH-ORDER", "SHIPFEE-REMOTE"],
      ["Hoàn một phần từ xa", "Cửa hàng đã tặng đủ"],
    ),
    { "REFUND-LEAD": { limit: { perCase: 1_500_000 }, duties: { note: true } }, "VOUCHER-LEAD": { limit: { perCase: 300_000 } } },
  );
  const fourth = changed(third, {
    "PARTIAL-STORE": { limit: { perCase: 300_000, percentOfOrder: 40 } },
    "SHIPFEE-REMOTE": { limit: { perCase: 80_000 } },
    "REFUND-STORE-NEW": { who: { roles: ["frontline"], tenureDays: { below: 45 } } },
  });
  const fifth = withRules(
    { ...fourth, tests: (fourth.tests ?? []).filter(({ expect }) => expect.reason !== "no_rule_covers") },
    [alterationRule(days)],
    [
      {
        name: "Sửa đồ chưa đạt, phiếu 150.000: tự quyết",
        request: { gesture: "voucher", reason: "alteration_fault", channel: "store", amount: { minor: 150_000, currency: "VND" }, customer: "none", order: "none", flags: [] },
        actor: { role: "frontline", department: "RETAIL", site: "HN-01", level: 2, tenureDays: 400, courses: [] },
        expect: { outcome: "granted", rule: "ALTER-REDO" },
      },
    ],
  );
  return { 1: first, 2: second, 3: third, 4: fourth, 5: fifth };
}
