import { beforeEach, expect, test } from "vitest";
import type { SmallCompanyKey } from "#db/seed/builders.ts";
import { deactivationParticipants } from "#composition/deactivation.server.ts";
import { newId } from "#kernel/ids.ts";
import { approveDecision, climbApprovals, recordDecision } from "#modules/empowerment/public.server.ts";
import { deactivatePerson } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, voucher } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const at = (iso: string) => new Date(iso);
const local = (day: string, time: string) => at(`2026-11-${day}T${time}:00+07:00`);

async function ask(request: object, now = MONDAY_TEN, who: SmallCompanyKey = "frontline"): Promise<string> {
  return (await recordDecision(await company.actor(who), request, { locale: "vi", now })).id;
}
const trail = async (decisionId: string) =>
  (await db.approval.findMany({ where: { decisionId }, orderBy: [{ level: "asc" }, { askedAt: "asc" }, { id: "asc" }] })).map(({ level, approverId, state, dueAt }) => ({
    level,
    state,
    who: Object.values(company.people).find(({ id }) => id === approverId)?.email.split("@")[0],
    dueAt: dueAt.toISOString(),
  }));
const away = (key: SmallCompanyKey, standIn: SmallCompanyKey | null) =>
  transaction((tx) =>
    tx.insert("Absence", { id: newId(), personId: company.people[key].id, standInId: standIn === null ? null : company.people[standIn].id, fromDay: "2026-11-23", toDay: "2026-11-24", createdAt: MONDAY_TEN }),
  );

test("after its time a question moves to the fallback, once, however often and by how many the job runs", async () => {
  const id = await ask(refund(700_000));
  expect(await climbApprovals(local("23", "10:14"))).toBe(0);
  const due = local("23", "10:15");
  await Promise.all([climbApprovals(due), climbApprovals(due), climbApprovals(due)]);
  await climbApprovals(due);
  expect(await trail(id)).toEqual([
    { level: 1, state: "climbed", who: "supervisor", dueAt: local("23", "10:15").toISOString() },
    { level: 2, state: "pending", who: "manager", dueAt: local("23", "10:30").toISOString() },
  ]);
  await expect(approveDecision(await company.actor("supervisor"), (await db.approval.findFirstOrThrow({ where: { level: 1 } })).id, {}, { now: due })).rejects.toMatchObject({ code: "state_changed" });
});

test("an answered question never moves", async () => {
  const id = await ask(refund(700_000));
  const approval = await db.approval.findFirstOrThrow();
  await approveDecision(await company.actor("supervisor"), approval.id, {}, { now: local("23", "10:14") });
  expect(await climbApprovals(local("28", "10:00"))).toBe(0);
  expect(await trail(id)).toHaveLength(1);
});

test("the clock runs in the opening hours of the requester's site", async () => {
  const id = await ask(refund(700_000), local("23", "21:20"));
  expect((await trail(id))[0]).toMatchObject({ dueAt: local("24", "09:05").toISOString() });
  await transaction((tx) => tx.update("Site", { code: "HN-02" }, { hours: JSON.stringify({ 1: [["09:00", "12:00"], ["13:30", "17:00"]], 3: [["09:00", "17:00"]] }) }));
  const other = await ask(refund(700_000), local("23", "16:50"), "frontline3");
  expect((await trail(other))[0]).toMatchObject({ dueAt: local("25", "09:05").toISOString() });
});

test("unanswered three business days after the last level's time it expires, and the requester is told with words to say", async () => {
  const id = await ask(refund(700_000));
  await climbApprovals(local("23", "10:15"));
  await climbApprovals(local("26", "10:29"));
  expect((await trail(id)).at(-1)).toMatchObject({ state: "pending", level: 2 });
  await Promise.all([climbApprovals(local("26", "10:30")), climbApprovals(local("26", "10:30"))]);
  expect((await trail(id)).at(-1)).toMatchObject({ state: "expired" });
  expect(await db.decision.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "expired" });
  const last = await db.approval.findFirstOrThrow({ where: { state: "expired" } });
  expect(JSON.parse(last.say ?? "{}")).toMatchObject({ vi: expect.stringContaining("hỏi lại ngay") as string });
  expect(await db.notification.count({ where: { personId: company.people.frontline.id, kind: "decision.expired" } })).toBe(1);
  expect(await db.auditEvent.count({ where: { type: "decision.expired" } })).toBe(1);
});

test("a second person has their time first, then it climbs the line", async () => {
  const id = await ask(refund(490_000));
  for (const time of ["10:15", "10:30"]) await climbApprovals(local("23", time));
  expect((await trail(id)).map(({ who, state }) => [who, state])).toEqual([
    ["frontline2", "climbed"],
    ["supervisor", "climbed"],
    ["manager", "pending"],
  ]);
});

test("an absent approver's stand-in is asked on their behalf; one who is the requester is not", async () => {
  await away("supervisor", "manager");
  const id = await ask(refund(700_000));
  expect(await db.approval.findFirstOrThrow({ where: { decisionId: id } })).toMatchObject({ approverId: company.people.manager.id, onBehalfOfId: company.people.supervisor.id });
  await transaction((tx) => tx.update("Absence", { personId: company.people.supervisor.id }, { standInId: company.people.frontline.id }));
  const other = await ask(refund(710_000));
  expect(await db.approval.findFirstOrThrow({ where: { decisionId: other } })).toMatchObject({ approverId: company.people.manager.id, onBehalfOfId: null });
});

test("a circle in the reporting line ends at the last resort, in order of e-mail", async () => {
  await transaction(async (tx) => {
    await tx.update("Person", { id: company.people.supervisor.id }, { managerId: company.people.manager.id });
    await tx.update("Person", { id: company.people.manager.id }, { managerId: company.people.supervisor.id });
  });
  const id = await ask(refund(20_000_000));
  expect((await trail(id)).map(({ who }) => who)).toEqual(["leader2"]);
});

test("nobody qualifies: the last resort is asked all the same, and nothing is approved by itself", async () => {
  const id = await ask(refund(60_000_000, { order: { value: { minor: 90_000_000, currency: "VND" } } }));
  expect(await db.approval.findFirstOrThrow({ where: { decisionId: id } })).toMatchObject({ approverId: company.people.leader2.id, kind: "exception" });
  const answered = await approveDecision(await company.actor("leader2"), (await db.approval.findFirstOrThrow()).id, {}, { now: local("23", "10:05") });
  expect(answered).toMatchObject({ state: "approved", amount: { minor: 60_000_000 } });
});

test("the approver is never the customer", async () => {
  await transaction((tx) => tx.update("Customer", { ref: "C-1001" }, { personId: company.people.supervisor.id }));
  const id = await ask(refund(700_000, { customer: { ref: "C-1001" } }));
  expect((await trail(id))[0]).toMatchObject({ who: "manager" });
});

test("what waits on somebody who leaves is handed over in the same transaction", async () => {
  const id = await ask(refund(700_000));
  const now = local("23", "10:05");
  await deactivatePerson(company.people.supervisor.id, await askedBy(company.people.admin, now), deactivationParticipants);
  expect((await trail(id)).map(({ who, state, level }) => [who, state, level])).toEqual([
    ["supervisor", "handed_over", 1],
    ["manager", "pending", 1],
  ]);
  expect(await db.notification.count({ where: { personId: company.people.manager.id, kind: "approval.handed-over" } })).toBe(1);
});

test("a voucher without training goes to whoever may decide it", async () => {
  const id = await ask(voucher(100_000), MONDAY_TEN, "frontline2");
  expect((await trail(id))[0]).toMatchObject({ who: "supervisor" });
});
