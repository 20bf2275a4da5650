import { beforeEach, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env["SMTP_URL"] = "smtp://127.0.0.1:9";
  process.env["APP_URL"] = "https://tam.example.com";
});

import { customerErasure } from "#composition/erasure.server.ts";
import { eraseCustomer } from "#modules/customers/public.server.ts";
import { askUnasked } from "#modules/empowerment/ask-unasked.server.ts";
import { recordDecision } from "#modules/empowerment/public.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { db } from "#platform/db.server.ts";
import { waitingMessages } from "#platform/outbox.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});
const options = { locale: "vi", now: MONDAY_TEN } as const;

test("whoever is asked is told in the product and by mail, in the transaction of the question", async () => {
  await recordDecision(await company.actor("frontline"), refund(700_000), options);
  expect(await db.notification.findMany()).toMatchObject([{ personId: company.people.supervisor.id, kind: "approval.waiting", href: expect.stringMatching(/^\/approvals\//) as string }]);
  const [mail, ...more] = await waitingMessages(10);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ recipient: "supervisor@demo.tam", subject: "Nguyễn Minh Khôi xin duyệt Hoàn tiền, trả lời trước 23/11/2026, 10:15." });
});

test("a decision that found nobody to ask is put to somebody once there is one", async () => {
  const leaders = [company.people.leader.id, company.people.leader2.id];
  await transaction(async (tx) => {
    await tx.update("Person", { id: [company.people.supervisor.id, company.people.manager.id, ...leaders] as never }, { active: false });
  });
  const { id, approval } = await recordDecision(await company.actor("frontline"), refund(700_000), options);
  expect([approval, await db.approval.count()]).toEqual([null, 0]);
  await askUnasked(MONDAY_TEN);
  expect(await db.approval.count()).toBe(0);
  await transaction((tx) => tx.update("Person", { id: company.people.leader.id }, { active: true }));
  for (let twice = 0; twice < 2; twice += 1) await askUnasked(MONDAY_TEN);
  expect(await db.approval.findMany()).toMatchObject([{ decisionId: id, approverId: company.people.leader.id, state: "pending" }]);
});

test("erasing a customer erases what was written about them with decisions; figures and trail stay", async () => {
  const written = { customer: { ref: "C-1001" }, note: "Chị Cúc ở Hàng Bông", felt: "worried", evidence: ["anh-hoa-don-cua-chi-cuc"] };
  const { id } = await recordDecision(await company.actor("frontline"), refund(100_000, written), options);
  await eraseCustomer("C-1001", await askedBy(company.people.hr, MONDAY_TEN), customerErasure);
  const row = await db.decision.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({ note: null, felt: null, evidence: "[]", approvedAmount: 100_000n });
  expect(JSON.stringify(row, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(/Cúc|chi-cuc|worried/);
  expect((await verifyChain()).ok).toBe(true);
});
