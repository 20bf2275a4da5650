import { beforeEach, describe, expect, it } from "vitest";
import { factReader } from "#composition/kpi-facts.server.ts";
import { newId } from "#kernel/ids.ts";
import { askRecount, cancelRecount, countRecentDays, figureOf, runRecount } from "#modules/kpis/public.server.ts";
import { db } from "#platform/db.server.ts";
import { type Insert, readHot, transaction } from "#platform/transaction.server.ts";
import { startChild } from "#tests/support/child.ts";
import { freshCompany, inUse, MONDAY_TEN, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});
const facts = factReader(() => MONDAY_TEN);
const window = { scope: {}, from: "2026-11-01", to: "2026-11-30" };

async function decided(at: Date, states: readonly ("granted" | "approved")[]): Promise<void> {
  const { frontline } = company.people;
  await transaction(async (tx) => {
    const first = await tx.count("Decision", {});
    for (const [index, state] of states.entries()) {
      const row: Insert<"Decision"> = {
        ...{ id: newId(), number: `D-2026-${String(first + index + 1).padStart(6, "0")}`, sequence: first + index + 1, personId: frontline.id, managerId: frontline.managerId, siteCode: "HN-01", departmentCode: "RETAIL" },
        ...{ gesture: "refund", reason: "product_fault", channel: "store", proactive: false, amount: 100_000n, currency: "VND", caseGroup: "refund", facts: "{}", policyVersion: 1, rule: "REFUND-STORE" },
        ...{ outcome: state === "granted" ? "granted" : "escalated", state, reasonCode: "within_case_limit", explanation: "{}", decidedAt: at, closedAt: at, approvedAmount: 100_000n },
        ...{ givenAt: new Date(at.getTime() + (state === "granted" ? 5 : 45) * 60_000), result: "resolved", csat: 5, customerId: company.customers.gold.id },
      };
      await tx.insert("Decision", row);
    }
  });
}

describe("tam kpis recount", () => {
  it("counts the days again, telling how far it is; names what it does not know", async () => {
    const tam = async (...args: string[]) => {
      const child = startChild("app/bootstrap/tam.mjs", ["kpis", "recount", ...args], { DATABASE_URL: company.url });
      const code = await child.ended;
      return { code, out: child.lines.join("\n"), err: child.errors() };
    };
    await decided(new Date("2026-11-20T03:00:00Z"), ["granted", "approved"]);
    expect(await tam("decided_alone", "--from", "19/11/2026", "--to", "2026-11-21")).toMatchObject({ code: 0, out: "3 days counted", err: expect.stringContaining("2026-11-20") as string });
    expect(await db.kpiDaily.findMany({ where: { fact: "decided_alone" }, select: { day: true, n: true, hits: true } })).toEqual([{ day: "2026-11-20", n: 2, hits: 1 }]);
    expect(await tam("nothing", "--from", "19/11/2026")).toMatchObject({ code: 2, err: expect.stringContaining("decided_alone") as string });
    expect(await tam("decided_alone")).toMatchObject({ code: 2 });
  }, 60_000);
});

describe("what Tâm counts by itself", () => {
  it("is kept by day and place, and counting again changes nothing", async () => {
    await inUse(company, "ALONE", { source: { kind: "computed", fact: "decided_alone" } });
    await inUse(company, "WAIT", { source: { kind: "computed", fact: "customer_wait" }, measure: { kind: "duration" }, unit: "minutes" });
    await decided(new Date("2026-11-20T03:00:00Z"), ["granted", "granted", "granted", "approved"]);
    await countRecentDays(MONDAY_TEN, facts);
    const before = await db.kpiDaily.findMany({ orderBy: [{ fact: "asc" }, { day: "asc" }] });
    await countRecentDays(MONDAY_TEN, facts);
    expect(await db.kpiDaily.findMany({ orderBy: [{ fact: "asc" }, { day: "asc" }] })).toEqual(before);
    expect(figureOf(readHot, { code: "ALONE", ...window })).toMatchObject({ value: 75, n: 4 });
    expect(figureOf(readHot, { code: "ALONE", ...window, scope: { site: "HN-02" } })).toMatchObject({ value: null, n: 0 });
    expect(figureOf(readHot, { code: "WAIT", ...window })).toMatchObject({ value: 5, n: 4 });
  });

  it("says nothing of first contacts before the days have passed, and knows a day without a decision", async () => {
    await inUse(company, "FCR", { source: { kind: "computed", fact: "decision_fcr" }, measure: { kind: "fcr" } });
    await inUse(company, "ALL", { source: { kind: "computed", fact: "decisions" }, measure: { kind: "count" }, unit: "cases" });
    await decided(new Date("2026-11-20T03:00:00Z"), ["granted"]);
    await countRecentDays(MONDAY_TEN, facts);
    expect(figureOf(readHot, { code: "FCR", ...window }).value).toBeNull();
    expect(figureOf(readHot, { code: "ALL", ...window, from: "2026-11-22" })).toMatchObject({ value: 0 });
  });

  it("a history is counted again as a job with progress that can be cancelled", async () => {
    await decided(new Date("2026-09-10T03:00:00Z"), ["granted", "approved"]);
    const hr = await company.by("hr");
    const id = await askRecount("decided_alone", "2026-09-01", "2026-09-30", hr);
    await expect(askRecount("decided_alone", "2026-09-01", "2026-09-30", hr)).rejects.toMatchObject({ code: "state_changed" });
    await runRecount(id, MONDAY_TEN, facts);
    expect(await db.kpiRecount.findUnique({ where: { id } })).toMatchObject({ state: "done", nextDay: "2026-10-01" });
    expect(await db.kpiDaily.findFirst({ where: { fact: "decided_alone", day: "2026-09-10" } })).toMatchObject({ hits: 1, n: 2, siteCode: "HN-01" });
    const second = await askRecount("decided_alone", "2026-08-01", "2026-09-30", hr);
    let days = 0;
    await runRecount(second, MONDAY_TEN, async (fact, from, to) => {
      days += 1;
      if (days === 3) await cancelRecount(second, hr);
      return facts(fact, from, to);
    });
    expect(days).toBe(3);
    expect(await db.kpiRecount.findUnique({ where: { id: second } })).toMatchObject({ state: "cancelled", nextDay: "2026-08-03" });
    await expect(askRecount("decisions", "2026-09-01", "2026-09-30", await company.by("manager"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
