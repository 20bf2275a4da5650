import { beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "#modules/audit/public.server.ts";
import {
  cancelSimulation, closeAbandonedSimulations, createDraft, exportSimulation, recordDecision, simulationForm, simulationView, startSimulation, stopSimulations,
} from "#modules/empowerment/public.server.ts";
import { approveDecision, cancelDecision } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, voucher } from "./company.ts";

let company: TestCompany;
const after = (minutes: number) => new Date(MONDAY_TEN.getTime() + minutes * 60_000);
const everything = { from: new Date(MONDAY_TEN.getTime() - 86_400_000), to: after(10_000) };

beforeEach(async () => {
  company = await freshCompany();
});

async function record(who: "frontline" | "frontline2" | "supervisor", request: unknown, minutes: number): Promise<string> {
  return (await recordDecision(await company.actor(who), request, { locale: "vi", now: after(minutes) })).id;
}

/** A day at the counter: five granted, one of them taken back, one approved after 7 minutes, one still waiting. */
async function aDay(): Promise<void> {
  for (const [at, minor] of [100_000, 200_000, 300_000].entries()) await record("frontline", refund(minor), at);
  await record("frontline", voucher(150_000, { customer: { ref: "C-1029" }, case: "K-1" }), 4);
  const taken = await record("frontline", refund(50_000), 5);
  await cancelDecision(await company.actor("frontline"), taken, { now: after(6) });
  const asked = await record("frontline2", refund(700_000), 8);
  const approval = await db.approval.findFirstOrThrow({ where: { decisionId: asked } });
  await approveDecision(await company.actor("supervisor"), approval.id, {}, { now: after(15) });
  await record("frontline", refund(900_000), 20);
}

const changed = (perCase: number) => ({
  ...company.policy,
  rules: company.policy.rules.map((rule) => (rule.code === "REFUND-STORE" ? { ...rule, limit: { ...("limit" in rule ? rule.limit : {}), perCase }, duties: { note: true } } : rule)),
});

async function draft(perCase: number): Promise<number> {
  return (await createDraft(await company.actor("hr"), { ...changed(perCase), tests: [] })).version;
}

async function everyRow(): Promise<string> {
  const tables = await Promise.all([
    ...[db.decision.findMany(), db.approval.findMany(), db.budgetCounter.findMany(), db.budgetEntry.findMany(), db.policyVersion.findMany(), db.pastCase.findMany()],
    ...[db.threadLink.findMany(), db.customer.findMany(), db.notification.findMany(), db.outboxMessage.findMany(), db.numberSequence.findMany()],
  ]);
  return JSON.stringify(tables, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

describe("a run over recorded decisions", () => {
  it("reproduces the version in force and says what a wider limit would have done", async () => {
    await aDay();
    const version = await draft(800_000);
    const { id, finished } = await startSimulation(await company.actor("hr"), version, everything);
    const { report } = await finished;
    expect(report).toMatchObject({
      ...{ cases: 7, judged: 7, notJudged: [], reproduced: { cases: 7, same: 7, withoutVersion: 0, different: [] } },
      transitions: { granted: { granted: 5, escalated: 0, refused: 0 }, escalated: { granted: 1, escalated: 1, refused: 0 }, refused: { granted: 0, escalated: 0, refused: 0 } },
      cost: { before: { minor: 1_450_000, currency: "VND" }, after: { minor: 1_450_000, currency: "VND" } },
      ...{ waitingMinutesSaved: 7, waiting: { freed: 1, minutesSaved: 7, added: 0, minutesAdded: 0, unknown: 0 } },
    });
    expect(report?.byRule.find(({ code }) => code === "REFUND-STORE")).toMatchObject({ before: { granted: 4, escalated: 2 }, after: { granted: 5, escalated: 1 } });
    expect(report?.bySite).toEqual([expect.objectContaining({ code: "HN-01" })]);
    expect(await simulationView(await company.actor("auditor"), id)).toMatchObject({ state: "done", version, done: 7, total: 7, outdated: false, report, createdBy: { email: "hr@demo.tam" } });
  });

  it.each(["stateful", "stateless"] as const)("changes nothing through the version that decided, %s", async (mode) => {
    await aDay();
    const { report } = await (await startSimulation(await company.actor("leader"), 1, { ...everything, mode })).finished;
    expect(report?.reproduced).toMatchObject({ cases: 7, same: 7 });
    expect(report?.transitions).toMatchObject({ granted: { granted: 5, escalated: 0 }, escalated: { granted: 0, escalated: 2 } });
    expect(report?.cost.after).toEqual(report?.cost.before);
  });

  it("counts what happened before the period, an approval in it included", async () => {
    const asked = await record("frontline2", refund(1_900_000), 0);
    const approval = await db.approval.findFirstOrThrow({ where: { decisionId: asked } });
    await approveDecision(await company.actor("supervisor"), approval.id, {}, { now: after(30) });
    await record("supervisor", refund(100_000, { case: "K-2" }), 40);
    const later = { from: after(35), to: after(60) };
    const { report } = await (await startSimulation(await company.actor("hr"), 1, later)).finished;
    expect(report).toMatchObject({ cases: 1, reproduced: { cases: 1, same: 1 } });
    expect(report?.examples[0]?.after.room).toBe(2_000_000);
  });

  it("writes its own row and the trail, nothing else", async () => {
    await aDay();
    const version = await draft(800_000);
    const before = await everyRow();
    await (await startSimulation(await company.actor("hr"), version, everything)).finished;
    expect(await everyRow()).toBe(before);
    const events = await db.auditEvent.findMany({ where: { subjectKind: "simulation" }, orderBy: { seq: "asc" } });
    expect(events.map(({ type, actorId }) => [type, actorId])).toEqual([["simulation.started", company.people.hr.id], ["simulation.finished", null]]);
    expect((await verifyChain()).ok).toBe(true);
  });

  it("says that the draft has been saved again since", async () => {
    const version = await draft(800_000);
    const { id, finished } = await startSimulation(await company.actor("hr"), version, everything);
    await finished;
    await transaction((tx) => tx.update("PolicyVersion", { version }, { contentHash: "another" }));
    expect((await simulationView(await company.actor("hr"), id))?.outdated).toBe(true);
  });

  it("begins with the first case and ends now unless told", async () => {
    await aDay();
    const { id, finished } = await startSimulation(await company.actor("hr"), 1, {}, { now: after(100) });
    await finished;
    expect(await simulationView(await company.actor("hr"), id)).toMatchObject({ from: after(0).toISOString(), to: after(100).toISOString(), source: "recorded", mode: "stateful" });
  });

  it("is written as a file, a line per figure", async () => {
    await aDay();
    const { id, finished } = await startSimulation(await company.actor("hr"), await draft(800_000), everything);
    await finished;
    let text = "";
    for await (const piece of (await exportSimulation(await company.actor("auditor"), id, "vi")) ?? []) text += piece;
    expect(text).toContain("transition,escalated>granted,,1,,,,700000,,,,,VND,");
    expect(text).toContain("rule,REFUND-STORE,Hoàn tiền hàng lỗi,6,4,2,0,1300000,5,1,0,1300000,VND,7");
    expect(text.startsWith("\uFEFFpart,code,name,cases")).toBe(true);
  });
});

const past = (count: number) =>
  transaction(async (tx) => {
    for (let at = 0; at < count; at += 1) {
      const decidedAt = after(at);
      await tx.insert("PastCase", { sourceId: `S-${at}`, decidedAt, gesture: "refund", reason: "product_fault", channel: "store", amount: 100_000n, currency: "VND", outcome: "granted", importedAt: decidedAt });
    }
  });

describe("a run under way", () => {
  const imported = { source: "imported", ...everything } as const;

  it("is cancelled by whoever started it, or edits policies", async () => {
    await past(2_000);
    const { id, finished } = await startSimulation(await company.actor("leader"), 1, imported);
    await expect(cancelSimulation(await company.actor("auditor"), id)).rejects.toMatchObject({ code: "forbidden" });
    await cancelSimulation(await company.actor("hr"), id);
    expect(await finished).toEqual({ state: "cancelled", report: null });
    expect(await simulationView(await company.actor("hr"), id)).toMatchObject({ state: "cancelled", report: null, may: { cancel: false } });
    await expect(cancelSimulation(await company.actor("hr"), id)).rejects.toMatchObject({ code: "state_changed" });
    const types = (await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } })).map(({ type }) => type);
    expect(types).toEqual(["simulation.started", "simulation.cancelled"]);
  });

  it("is one of two at most", async () => {
    const hr = await company.actor("hr");
    const runs = [await startSimulation(hr, 1, imported), await startSimulation(hr, 1, imported)];
    await expect(startSimulation(hr, 1, imported)).rejects.toMatchObject({ code: "busy", status: 503 });
    await Promise.all(runs.map(({ finished }) => finished));
    expect((await (await startSimulation(hr, 1, imported)).finished).state).toBe("done");
  });

  it("ends as failed when the server stops, or was found dead at the next start", async () => {
    await past(2_000);
    const hr = await company.actor("hr");
    const { id, finished } = await startSimulation(hr, 1, imported);
    await stopSimulations();
    expect(await finished).toEqual({ state: "failed", report: null, error: "process_ended" });
    expect(await simulationView(hr, id)).toMatchObject({ state: "failed", error: "process_ended" });
    const dead = { id: "dead", version: 1, revision: 1, contentHash: "", source: "recorded", mode: "stateful", fromAt: after(0), toAt: after(1), state: "running", createdAt: after(0) };
    await transaction((tx) => tx.insert("Simulation", dead));
    expect(await closeAbandonedSimulations()).toBe(1);
    expect(await simulationView(hr, "dead")).toMatchObject({ state: "failed", error: "process_ended" });
    expect(await closeAbandonedSimulations()).toBe(0);
  });
});

describe("who may", () => {
  it("is whoever reads drafts", async () => {
    for (const key of ["frontline", "supervisor", "manager", "admin"] as const) {
      await expect(startSimulation(await company.actor(key), 1, everything)).rejects.toMatchObject({ code: "forbidden" });
      await expect(simulationForm(await company.actor(key), 1)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await simulationForm(await company.actor("auditor"), 1)).toMatchObject({ version: 1, recorded: { cases: 0, first: null }, runs: [] });
    expect(await simulationForm(await company.actor("auditor"), 9)).toBe(null);
  });

  it("refuses a version there is not and a period that ends before it begins", async () => {
    const hr = await company.actor("hr");
    await expect(startSimulation(hr, 9, everything)).rejects.toMatchObject({ code: "not_found" });
    await expect(startSimulation(hr, 1, { from: after(1), to: after(1) })).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "to", code: "range_order" }] });
    await expect(startSimulation(hr, 1, { ...everything, asRole: "king" })).rejects.toMatchObject({ errors: [{ path: "asRole", code: "unknown_role" }] });
    expect(await db.simulation.count()).toBe(0);
  });
});
