import { beforeAll, expect, it } from "vitest";
import { personErasure } from "#composition/erasure.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import { deactivatePerson, erasePerson } from "#modules/people/public.server.ts";
import { agreeCommitments, closeCycle, commitmentLibrary, explainMissed, openCycle, publishCommitments, reviewView, writeMonth } from "#modules/reviews/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const NOW = new Date("2026-11-23T03:00:00Z");
const AFTER = new Date("2027-01-04T03:00:00Z");
const OWN = "Chở mẹ tôi đi chợ Bưởi";
const [first] = commitmentLibrary;

let company: SmallCompany;
let cycle = "";
const by = (key: SmallCompanyKey, at = NOW) => askedBy(company.people[key], at);

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  company = await seedSmallCompany(NOW);
  ({ id: cycle } = await openCycle("2026-11-02", await by("hr")));
  const own = { source: "decisions_logged", quantity: 1, libraryCode: null, textVi: OWN, textEn: OWN } as const;
  await publishCommitments(cycle, [{ source: first!.source, quantity: 90, libraryCode: first!.code, textVi: first!.vi, textEn: first!.en }, own, own], await by("supervisor"));
  await agreeCommitments(cycle, company.people.supervisor.id, await by("manager"));
  await writeMonth({ month: "2026-11", words: "Tháng ốm nặng của tôi", loyal: "Chưa, vì tôi ốm nặng" }, await by("supervisor"));
  const missed = await db.leadCommitment.findFirstOrThrow({ where: { personId: company.people.supervisor.id, position: 1 } });
  await explainMissed(missed.id, "Tôi ốm nặng cả tháng", await by("supervisor", AFTER));
  await closeCycle(cycle, await by("hr", AFTER));
});

it("what a leader wrote goes with their details; figures, what came from the library and who agreed stay", async () => {
  const { supervisor, manager } = company.people;
  const { id } = await db.leadReview.findFirstOrThrow({ where: { personId: supervisor.id } });
  const read = async () => reviewView(await actorOf(company.people.hr), id);
  const before = await read();
  expect(JSON.stringify(before)).toContain(OWN);
  const hr = await by("hr", AFTER);
  await deactivatePerson(supervisor.id, hr, []);
  await erasePerson(supervisor.id, hr, personErasure);

  const stored = JSON.stringify([await db.leadReview.findMany(), await db.leadCommitment.findMany(), await db.leadMonth.findMany()]);
  for (const words of [OWN, "ốm nặng", supervisor.name]) expect(stored).not.toContain(words);
  const after = await read();
  expect([after?.ledger, after?.sayDo, after?.teamSize, after?.manager]).toEqual([before?.ledger, before?.sayDo, before?.teamSize, manager.name]);
  expect(after?.commitments.map(({ text, done, quantity }) => [text.vi, done, quantity])).toEqual(before?.commitments.map(({ text, done, quantity }) => [text.vi === OWN ? "–" : text.vi, done, quantity]));
});

it("nobody rewrites a closed review or what was agreed under the name of erasing", async () => {
  const review = await db.leadReview.findFirstOrThrow({ where: { personName: "" } });
  const content = JSON.parse(review.content) as { sayDo: { part: number; of: number } };
  const better = JSON.stringify({ ...content, sayDo: { part: 3, of: 3 } });
  await expect(transaction((tx) => tx.update("LeadReview", { id: review.id }, { content: better }))).rejects.toThrow(/closed review/);
  const other = await db.leadReview.findFirstOrThrow({ where: { personName: { not: "" } } });
  await expect(transaction((tx) => tx.update("LeadReview", { id: other.id }, { content: `${other.content} ` }))).rejects.toThrow(/closed review/);
  const commitment = { personId: company.people.supervisor.id, position: 1 };
  await expect(transaction((tx) => tx.update("LeadCommitment", commitment, { missedReason: "Vì kho" }))).rejects.toThrow(/closed/);
  await expect(transaction((tx) => tx.update("LeadCommitment", commitment, { textVi: "Dễ hơn", textEn: "Easier" }))).rejects.toThrow(/stays as it was|closed/);
  await expect(transaction((tx) => tx.update("LeadCommitment", commitment, { quantity: 2, missedReason: null }))).rejects.toThrow(/stays as it was|closed/);
});
