import { beforeEach, describe, expect, test } from "vitest";
import { jobs } from "#composition/jobs.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { createDraft, publishPolicy, reviewRule, rulePage, submitPolicy } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { freshCompany, MONDAY_TEN, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const now = MONDAY_TEN;
const keep = { decision: "keep", note: "Duyệt đủ 58 trên 60 lần", reviewBy: "2027-02-01" };
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

describe("a rule looked at again", () => {
  test("is written down with its words and the next day, by HR or management, and its owner is told", async () => {
    const made = await reviewRule(await company.actor("leader"), "REFUND-STORE", keep, { now });
    expect(made).toMatchObject({ rule: "REFUND-STORE", version: 1, decision: "keep", reviewBy: "2027-02-01" });
    const page = await rulePage(await company.actor("frontline"), "REFUND-STORE", {}, now);
    expect(page).toMatchObject({ reviewDue: "2027-02-01", due: false, reviews: [{ decision: "keep", note: keep.note, by: { email: "leader@demo.tam" } }] });
    expect(await db.auditEvent.findFirstOrThrow({ where: { type: "rule.reviewed" } })).toMatchObject({ subjectKind: "rule", subjectId: "REFUND-STORE", actorId: company.people.leader.id });
    expect((await verifyChain()).ok).toBe(true);
    expect(await db.notification.findMany({ where: { kind: "policy.rule-keep" } })).toMatchObject([{ personId: company.people.hr.id, href: "/policies/rules/REFUND-STORE" }]);
  });

  test("is judged by nobody else, and never by a service", async () => {
    for (const key of ["frontline", "manager", "admin", "auditor"] as const) {
      await expect(reviewRule(await company.actor(key), "REFUND-STORE", keep, { now })).rejects.toMatchObject({ code: "forbidden" });
    }
    const service = { kind: "service", personId: null, name: "hris", locale: "vi", tokenScopes: ["policies:write"], via: "hris", requestId: null, address: null } as const;
    await expect(reviewRule(service, "REFUND-STORE", keep, { now })).rejects.toMatchObject({ code: "forbidden" });
    await expect(reviewRule(await company.actor("hr"), "NO-SUCH-RULE", keep, { now })).rejects.toMatchObject({ status: 404 });
    expect(await db.ruleReview.count()).toBe(0);
  });

  test("needs a choice, words, and a day to come within two years unless it is to stop", async () => {
    const hr = await company.actor("hr");
    const faults = async (input: { decision: string; note?: string; reviewBy?: string }) => {
      const refused: unknown = await reviewRule(hr, "REFUND-STORE", { note: "", ...input }, { now }).catch((error: unknown) => error);
      return (refused as { errors: readonly { path: string; code: string }[] }).errors.map(({ path, code }) => `${path} ${code}`);
    };
    expect(await faults({ decision: "perhaps" })).toEqual(["decision choose_one", "note required", "reviewBy required"]);
    expect(await faults({ decision: "keep", note: "Giữ", reviewBy: "2026-11-23" })).toEqual(["reviewBy must_be_future"]);
    expect(await faults({ decision: "change", note: "Sửa", reviewBy: "30/02/2027" })).toEqual(["reviewBy date_format"]);
    expect(await faults({ decision: "change", note: "Sửa", reviewBy: "2029-11-23" })).toEqual(["reviewBy review_too_late"]);
    expect(await reviewRule(hr, "REFUND-STORE", { decision: "stop", note: "Không còn cần" }, { now })).toMatchObject({ decision: "stop", reviewBy: null });
  });

  test("cannot be unsaid", async () => {
    const { id } = await reviewRule(await company.actor("hr"), "REFUND-STORE", keep, { now });
    await expect(transaction((tx) => tx.update("RuleReview", { id }, { decision: "stop" }))).rejects.toThrow(/append-only/);
    await expect(transaction((tx) => tx.remove("RuleReview", { id }))).rejects.toThrow(/append-only/);
  });

  test("is due again by its own day once a newer version is in force", async () => {
    const hr = await company.actor("hr");
    await reviewRule(hr, "REFUND-STORE", keep, { now });
    const rules = company.policy.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, reviewBy: "2026-12-01" } : rule));
    const { version } = await createDraft(hr, { ...company.policy, rules }, { now });
    await submitPolicy(hr, version, {}, { now });
    await publishPolicy(await company.actor("leader"), version, { note: "Đã xem" }, { now });
    expect(await rulePage(hr, "REFUND-STORE", {}, later(1))).toMatchObject({ version, reviewDue: "2026-12-01", due: false });
    expect(await rulePage(hr, "REFUND-STORE", {}, later(8))).toMatchObject({ due: true });
  });
});

describe("the day of a review", () => {
  const due = () => db.notification.findMany({ where: { kind: "policy.rule-due" }, select: { personId: true, href: true } });

  beforeEach(() => registerJobs(jobs));

  test("asks the owner once, and not any more when somebody has looked", async () => {
    const hr2 = await company.actor("hr2");
    await reviewRule(hr2, "REFUND-STORE", { ...keep, reviewBy: "2026-12-01" }, { now });
    await reviewRule(hr2, "CALLBACK", { ...keep, reviewBy: "2026-12-01" }, { now });
    await runDueJobs(later(1));
    expect(await due()).toEqual([]);
    await reviewRule(hr2, "CALLBACK", keep, { now: later(7) });
    for (const days of [8, 8.1, 9, 10]) await runDueJobs(later(days));
    expect(await due()).toEqual([{ personId: company.people.hr.id, href: "/policies/rules/REFUND-STORE" }]);
  });
});
