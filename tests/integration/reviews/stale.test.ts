import { beforeAll, expect, it } from "vitest";
import { doToMonth } from "#composition/leading.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import { localDay } from "#kernel/period.ts";
import { leadingPage, openCycle, publishCommitments } from "#modules/reviews/public.server.ts";
import type { CommitmentFields } from "#modules/reviews/schemas.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

let company: SmallCompany;
let cycle: string;

const today = new Date();
const id = (key: SmallCompanyKey) => company.people[key].id;
const by = (key: SmallCompanyKey) => askedBy(company.people[key], today);
const see = async (as: SmallCompanyKey) => leadingPage(await actorOf(company.people[as]), id("supervisor"), null, today, async () => null);
const promised = (quantity: number): CommitmentFields[] => (["customer_hours", "answers_in_time", "decisions_logged"] as const).map((source) => ({ source, quantity, libraryCode: null, textVi: "Điều tôi hứa", textEn: "What I promise" }));

async function press(as: SmallCompanyKey, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return doToMonth(await actorOf(company.people[as]), id("supervisor"), form);
}

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  company = await seedSmallCompany(today);
  cycle = (await openCycle(localDay(today, "Asia/Ho_Chi_Minh"), await by("hr"))).id;
});

it("nobody agrees to commitments that were changed since they read them", async () => {
  const seen = async () => (await see("manager"))?.commitments.map((one) => one.id).join(",") ?? "";
  await publishCommitments(cycle, promised(10), await by("supervisor"));
  const read = await seen();
  await publishCommitments(cycle, promised(1), await by("supervisor"));
  await expect(press("manager", { intent: "agree", cycle, seen: read })).rejects.toMatchObject({ code: "state_changed" });
  expect(await db.leadCommitment.count({ where: { agreedAt: { not: null } } })).toBe(0);
  expect(await press("manager", { intent: "agree", cycle, seen: await seen() })).toBe("commitments.agreedToast");
});

it("nobody answers words that were changed since they read them", async () => {
  const month = (await see("supervisor"))?.month ?? "";
  await press("supervisor", { intent: "words", month, words: "Tôi đã chậm hai lần", loyal: "Có" });
  const read = (await see("manager"))?.words?.at ?? "";
  await transaction((tx) => tx.update("LeadMonth", { personId: id("supervisor"), month }, { loyal: "Chưa", at: new Date(Date.parse(read) + 1) }));
  await expect(press("manager", { intent: "answer", month, answer: "Rất tốt", seen: read })).rejects.toMatchObject({ code: "state_changed" });
  await press("manager", { intent: "answer", month, answer: "Ta cùng gỡ", seen: (await see("manager"))?.words?.at ?? "" });
  expect((await see("supervisor"))?.words?.answer).toBe("Ta cùng gỡ");
});

it("whoever leads somebody now is asked to agree, and whoever led them before hears nothing more", async () => {
  await transaction((tx) => tx.update("Person", { id: id("supervisor2") }, { managerId: id("manager") }));
  await publishCommitments(cycle, promised(5), await by("supervisor2"));
  const told = await db.notification.findMany({ where: { kind: "leading.to-agree", href: `/leading/${id("supervisor2")}` } });
  expect(told.map(({ personId }) => personId)).toEqual([id("manager")]);
});
