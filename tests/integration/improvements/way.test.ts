import { beforeEach, describe, expect, it } from "vitest";
import { records } from "#composition/improvements.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import {
  addStep, adoptImprovement, answerImprovement, beginTrial, confirmImprovement, finishStep, improvementRows, mergeImprovement, planImprovement, reassignImprovement, recordFigures, reportImprovement,
  revertImprovement, threadNodes, verifyImprovement,
} from "#modules/improvements/public.server.ts";
import { figureFields } from "#modules/improvements/schemas.ts";
import { linksOf } from "#modules/thread/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf } from "#tests/support/asked.ts";
import { aProcedure, days, decisions, freshCompany, friction, later, MONDAY_TEN, NOTHING, onTrial, plan, planned, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const yes = { changed: true, note: null };
const told = (kind: string) => db.notification.findMany({ where: { kind: `improvement.${kind}` }, select: { personId: true } }).then((rows) => rows.map(({ personId }) => personId));
const improve = { answer: "improve", words: "Gọn lại", law: null, department: null } as const;

describe("a report", () => {
  it("asks the manager of the place at once, says by when, and is linked to what it came from", async () => {
    const { frontline, manager } = company.people;
    await decisions(company, MONDAY_TEN, 1, 1);
    const { id: decisionId } = await db.decision.findFirstOrThrow();
    const made = await reportImprovement(friction({ touchpoint: "Quầy đổi hàng" }), { decisionId, feedbackId: null, rule: "REFUND-STORE", ruleOwner: null }, await company.by("frontline"));
    expect(made.number).toBe("I-2026-0001");
    const view = await company.see("frontline", made.id);
    expect(view).toMatchObject({ state: "reported", mine: true, owners: [{ asked: { id: manager.id }, level: 1, dueAt: "2026-11-24T06:30:00.000Z", overdue: false }], may: { answer: [], moves: [] } });
    expect(await told("to-answer")).toEqual([manager.id]);
    const links = linksOf({ kind: "improvement", id: made.id }, null, 10);
    expect(links.map(({ relation, to }) => `${relation} ${to.kind}`).sort()).toEqual(["caused_by decision", "caused_by rule"]);
    expect(await db.auditEvent.findFirstOrThrow({ where: { type: "improvement.reported" } })).toMatchObject({ subjectId: made.id, actorId: frontline.id });
    expect((await verifyChain()).ok).toBe(true);
  });

  it("about a procedure asks its owner; nobody answers for themselves", async () => {
    await aProcedure(company);
    const mine = await reportImprovement(friction({ procedure: "DOI-CO" }), NOTHING, await company.by("frontline"));
    expect((await company.see("hr", mine.id))?.owners[0]?.asked.id).toBe(company.people.manager2.id);
    const own = await reportImprovement(friction({ procedure: "DOI-CO" }), NOTHING, await company.by("manager2"));
    expect((await company.see("hr", own.id))?.owners[0]?.asked.id).not.toBe(company.people.manager2.id);
    await expect(answerImprovement(own.id, improve, await company.by("manager2"))).rejects.toMatchObject({ code: "own_report" });
    await expect(reportImprovement(friction({ procedure: "NO-SUCH" }), NOTHING, await company.by("frontline"))).rejects.toMatchObject({ errors: [{ path: "procedure", code: "unknown_reference" }] });
  });

  it("is for those who work with customers: no service, no administrator, no auditor", async () => {
    for (const key of ["admin", "auditor"] as const) await expect(reportImprovement(friction(), NOTHING, await company.by(key))).rejects.toMatchObject({ code: "forbidden" });
    const service = { kind: "service", personId: null, name: "till", locale: "vi", tokenScopes: ["improvements:write"], via: "till", requestId: null, address: null } as const;
    await expect(reportImprovement(friction(), NOTHING, { actor: service, source: "api", now: MONDAY_TEN })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is seen by whoever has a part in it or stands above, and by nobody else", async () => {
    const { id } = await reportImprovement(friction(), NOTHING, await company.by("frontline"));
    const seen = async (key: keyof TestCompany["people"]) => (await company.see(key, id)) !== null;
    for (const key of ["frontline", "supervisor", "manager", "hr", "leader", "auditor"] as const) expect(await seen(key), key).toBe(true);
    for (const key of ["frontline2", "frontline3", "supervisor2", "manager2", "admin"] as const) expect(await seen(key), key).toBe(false);
    for (const key of ["frontline", "frontline2", "manager2", "auditor"] as const) {
      const rows = await improvementRows(await actorOf(company.people[key]), {}, { limit: 10, cursor: null, now: MONDAY_TEN });
      expect(rows.length, key).toBe((await seen(key)) ? 1 : 0);
      expect((await threadNodes(await actorOf(company.people[key]), [id])).length, key).toBe((await seen(key)) ? 1 : 0);
    }
    await expect(answerImprovement(id, improve, await company.by("manager2"))).rejects.toMatchObject({ code: "not_found" });
    await expect(answerImprovement(id, improve, await company.by("supervisor"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(answerImprovement(id, improve, await company.by("hr"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(answerImprovement(id, improve, await company.by("auditor"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an answer", () => {
  it("is given once; the reporter is told; needed ends the way", async () => {
    const { id } = await reportImprovement(friction(), NOTHING, await company.by("frontline"));
    const needed = { answer: "needed", words: "Hóa đơn phải có chữ ký", law: "Luật Kế toán 2015, điều 16", department: null } as const;
    expect(await answerImprovement(id, needed, await company.by("manager"))).toEqual({ joint: "needed" });
    expect(await told("answered-needed")).toEqual([company.people.frontline.id]);
    await expect(answerImprovement(id, improve, await company.by("manager"))).rejects.toMatchObject({ code: "state_changed", status: 409 });
    await expect(planImprovement(id, plan(company.people.supervisor.id), await company.by("manager"), records)).rejects.toMatchObject({ code: "answer_needed", status: 409 });
  });

  it("of departments that answer together stands when each has answered", async () => {
    const { id } = await reportImprovement(friction(), NOTHING, await company.by("frontline"));
    await expect(reassignImprovement(id, { departments: ["HRCX"] }, await company.by("manager"))).rejects.toMatchObject({ code: "forbidden" });
    await reassignImprovement(id, { departments: ["HRCX", "RETAIL"] }, await company.by("hr"));
    expect((await company.see("leader", id))?.owners.map(({ department, lead, asked }) => [department.code, lead, asked.email])).toEqual([["HRCX", true, "hr2@demo.tam"], ["RETAIL", false, "manager@demo.tam"]]);
    expect(await answerImprovement(id, { ...improve, answer: "stop" }, await company.by("manager"))).toEqual({ joint: null });
    expect((await company.see("leader", id))?.state).toBe("reported");
    expect(await answerImprovement(id, improve, await company.by("hr2"))).toEqual({ joint: "improve" });
    expect(await company.see("leader", id)).toMatchObject({ state: "answered", answer: "improve" });
  });
});

describe("two reports of the same", () => {
  it("become one, with the reporters and causes of both", async () => {
    const one = await reportImprovement(friction(), NOTHING, await company.by("frontline"));
    const two = await reportImprovement(friction(), { ...NOTHING, rule: "REFUND-STORE" }, await company.by("frontline2"));
    await mergeImprovement(two.id, one.number, await company.by("hr", later(5)));
    expect(await company.see("frontline2", one.id)).toMatchObject({ mine: true, merged: [{ number: two.number }], reporters: [{ email: "frontline@demo.tam" }, { email: "frontline2@demo.tam" }] });
    expect(await company.see("frontline2", two.id)).toMatchObject({ state: "merged", mergedInto: { number: one.number } });
    expect(linksOf({ kind: "improvement", id: one.id }, null, 10).map(({ to }) => to.id)).toEqual(["REFUND-STORE"]);
    for (const into of [two.number, one.number, "I-2026-9999"]) await expect(mergeImprovement(one.id, into, await company.by("hr"))).rejects.toMatchObject({ errors: [{ path: "into" }] });
    await expect(mergeImprovement(one.id, two.number, await company.by("manager"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a plan and its trial", () => {
  it("has steps, burden and a measure that is locked once the trial begins", async () => {
    const id = await planned(company);
    const { supervisor } = company.people;
    expect(await company.see("manager", id)).toMatchObject({
      state: "planned",
      plan: { before: { staff: 1_440, customer: 4_320 }, removed: { staff: 1_080, customer: 3_600 } },
      steps: [{ text: "Sửa mẫu phiếu", owner: { id: supervisor.id } }],
      effect: { measure: { code: "granted_at_once", better: "up", target: 70 }, comparison: { verdict: "not_enough" } },
    });
    expect(await told("step")).toEqual([supervisor.id]);
    await planImprovement(id, plan(supervisor.id, { text: "Bỏ hẳn bản giấy" }), await company.by("manager"), records);
    await addStep(id, { text: "Báo các ca", ownerId: company.people.frontline2.id, dueDay: null }, await company.by("manager"));
    const view = await company.see("manager", id);
    expect(view?.steps.map(({ text }) => text)).toEqual(["Sửa mẫu phiếu", "Báo các ca"]);
    const [, second] = view?.steps ?? [];
    await finishStep(id, second?.id ?? "", await company.by("frontline2"));
    await expect(finishStep(id, second?.id ?? "", await company.by("manager"))).rejects.toMatchObject({ code: "state_changed" });
    await beginTrial(id, {}, await company.by("manager", later(90)));
    await expect(planImprovement(id, plan(supervisor.id), await company.by("manager"), records)).rejects.toMatchObject({ code: "state_changed" });
    await expect(transaction((tx) => tx.update("Improvement", { id }, { measure: "{}" }))).rejects.toThrow(/locked/);
    await expect(planImprovement(id, plan("nobody"), await company.by("manager"), records)).rejects.toMatchObject({ errors: [{ path: "steps.0.ownerId", code: "unknown_person" }] });
  });

  it("is verified only by an effect beyond chance, counted from what the system records", async () => {
    await decisions(company, days(-20), 30, 60);
    const id = await onTrial(company);
    await decisions(company, days(1), 5, 10);
    await adoptImprovement(id, "Áp dụng cho cả cửa hàng", await company.by("manager", days(3)));
    const verify = async (at: Date) => verifyImprovement(id, null, await company.by("manager", at), records);
    await expect(verify(days(3))).rejects.toMatchObject({ code: "effect_not_shown", params: { verdict: "not_enough" } });
    await decisions(company, days(4), 65, 70);
    await verify(days(6));
    const view = await company.see("frontline", id, days(6));
    expect(view).toMatchObject({ state: "verified", confirmation: "asked", may: { confirm: true } });
    expect(view?.effect?.comparison).toMatchObject({ verdict: "better", targetMet: true, before: { n: 60, value: 0.5 }, after: { n: 80, value: 0.875 } });
    expect(view?.effect?.comparison.difference?.low).toBeGreaterThan(0);
    await decisions(company, days(7), 0, 50);
    expect((await company.see("frontline", id, days(9)))?.effect?.comparison.after.n).toBe(80);
    expect(linksOf({ kind: "improvement", id }, null, 10)).toEqual([]);
  });

  it("may be measured by figures of one's own, with their source", async () => {
    const id = await planned(company, { measure: { code: "own", shape: "values", better: "down", name: "Phút chờ ký", source: "Bấm giờ ở quầy", target: 5 } });
    const record = async (phase: "before" | "after", values: number[], at: Date) => recordFigures(id, figureFields.parse({ phase, sample: { values }, source: "Sổ ca sáng" }), await company.by("manager", at));
    await record("before", Array.from({ length: 14 }, (_, index) => 12 + (index % 4)), later(70));
    await expect(record("after", [1], later(71))).rejects.toMatchObject({ code: "state_changed" });
    await expect(recordFigures(id, figureFields.parse({ phase: "before", sample: { hits: 1, n: 2 }, source: "x" }), await company.by("manager"))).rejects.toMatchObject({ errors: [{ code: "sample_shape" }] });
    await beginTrial(id, { from: null }, await company.by("manager", later(90)));
    await record("after", Array.from({ length: 14 }, (_, index) => 2 + (index % 3)), days(3));
    await adoptImprovement(id, "Áp dụng", await company.by("manager", days(4)));
    await verifyImprovement(id, null, await company.by("manager", days(4)), records);
    expect((await company.see("manager", id, days(5)))?.effect).toMatchObject({ comparison: { verdict: "better", targetMet: true, before: { n: 14 }, after: { n: 14 } }, sources: [{ phase: "before" }, { phase: "after" }] });
    const recorded = await db.improvementFigure.findFirstOrThrow();
    await expect(transaction((tx) => tx.remove("ImprovementFigure", { id: recorded.id }))).rejects.toThrow(/append-only/);
  });

  it("goes back to the old way with its reason, and may be planned anew", async () => {
    const id = await onTrial(company);
    await revertImprovement(id, "Khách hỏi bản giấy nhiều hơn", await company.by("manager", days(2)));
    expect(await company.see("frontline", id, days(2))).toMatchObject({ state: "reverted", confirmation: null });
    expect(await told("reverted")).toContain(company.people.frontline.id);
    await planImprovement(id, plan(company.people.supervisor.id, { measure: { code: "resolved", target: 90 } }), await company.by("manager", days(3)), records);
    await beginTrial(id, {}, await company.by("manager", days(4)));
    const view = await company.see("frontline", id, days(4));
    expect(view).toMatchObject({ state: "trialled", effect: { measure: { code: "resolved" } } });
    expect(view?.story.map(({ move }) => move)).toEqual(["reported", "answered", "planned", "trial_began", "reverted", "planned", "trial_began"]);
  });
});

describe("the word of whoever reported it", () => {
  it("closes the question, once, and belongs to nobody else", async () => {
    const id = await onTrial(company);
    await expect(confirmImprovement(id, yes, await company.by("frontline"))).rejects.toMatchObject({ code: "state_changed" });
    await adoptImprovement(id, "Áp dụng", await company.by("manager", days(1)));
    expect(await told("confirm")).toEqual([company.people.frontline.id]);
    await expect(confirmImprovement(id, yes, await company.by("manager"))).rejects.toMatchObject({ code: "not_the_reporter" });
    await confirmImprovement(id, yes, await company.by("frontline", days(2)));
    expect(await company.see("frontline", id, days(2))).toMatchObject({ state: "adopted", confirmation: "confirmed", may: { confirm: false } });
    await expect(confirmImprovement(id, yes, await company.by("frontline"))).rejects.toMatchObject({ code: "state_changed" });
  });

  it("no takes the change back into its trial, and those who carry it out are told", async () => {
    const id = await onTrial(company);
    await adoptImprovement(id, "Áp dụng", await company.by("manager", days(1)));
    await confirmImprovement(id, { changed: false, note: "Ca tối vẫn phải ký" }, await company.by("frontline", days(2)));
    expect(await company.see("manager", id, days(2))).toMatchObject({ state: "trialled", confirmation: "denied", confirmNote: "Ca tối vẫn phải ký" });
    expect(await told("denied")).toEqual(expect.arrayContaining([company.people.manager.id, company.people.supervisor.id]));
    await adoptImprovement(id, "Cả ca tối", await company.by("manager", days(5)));
    expect(await company.see("frontline", id, days(5))).toMatchObject({ confirmation: "asked", may: { confirm: true } });
  });
});
