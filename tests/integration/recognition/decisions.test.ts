import { beforeEach, expect, it } from "vitest";
import type { SmallCompany } from "#db/seed/builders.ts";
import { closePromiseOf } from "#composition/close-promise.server.ts";
import { cancelDecisionOf, overturnDecisionOf, recordResultOf } from "#composition/decision-outcome.server.ts";
import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { recognisePage } from "#composition/recognise-page.server.ts";
import { makePromise } from "#modules/customers/public.server.ts";
import { recordDecision } from "#modules/empowerment/public.server.ts";
import { recognitionCard } from "#modules/recognition/public.server.ts";
import { db } from "#platform/db.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { freshCompany, refund, type TestCompany } from "../empowerment/company.ts";
import { seedValue, thank } from "./company.ts";

let company: TestCompany;
let people: SmallCompany["people"];

beforeEach(async () => {
  company = await freshCompany(new Date());
  ({ people } = company);
  await seedValue(people.hr, new Date());
});

const decide = async () => (await recordDecision(await actorOf(people.frontline), refund(120_000, { customer: { ref: "C-1029" } }), { locale: "vi" })).id;
const cite = (id: string) => ({ evidence: [{ kind: "decision" as const, id }] });
const thankFor = (id: string, from = people.frontline2) => thank(from, [people.frontline], cite(id), { sources: evidenceSources, at: new Date() });
const stateOf = async (id: string) => (await db.recognition.findUniqueOrThrow({ where: { id } })).state;

it("a thank-you that cites a decision waits, moves with its result in one transaction, and falls when it is looked at again", async () => {
  const decision = await decide();
  const id = await thankFor(decision);
  expect(await stateOf(id)).toBe("awaiting");
  await recordResultOf(await actorOf(people.frontline), decision, { result: "resolved", csat: 5 });
  expect(await stateOf(id)).toBe("substantiated");
  await overturnDecisionOf(await actorOf(people.manager), decision, { reason: "better_for_customer", note: "Đổi chiếc khác cho khách" });
  expect(await stateOf(id)).toBe("not_substantiated");
  const gone = await decide();
  const other = await thankFor(gone);
  await cancelDecisionOf(await actorOf(people.frontline), gone);
  expect(await stateOf(other)).toBe("not_measurable");
});

it("what is refused records nothing and moves nothing", async () => {
  const decision = await decide();
  const id = await thankFor(decision);
  await expect(recordResultOf(await actorOf(people.frontline3), decision, { result: "resolved" })).rejects.toMatchObject({ code: "not_found" });
  expect(await stateOf(id)).toBe("awaiting");
});

it("colleagues of a site may cite each other's decisions without reading them; nobody their own, nor those of another site", async () => {
  const decision = await decide();
  for (const stranger of [people.frontline3, people.supervisor2]) await expect(thankFor(decision, stranger)).rejects.toMatchObject({ errors: [{ path: "evidence.0", code: "unknown_evidence" }] });
  await expect(thank(people.frontline, [people.frontline2], cite(decision), { sources: evidenceSources })).rejects.toMatchObject({ errors: [{ code: "unknown_evidence" }] });
  const id = await thankFor(decision);
  expect((await recognitionCard(await actorOf(people.frontline2), id, evidenceSources))?.evidence).toEqual([{ kind: "decision", text: null, at: null, href: null }]);
  expect((await recognitionCard(await actorOf(people.supervisor), id, evidenceSources))?.evidence).toMatchObject([{ text: { en: expect.stringContaining("Refund") as string }, href: `/decisions/${decision}` }]);
});

it("what just happened well nearby is offered, without customer or amount, and an address begins with it", async () => {
  const decision = await decide();
  await recordResultOf(await actorOf(people.frontline), decision, { result: "resolved" });
  const colleague = await actorOf(people.frontline2);
  const { offers, near, begins } = await recognisePage(colleague, new URLSearchParams());
  expect(offers).toMatchObject([{ key: `decision:${decision}`, name: people.frontline.name }]);
  expect(JSON.stringify(offers)).not.toMatch(/C-1029|120[.,]?000/);
  expect(near.map(({ name }) => name)).toEqual(expect.arrayContaining([people.frontline.name, people.supervisor.name]));
  expect(begins).toEqual({ receiver: "", evidence: "" });
  expect((await recognisePage(colleague, new URLSearchParams({ decision }))).begins).toEqual({ receiver: people.frontline.id, evidence: `decision:${decision}` });
  expect((await recognisePage(await actorOf(people.frontline3), new URLSearchParams({ decision }))).offers).toEqual([]);
});

it("a thank-you that cites a promise moves with it, in the transaction that keeps or breaks it", async () => {
  const now = new Date();
  for (const [state, then] of [["kept", "substantiated"], ["broken", "not_substantiated"]] as const) {
    const promise = { text: "Gọi lại trong chiều nay", dueAt: new Date(now.getTime() + 3_600_000), keeperId: people.frontline.id, decisionId: null };
    const { id } = await makePromise("C-1001", promise, await askedBy(people.frontline, now));
    const thanks = await thank(people.frontline2, [people.frontline], { evidence: [{ kind: "promise" as const, id }] }, { sources: evidenceSources, at: now });
    expect(await stateOf(thanks)).toBe("awaiting");
    await closePromiseOf(id, state, null, await askedBy(people.frontline, now));
    expect(await stateOf(thanks)).toBe(then);
  }
});
