import { beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "#modules/audit/public.server.ts";
import { approveDecision, cancelDecision, createDraft, exportDecisions, importPastCases, PAST_CASE_COLUMNS, recordDecision, startSimulation } from "#modules/empowerment/public.server.ts";
import { csvText } from "#platform/csv/source.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy, askedByOperator } from "#tests/support/asked.ts";
import { wholeText } from "#tests/support/whole-text.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, voucher } from "./company.ts";

const HEADER = PAST_CASE_COLUMNS.join(",");
const DEFAULTS = { currency: "VND", timeZone: "Asia/Ho_Chi_Minh" } as const;
const wet = { dryRun: false };
let company: TestCompany;
const after = (minutes: number) => new Date(MONDAY_TEN.getTime() + minutes * 60_000);
const everything = { from: new Date("2020-01-01T00:00:00Z"), to: after(10_000), source: "imported" } as const;

beforeEach(async () => {
  company = await freshCompany();
});

const file = (...lines: string[]) => csvText(`\uFEFF${[HEADER, ...lines].join("\r\n")}\r\n`);
const load = async (...lines: string[]) => importPastCases(file(...lines), DEFAULTS, await askedBy(company.people.hr, MONDAY_TEN), wet);

/** Cells by column, the rest empty. */
const line = (cells: Readonly<Record<string, string>>) => {
  const all: Record<string, string> = { source_id: "A-1", decided_at: "2026-11-20", gesture: "refund", reason: "product_fault", channel: "store", outcome: "granted", amount: "100.000", ...cells };
  return PAST_CASE_COLUMNS.map((column) => all[column] ?? "").join(",");
};

describe("past cases by CSV", () => {
  it("are added with what there is, whoever nobody knows included", async () => {
    const report = await load(
      line({ decided_at: "20/11/2026", actor_email: "Frontline@demo.tam", customer_ref: "NONE", order_ref: "O-1", order_value: "1.250.000", days_since_purchase: "6", result: "resolved", csat: "5" }),
      line({ source_id: "A-2", decided_at: "2026-11-20T09:30:00+07:00", actor_email: "nobody@old.shop", amount: "700000", outcome: "Escalated", approver_email: "supervisor@demo.tam", approved_amount: "600000", case_ref: "K-9" }),
    );
    expect(report).toMatchObject({ ok: true, rows: 2, added: 2, changed: 0, unchanged: 0, faults: [] });
    const [first, second] = await db.pastCase.findMany({ orderBy: { sourceId: "asc" } });
    expect(first).toMatchObject({ decidedAt: new Date("2026-11-19T17:00:00Z"), actorEmail: "frontline@demo.tam", amount: 100_000n, currency: "VND", customerRef: "none", orderValue: 1_250_000n, daysSincePurchase: 6, result: "resolved", csat: 5 });
    expect(second).toMatchObject({ decidedAt: new Date("2026-11-20T02:30:00Z"), actorEmail: "nobody@old.shop", outcome: "escalated", approvedAmount: 600_000n, caseRef: "K-9", customerRef: null });
    expect((await verifyChain()).ok).toBe(true);
  });

  it("can be repeated without effect, and changed by their source id", async () => {
    await load(line({}));
    const events = await db.auditEvent.count();
    expect(await load(line({}))).toMatchObject({ ok: true, added: 0, changed: 0, unchanged: 1 });
    expect(await db.auditEvent.count()).toBe(events);
    expect(await load(line({ amount: "120000" }))).toMatchObject({ added: 0, changed: 1 });
    expect(await db.pastCase.findMany({ select: { amount: true } })).toEqual([{ amount: 120_000n }]);
  });

  it("leave nothing on a dry run", async () => {
    const report = await importPastCases(file(line({})), DEFAULTS, await askedBy(company.people.hr, MONDAY_TEN), { dryRun: true });
    expect(report).toMatchObject({ ok: true, dryRun: true, added: 1 });
    expect(await db.pastCase.count()).toBe(0);
  });

  it("are refused as a whole, every bad cell named by line, column and code", async () => {
    const report = await load(
      line({}),
      line({ source_id: "", decided_at: "30/02/2026", gesture: "re fund", outcome: "maybe", amount: "0" }),
      line({ source_id: "A-3", approved_amount: "200000", csat: "6", result: "fine", actor_email: "nobody", currency: "XXX", days_since_purchase: "-1" }),
      line({ source_id: "A-1" }),
      line({ source_id: "A-5", amount: "", approved_amount: "5" }),
    );
    expect(report.ok).toBe(false);
    expect(report.faults.map(({ line: at, column, code }) => `${at} ${column} ${code}`).sort()).toEqual(
      [
        ...["3 source_id required", "3 decided_at instant_format", "3 gesture code_format", "3 outcome not_a_choice", "3 amount too_small"],
        ...["4 approved_amount above_requested", "4 csat integer_range", "4 result not_a_choice", "4 actor_email email_format", "4 currency unknown_currency", "4 days_since_purchase integer_range"],
        ...["5 source_id csv_repeated_row", "6 approved_amount amount_not_allowed"],
      ].sort(),
    );
    expect(await db.pastCase.count()).toBe(0);
  });

  it("tell how far a long file is", async () => {
    const told: number[] = [];
    const lines = Array.from({ length: 1_200 }, (_, at) => line({ source_id: `B-${at}` }));
    await importPastCases(file(...lines), DEFAULTS, askedByOperator(MONDAY_TEN), { dryRun: false, onProgress: (rows, of) => told.push(rows, of) });
    expect(told).toEqual([500, 1_200, 1_000, 1_200, 1_200, 1_200]);
  });

  it("are for whoever edits policies", async () => {
    for (const key of ["leader", "auditor", "admin", "manager"] as const) {
      await expect(importPastCases(file(line({})), DEFAULTS, await askedBy(company.people[key], MONDAY_TEN), wet)).rejects.toMatchObject({ code: "forbidden" });
      await expect(exportDecisions(await askedBy(company.people[key], MONDAY_TEN))).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("replaying imported cases", () => {
  const run = async (version = 1, more = {}) => {
    const finished = await (await startSimulation(await company.actor("hr"), version, { ...everything, ...more })).finished;
    if (finished.report === null) throw new Error(finished.state);
    return finished.report;
  };
  const order = { order_ref: "O-1", order_value: "5000000", customer_ref: "none" };

  it("takes people as they are today, and those nobody knows in the role that is told", async () => {
    await load(
      line({ source_id: "A-1", actor_email: "frontline@demo.tam", ...order }),
      line({ source_id: "A-2", actor_email: "old@shop.vn", amount: "700000", outcome: "approved", approved_amount: "700000", ...order, order_ref: "O-2" }),
    );
    const unsure = await run();
    expect(unsure.notJudged).toEqual([{ reason: "fact_not_recorded", params: { facts: ["actor.site"] }, cases: 1 }]);
    const { version } = await createDraft(await company.actor("hr"), { ...company.policy, budgets: [], tests: [] });
    const clerk = await run(version);
    expect(clerk).toMatchObject({ cases: 2, judged: 2, reproduced: { cases: 0, withoutVersion: 2 }, waitingMinutesSaved: 0 });
    expect(clerk.transitions).toMatchObject({ granted: { granted: 1 }, escalated: { escalated: 1 } });
    const lead = await run(version, { asRole: "supervisor" });
    expect(lead.transitions).toMatchObject({ granted: { granted: 1 }, escalated: { granted: 1, escalated: 0 } });
    expect([lead.waitingMinutesSaved, lead.waiting.unknown]).toEqual([null, 1]);
    expect(lead.assumptions).toContainEqual({ code: "as_role", params: { role: "supervisor" } });
    expect(lead.assumptions).toContainEqual({ code: "people_as_today", params: { people: 1 } });
  });

  it("sets aside what lacks a fact or has a word the policy does not", async () => {
    await load(
      line({ source_id: "A-1", actor_email: "frontline@demo.tam", customer_ref: "none" }),
      line({ source_id: "A-2", gesture: "hug", amount: "" }),
      line({ source_id: "A-3", actor_email: "old@shop.vn", gesture: "voucher", customer_ref: "none", order_ref: "none" }),
    );
    const report = await run();
    expect(report.judged).toBe(0);
    expect(report.notJudged).toEqual(
      expect.arrayContaining([
        { reason: "fact_not_recorded", params: { facts: ["order.value"] }, cases: 1 },
        { reason: "unknown_gesture", params: { code: "hug" }, cases: 1 },
        expect.objectContaining({ cases: 1 }),
      ]),
    );
  });
});

describe("recorded decisions as a file", () => {
  it("come back as the same cases", async () => {
    const frontline = await company.actor("frontline");
    const record = async (request: unknown, minutes: number) => (await recordDecision(frontline, request, { locale: "vi", now: after(minutes) })).id;
    await record(refund(100_000), 0);
    await record(voucher(150_000, { customer: { ref: "C-1029" }, order: "none", case: "K-1" }), 1);
    const asked = await record(refund(700_000), 2);
    const approval = await db.approval.findFirstOrThrow({ where: { decisionId: asked } });
    await approveDecision(await company.actor("supervisor"), approval.id, { amount: { minor: 600_000, currency: "VND" } }, { now: after(9) });
    const taken = await record(refund(50_000), 10);
    await cancelDecision(frontline, taken, { now: after(11) });
    await record(refund(900_000), 12);

    const written = await wholeText(await exportDecisions(askedByOperator(after(20))));
    expect(written).toContain("frontline@demo.tam,refund,product_fault,store,700000,VND,none,,,,5000000,,escalated,supervisor@demo.tam,600000");
    expect(await importPastCases(csvText(written), DEFAULTS, askedByOperator(after(21)), wet)).toMatchObject({ ok: true, added: 5 });
    const source = { from: after(-100), to: after(10_000) };
    const reports = [];
    for (const each of ["recorded", "imported"] as const) reports.push((await (await startSimulation(await company.actor("hr"), 1, { ...source, source: each })).finished).report);
    const [recorded, imported] = reports;
    expect(imported?.transitions).toEqual(recorded?.transitions);
    expect([imported?.cost, imported?.judged]).toEqual([recorded?.cost, recorded?.judged]);
  });
});
