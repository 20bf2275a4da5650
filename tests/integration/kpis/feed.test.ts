import { beforeEach, describe, expect, it } from "vitest";
import { exportObservations, feedKpi, figureOf, importObservations, putIntoUse, saveDraft, seriesOf } from "#modules/kpis/public.server.ts";
import type { Observation } from "#modules/kpis/schemas.ts";
import { csvText } from "#platform/csv/source.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { wholeText } from "#tests/support/whole-text.ts";
import { definition, freshCompany, inUse, MONDAY_TEN, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
  await inUse(company, "CSAT");
});

const wet = { dryRun: false, reason: null };
const month = (number: string, counts: Observation["counts"], more: Partial<Observation> = {}): Observation => ({
  periodStart: `2026-${number}-01`,
  periodEnd: { "08": "2026-08-31", "09": "2026-09-30", "10": "2026-10-31" }[number] ?? `2026-${number}-28`,
  counts,
  ...more,
});
const year = { code: "CSAT", scope: {}, from: "2026-08-01", to: "2026-10-31" };

describe("feeding a KPI", () => {
  it("keeps counts and shows what is missing as missing", async () => {
    const hr = await company.by("hr");
    const rows = [month("08", { numerator: 40, denominator: 50 }), month("10", { numerator: 27, denominator: 30 })];
    expect(await feedKpi("CSAT", rows, hr, { dryRun: true, reason: null })).toEqual({ added: 2, corrected: 0, unchanged: 0 });
    expect(await db.kpiObservation.count()).toBe(0);
    await feedKpi("CSAT", rows, hr, wet);
    expect(seriesOf(readHot, year).map(({ value, n }) => [value, n])).toEqual([[80, 50], [null, 0], [90, 30]]);
    expect(figureOf(readHot, year)).toMatchObject({ value: (100 * 67) / 80, n: 80 });
    expect(await feedKpi("CSAT", rows, hr, wet)).toEqual({ added: 0, corrected: 0, unchanged: 2 });
  });

  it("a correction needs a reason and keeps the earlier figure with its author", async () => {
    const manager = await company.by("manager");
    const hr = await company.by("hr", new Date(MONDAY_TEN.getTime() + 3_600_000));
    await feedKpi("CSAT", [month("08", { numerator: 40, denominator: 50 }, { site: "HN-01" })], manager, wet);
    const corrected = [month("08", { numerator: 41, denominator: 50 }, { site: "HN-01" })];
    await expect(feedKpi("CSAT", corrected, hr, wet)).rejects.toMatchObject({ errors: [{ path: "reason", code: "correction_reason" }] });
    expect(await feedKpi("CSAT", corrected, hr, { dryRun: false, reason: "Đếm sót một phiếu" })).toMatchObject({ corrected: 1 });
    const [kept] = await db.kpiCorrection.findMany();
    expect(kept).toMatchObject({ saidById: company.people.manager.id, byId: company.people.hr.id, reason: "Đếm sót một phiếu" });
    expect(JSON.parse(kept?.before ?? "")).toMatchObject({ hits: 40, n: 50 });
    expect(figureOf(readHot, year).value).toBe(82);
    await expect(transaction((tx) => tx.update("KpiObservation", { version: 1 }, { hits: 1 }))).rejects.toThrow(/kept first/);
  });

  it("a manager tells of their own place only; others tell nothing", async () => {
    const rows = [month("08", { numerator: 4, denominator: 5 }, { site: "HN-02" })];
    await expect(feedKpi("CSAT", rows, await company.by("manager"), wet)).rejects.toMatchObject({ errors: [{ path: "observations.0.department", code: "place_not_yours" }] });
    await expect(feedKpi("CSAT", [month("08", { numerator: 4, denominator: 5 })], await company.by("manager"), wet)).rejects.toMatchObject({ code: "invalid_input" });
    for (const key of ["frontline", "supervisor", "leader", "auditor", "admin"] as const) await expect(feedKpi("CSAT", rows, await company.by(key), wet)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("nothing is counted twice: overlaps, a whole beside its parts, a period across two", async () => {
    const hr = await company.by("hr");
    await feedKpi("CSAT", [month("08", { numerator: 4, denominator: 5 }, { site: "HN-01" })], hr, wet);
    const cases: [Observation, string][] = [
      [month("08", { numerator: 1, denominator: 2 }, { periodEnd: "2026-08-15", site: "HN-01" }), "period_overlaps"],
      [month("08", { numerator: 1, denominator: 2 }), "whole_and_parts"],
      [month("08", { numerator: 1, denominator: 2 }, { periodEnd: "2026-09-02" }), "period_mismatch"],
      [month("09", { numerator: 3, denominator: 2 }), "above_denominator"],
      [month("09", { value: 3, n: 2 }), "counts_other_shape"],
      [month("09", { numerator: 1, denominator: 2 }, { site: "XX" }), "unknown_site"],
      [month("12", { numerator: 1, denominator: 2 }), "not_in_future"],
    ];
    for (const [row, code] of cases) await expect(feedKpi("CSAT", [row], hr, wet)).rejects.toMatchObject({ errors: [{ code }] });
    expect(await db.kpiObservation.count()).toBe(1);
  });

  it("figures of another way of counting are not added to those before it", async () => {
    const hr = await company.by("hr");
    await feedKpi("CSAT", [month("10", { numerator: 40, denominator: 50 })], hr, wet);
    await saveDraft(definition("CSAT", { measure: { kind: "nps" }, unit: "points" }), hr, { isNew: false });
    await putIntoUse("CSAT", null, hr);
    await feedKpi("CSAT", [month("11", { promoters: 2, passives: 4, detractors: 1 }, { periodEnd: "2026-11-22" })], hr, wet);
    const both = { ...year, from: "2026-10-01", to: "2026-11-30" };
    expect(seriesOf(readHot, both).map(({ version, n }) => [version, n])).toEqual([[1, 50], [2, 7]]);
    expect(Math.round(figureOf(readHot, both).value ?? NaN)).toBe(14);
  });
});

describe("observations by CSV", () => {
  const header = "kpi,period_start,period_end,department,numerator,denominator";
  const faults = async (text: string) => (await importObservations(csvText(text), await company.by("hr"), { dryRun: false })).faults.map(({ line, column, code }) => `${line}:${column ?? ""}:${code}`);

  it("are read, repeated without effect, and correct what was there", async () => {
    const hr = await company.by("hr");
    const file = `${header}\nCSAT,01/08/2026,31/08/2026,RETAIL,40,50\nCSAT,2026-09-01,2026-09-30,RETAIL,45,50\n`;
    expect(await importObservations(csvText(file), hr, { dryRun: false })).toMatchObject({ ok: true, added: 2 });
    expect(await importObservations(csvText(file), hr, { dryRun: false })).toMatchObject({ ok: true, unchanged: 2 });
    expect(await importObservations(csvText(file.replace("45,50", "46,50")), hr, { dryRun: false })).toMatchObject({ ok: true, changed: 1 });
    expect(await db.kpiCorrection.count()).toBe(1);
    expect(await db.auditEvent.count({ where: { type: "observations.imported" } })).toBe(2);
  });

  it("take the three shapes and values", async () => {
    const hr = await company.by("hr");
    await inUse(company, "NPS", { measure: { kind: "nps" }, unit: "points" });
    await inUse(company, "REVENUE", { measure: { kind: "sum" }, unit: "vnd" });
    await inUse(company, "CES", { measure: { kind: "ces", convention: "mean" }, unit: "points" });
    const file = `kpi,period_start,period_end,value,n,promoters,passives,detractors,values\nNPS,2026-08-01,2026-08-31,,,50,30,20,\nREVENUE,2026-08-01,2026-08-31,1.500.000,3,,,,\nCES,2026-08-01,2026-08-31,,,,,,1:80;2:210;3:140;4:110;5:160;6:180;7:120\n`;
    expect(await importObservations(csvText(file), hr, { dryRun: false })).toMatchObject({ ok: true, added: 3 });
    expect(["NPS", "REVENUE", "CES"].map((code) => figureOf(readHot, { ...year, code }).value)).toEqual([30, 1_500_000, 4.08]);
  });

  it("nothing counted is written as nothing, and reads back so; a value without a case is refused", async () => {
    const hr = await company.by("hr");
    await inUse(company, "WAIT", { measure: { kind: "median" }, unit: "minutes" });
    const shape = "kpi,period_start,period_end,value,n";
    expect(await importObservations(csvText(`${shape}\nWAIT,2026-08-01,2026-08-31,,0\n`), hr, { dryRun: false })).toMatchObject({ ok: true, added: 1 });
    expect(figureOf(readHot, { ...year, code: "WAIT" })).toMatchObject({ value: null, n: 0 });
    const text = await wholeText(await exportObservations(hr, "WAIT"));
    expect(text).toContain("WAIT,2026-08-01,2026-08-31,,,,,,0,");
    expect(await importObservations(csvText(text), hr, { dryRun: false })).toMatchObject({ ok: true, unchanged: 1 });
    expect(await faults(`${shape}\nWAIT,2026-09-01,2026-09-30,12,0\n`)).toEqual(["2:n:value_of_none"]);
  });

  it("name every bad cell and write nothing", async () => {
    expect(await faults(`${header}\nNONE,2026-08-01,2026-08-31,,1,2\nCSAT,2026-08-01,31/02/2026,,x,2\n`)).toEqual(["2:kpi:unknown_kpi", "3:period_end:date_format", "3:numerator:number_format", "3:numerator:required"]);
    expect(await faults(`${header}\nCSAT,2026-08-01,2026-08-31,NOWHERE,1,2\nCSAT,2026-09-01,2026-09-30,,3,2\n`)).toEqual(["2:department:unknown_department", "3:numerator:above_denominator"]);
    expect(await db.kpiObservation.count()).toBe(0);
  });
});
