import { beforeAll, expect, test } from "vitest";
import type { PersonActor } from "#access/actor.ts";
import { SECOND_HR, SIGN_INS } from "#db/seed/company.ts";
import { STORIES } from "#db/seed/decisions/stories.ts";
import { POLICY } from "#db/seed/policy.ts";
import { loadDemo } from "#composition/demo.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import {
  approvalDetail, approveDecision, decisionDetail, decisionRows, declineDecision, homeView, matrixView, myAuthority, publishPolicy, recordDecision, waitingOnMe,
} from "#modules/empowerment/public.server.ts";
import { loadActor, NO_CONTEXT } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

// Commands read the machine's clock, so this demo is told from the present.
const now = new Date();

async function actor(email: string): Promise<PersonActor> {
  const { id } = await db.person.findUniqueOrThrow({ where: { email } });
  const found = await loadActor(id, NO_CONTEXT);
  if (found === null) throw new Error(email);
  return found;
}

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  await loadDemo({ now });
}, 180_000);

test("the clerk records the documented example: granted, with all the day's room before it", async () => {
  const clerk = await actor(SIGN_INS.frontline.email);
  const answer = await recordDecision(
    clerk,
    {
      gesture: "refund", reason: "product_fault", channel: "store", proactive: false, amount: { minor: 450_000, currency: "VND" }, case: "CASE-1029",
      customer: { ref: "C-1029" }, order: { ref: "O-88" }, flags: [], evidence: [], note: "Áo bung chỉ sau một lần giặt",
    },
    { locale: "vi" },
  );
  expect(answer).toMatchObject({ outcome: "granted", rule: "REFUND-STORE", limit: { minor: 500_000 }, room: { minor: 500_000 }, binding: "case", policyVersion: POLICY.inForce });
  expect(answer.budgets.find(({ code }) => code === "PERSON-DAY")).toMatchObject({ used: 450_000, remaining: 1_550_000 });
  expect(answer.say.vi).toContain("450.000");
});

test("what waits on the supervisor can be opened, approved and declined; budgets stay the sum of their ledger", async () => {
  const supervisor = await actor(SIGN_INS.supervisor.email);
  const waiting = await waitingOnMe(supervisor, "vi");
  expect(waiting.length).toBeGreaterThanOrEqual(2);
  const [first, second] = waiting;
  expect(await approvalDetail(supervisor, first?.id ?? "", "vi")).not.toBeNull();
  expect(await approveDecision(supervisor, first?.id ?? "", { note: "Duyệt" })).toMatchObject({ state: "approved" });
  const declined = { note: "Chưa đủ rõ", say: { vi: "Dạ, lần này em chưa làm được ạ.", en: "Not this time." }, locale: "vi" } as const;
  expect(await declineDecision(supervisor, second?.id ?? "", declined)).toMatchObject({ state: "declined" });
  expect(readHot("budget.mismatches", {})).toEqual([]);
});

test("the manager has something waiting too", async () => {
  expect((await waitingOnMe(await actor(SIGN_INS.manager.email), "vi")).length).toBeGreaterThanOrEqual(2);
});

test("every decision of the stories opens as a page, in both languages, with words to say", async () => {
  const auditor = await actor(SIGN_INS.auditor.email);
  const decisions = await db.decision.findMany({ where: { customerRef: { in: Object.values(STORIES) } }, select: { id: true } });
  expect(decisions.length).toBeGreaterThanOrEqual(9);
  for (const { id } of decisions) {
    for (const locale of ["vi", "en"] as const) {
      const detail = await decisionDetail(auditor, id, locale);
      expect(detail?.verdict.reasons.length).toBeGreaterThan(0);
      expect(detail?.verdict.say.vi).not.toMatch(/\{\{|undefined/);
    }
  }
});

test("the first screens of each role that decides open on the demo", async () => {
  for (const { email } of [SIGN_INS.frontline, SIGN_INS.supervisor, SIGN_INS.manager, SIGN_INS.leader]) {
    const person = await actor(email);
    expect(await homeView(person)).toBeTruthy();
    expect(await myAuthority(person)).not.toBeNull();
    expect((await decisionRows(person, {}, null)).items.length).toBeGreaterThan(0);
  }
});

test("the version in review may be published by the second HR person, not by who wrote it", async () => {
  const author = await actor(SIGN_INS.hr.email);
  expect(await matrixView(author, POLICY.inReview, { q: "", gesture: "", role: "", effect: "" })).not.toBeNull();
  await expect(publishPolicy(author, POLICY.inReview, { effectiveFrom: new Date(now.getTime() + 30 * 86_400_000), note: "…" })).rejects.toMatchObject({ code: "own_draft" });
  const second = await actor(SECOND_HR.email);
  await publishPolicy(second, POLICY.inReview, { effectiveFrom: new Date(now.getTime() + 30 * 86_400_000), note: "Đồng ý" });
  expect(await db.policyVersion.findUniqueOrThrow({ where: { version: POLICY.inReview } })).toMatchObject({ state: "published" });
});
