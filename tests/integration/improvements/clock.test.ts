import { beforeEach, describe, expect, it } from "vitest";
import { records } from "#composition/improvements.server.ts";
import { jobs } from "#composition/jobs.server.ts";
import { deactivationParticipants } from "#composition/deactivation.server.ts";
import { adoptImprovement, answerImprovement, reportImprovement, reviewProcedure, verifyImprovement } from "#modules/improvements/public.server.ts";
import { climbAnswers } from "#modules/improvements/climb-answers.server.ts";
import { reviewFields } from "#modules/improvements/schemas.ts";
import { deactivatePerson } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { aProcedure, days, decisions, freshCompany, friction, later, MONDAY_TEN, NOTHING, onTrial, planned, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
  registerJobs(jobs);
});

const told = (kind: string) => db.notification.findMany({ where: { kind }, select: { personId: true }, orderBy: { createdAt: "asc" } }).then((rows) => rows.map(({ personId }) => personId));
const report = async (more: object = {}, at = MONDAY_TEN) => (await reportImprovement(friction(more), NOTHING, await company.by("frontline", at))).id;

describe("the clock of an answer", () => {
  it("climbs the line once a level when its time has come, and stops at the top", async () => {
    const { manager, leader } = company.people;
    const id = await report();
    expect(await climbAnswers(new Date("2026-11-24T06:29:00Z"))).toBe(0);
    expect(await Promise.all([climbAnswers(new Date("2026-11-24T06:30:00Z")), climbAnswers(new Date("2026-11-24T06:30:00Z"))]).then(([a, b]) => a + b)).toBe(1);
    expect(await company.see("leader", id)).toMatchObject({ owners: [{ asked: { id: leader.id }, level: 2 }] });
    expect(await told("improvement.climbed")).toEqual([leader.id]);
    expect(await climbAnswers(new Date("2026-11-24T06:31:00Z"))).toBe(0);
    expect(await climbAnswers(days(5))).toBe(1);
    expect(await climbAnswers(days(6))).toBe(0);
    expect(await company.see("leader", id, days(6))).toMatchObject({ owners: [{ asked: { id: leader.id }, overdue: true }] });
    // Whoever let it wait may still answer; so may whoever was asked after them.
    await answerImprovement(id, { answer: "stop", words: "Bỏ", law: null, department: null }, await company.by("manager", days(6)));
    expect((await company.see("leader", id))?.owners[0]?.answeredBy?.id).toBe(manager.id);
    expect(await db.auditEvent.count({ where: { type: "improvement.climbed" } })).toBe(1);
  });

  it("stops when it is answered", async () => {
    const id = await report();
    await answerImprovement(id, { answer: "stop", words: "Bỏ", law: null, department: null }, await company.by("manager", later(20)));
    expect(await climbAnswers(days(9))).toBe(0);
  });

  it("goes on with whoever is next when the person asked leaves; their steps and procedures go to their manager", async () => {
    const { manager, leader, supervisor } = company.people;
    const procedureId = await aProcedure(company, { owner: "manager@demo.tam" });
    const id = await report({ procedure: "DOI-CO" });
    const other = await planned(company);
    await deactivatePerson(supervisor.id, await company.by("hr", later(100)), deactivationParticipants);
    expect((await company.see("hr", other))?.steps[0]?.owner.id).toBe(manager.id);
    await deactivatePerson(manager.id, await company.by("hr", later(120)), deactivationParticipants);
    expect((await company.see("hr", id))?.owners[0]).toMatchObject({ asked: { id: leader.id }, level: 1 });
    expect(await db.procedure.findUniqueOrThrow({ where: { id: procedureId } })).toMatchObject({ ownerId: leader.id });
  });
});

describe("the fourteen days of a reporter", () => {
  it("are reminded of and end as unconfirmed, reported apart", async () => {
    const id = await onTrial(company);
    await adoptImprovement(id, "Áp dụng", await company.by("manager", days(1)));
    await runDueJobs(days(2));
    expect(await told("improvement.confirm")).toHaveLength(1);
    for (const day of [12, 13, 13.5]) await runDueJobs(days(day));
    expect(await told("improvement.confirm")).toHaveLength(2);
    expect((await company.see("frontline", id))?.confirmation).toBe("asked");
    for (const day of [15.1, 16]) await runDueJobs(days(day));
    expect(await company.see("frontline", id)).toMatchObject({ confirmation: "unconfirmed", may: { confirm: true } });
    expect(await db.auditEvent.count({ where: { type: "improvement.unconfirmed" } })).toBe(1);
  });
});

describe("what was solved", () => {
  async function verified(more: object = {}): Promise<string> {
    await decisions(company, days(-20), 30, 60);
    const { id } = await reportImprovement(friction({ kind: "pain_point", touchpoint: "Quầy đổi hàng", ...more }), NOTHING, await company.by("frontline"));
    await answerImprovement(id, { answer: "improve", words: "Gọn lại", law: null, department: null }, await company.by("manager", later(30)));
    const { planImprovement, beginTrial } = await import("#modules/improvements/public.server.ts");
    const { plan } = await import("./company.ts");
    await planImprovement(id, plan(company.people.supervisor.id), await company.by("manager", later(60)), records);
    await beginTrial(id, {}, await company.by("manager", later(90)));
    await decisions(company, days(1), 76, 80);
    await adoptImprovement(id, "Áp dụng", await company.by("manager", days(4)));
    await verifyImprovement(id, null, await company.by("manager", days(4)), records);
    return id;
  }

  it("comes back when the same is reported within ninety days, and not after", async () => {
    const id = await verified();
    await report({ touchpoint: "quầy  ĐỔI hàng" }, days(120));
    expect((await company.see("manager", id))?.returnedAt).toBeNull();
    const again = await report({ touchpoint: "quay doi hang" }, days(30));
    expect(await company.see("manager", id)).toMatchObject({ state: "verified", returnedAt: days(30).toISOString() });
    expect(await told("improvement.returned")).toEqual([company.people.manager.id]);
    expect(await db.threadLink.count({ where: { fromId: again, toId: id, relation: "follows" } })).toBe(1);
  });

  it("comes back when its measure gets worse beyond chance while it is watched", async () => {
    const id = await verified();
    await decisions(company, days(10), 38, 40);
    await runDueJobs(days(5));
    await runDueJobs(days(20));
    expect((await company.see("manager", id))?.returnedAt).toBeNull();
    await decisions(company, days(30), 20, 60);
    await runDueJobs(days(40));
    expect((await company.see("manager", id))?.returnedAt).not.toBeNull();
    await runDueJobs(days(41));
    expect(await db.auditEvent.count({ where: { type: "improvement.returned" } })).toBe(1);
  });
});

describe("a procedure's sunset", () => {
  const keep = reviewFields.parse({ decision: "keep", note: "Còn cần", reviewBy: "2027-06-30" });

  it("is announced, due, and stops by default what nobody looked at", async () => {
    const id = await aProcedure(company, { reviewBy: "2026-12-10" });
    const state = async () => (await db.procedure.findUniqueOrThrow({ where: { id } })).state;
    for (const day of [1, 2, 5, 6]) await runDueJobs(days(day));
    expect(await told("procedure.soon")).toEqual([company.people.manager2.id]);
    for (const day of [18, 20, 40]) await runDueJobs(days(day));
    expect(await told("procedure.due")).toEqual([company.people.manager2.id]);
    expect(await state()).toBe("in_force");
    await runDueJobs(days(48));
    expect(await state()).toBe("lapsed");
    expect(await told("procedure.lapsed")).toEqual([company.people.manager2.id]);
    await reviewProcedure(id, keep, await company.by("manager2", days(49)));
    expect(await state()).toBe("in_force");
    expect(await db.procedureReview.findMany({ orderBy: { at: "asc" }, select: { decision: true, byId: true } })).toEqual([{ decision: "stop", byId: null }, { decision: "keep", byId: company.people.manager2.id }]);
  });

  it("stops nothing that a law asks for", async () => {
    const id = await aProcedure(company, { law: "Luật Kế toán 2015, điều 16", reviewBy: "2026-12-10" });
    for (const day of [1, 20, 80]) await runDueJobs(days(day));
    expect((await db.procedure.findUniqueOrThrow({ where: { id } })).state).toBe("in_force");
    expect(await told("procedure.due-legal")).toEqual([company.people.manager2.id, company.people.manager2.id]);
  });

  it("is judged by its owner, its department's managers, HR or management; stopped is stopped", async () => {
    const id = await aProcedure(company, { owner: "manager@demo.tam" });
    await expect(reviewProcedure(id, keep, await company.by("frontline"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(reviewProcedure(id, keep, await company.by("supervisor"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(reviewProcedure(id, { ...keep, reviewBy: "2030-01-01" }, await company.by("manager"))).rejects.toMatchObject({ errors: [{ path: "reviewBy", code: "review_too_late" }] });
    await reviewProcedure(id, reviewFields.parse({ decision: "stop", note: "Không còn cần" }), await company.by("manager"));
    await expect(reviewProcedure(id, keep, await company.by("hr"))).rejects.toMatchObject({ code: "state_changed" });
    await expect(transaction((tx) => tx.update("ProcedureReview", { procedureId: id }, { decision: "keep" }))).rejects.toThrow(/append-only/);
  });
});
