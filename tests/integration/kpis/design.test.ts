import { beforeEach, describe, expect, it } from "vitest";
import { definitions, putIntoUse, retireKpi, saveDraft, setTarget } from "#modules/kpis/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { definition, freshCompany, inUse, type TestCompany } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

describe("designing a KPI", () => {
  it("a draft is put into use as version 1, frozen, with its first target", async () => {
    const hr = await company.by("hr");
    await saveDraft(definition("CSAT-STORE", { target: { value: 90, by: "2026-12-31" } }), hr, { isNew: true });
    expect(definitions(readHot)).toMatchObject([{ code: "CSAT-STORE", status: "draft", version: 0 }]);
    expect(await putIntoUse("CSAT-STORE", null, hr)).toBe(1);
    const [kpi] = definitions(readHot, { status: "active" });
    expect(kpi).toMatchObject({ version: 1, draft: null, definition: { target: { value: 90, by: "2026-12-31" } }, changedTargets: [{ from: null, to: 90 }] });
    await expect(transaction((tx) => tx.update("KpiVersion", { version: 1 }, { definition: "{}" }))).rejects.toThrow(/append-only/);
    expect(await db.auditEvent.count({ where: { type: "kpi.put-into-use" } })).toBe(1);
  });

  it("what is missing is named and nothing is put into use", async () => {
    const hr = await company.by("hr");
    await saveDraft(definition("X", { lens: null, owners: [], why: { vi: "", en: "Why" } }), hr, { isNew: true });
    await expect(putIntoUse("X", null, hr)).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "why.vi" }, { path: "lens" }, { path: "owners" }] });
    expect(await db.kpiVersion.count()).toBe(0);
  });

  it("refuses unknown departments, guardrails and facts, a code that is taken, and anybody but HR", async () => {
    const hr = await company.by("hr");
    const wrong = definition("Y", { owners: ["NOWHERE"], guardrails: ["NONE", "Y"], source: { kind: "computed", fact: "decision_csat" } });
    await expect(saveDraft(wrong, hr, { isNew: true })).rejects.toMatchObject({
      errors: [{ path: "owners", code: "unknown_department" }, { path: "guardrails", code: "unknown_kpi" }, { path: "guardrails", code: "same_thing" }, { path: "source.fact", code: "fact_measure" }],
    });
    await inUse(company, "Z");
    await expect(saveDraft(definition("Z"), hr, { isNew: true })).rejects.toMatchObject({ errors: [{ path: "code", code: "already_used" }] });
    for (const key of ["manager", "leader", "frontline", "auditor"] as const) await expect(saveDraft(definition("Q"), await company.by(key), { isNew: true })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses days within which nobody came back that the records do not know", async () => {
    const fcr = (withinDays: number) => definition("FCR", { measure: { kind: "fcr", withinDays }, source: { kind: "computed", fact: "decision_fcr" } });
    const hr = await company.by("hr");
    await expect(saveDraft(fcr(14), hr, { isNew: true })).rejects.toMatchObject({ errors: [{ path: "measure.withinDays", code: "fact_within_days", params: { days: 7 } }] });
    await saveDraft(fcr(7), hr, { isNew: true });
  });

  it("other words make a version that goes on; another measure breaks the series with the running period", async () => {
    const hr = await company.by("hr");
    await inUse(company, "KPI");
    await saveDraft(definition("KPI", { why: { vi: "Vì khách", en: "For the customer" } }), hr, { isNew: false });
    await putIntoUse("KPI", null, hr);
    await saveDraft(definition("KPI", { measure: { kind: "csat", scale: 5 } }), hr, { isNew: false });
    await putIntoUse("KPI", "Thang 5", hr);
    expect(await db.kpiVersion.findMany({ select: { version: true, breaks: true, fromDay: true }, orderBy: { version: "asc" } })).toEqual([
      { version: 1, breaks: false, fromDay: "0001-01-01" },
      { version: 2, breaks: false, fromDay: "2026-11-01" },
      { version: 3, breaks: true, fromDay: "2026-11-01" },
    ]);
    await expect(putIntoUse("KPI", null, hr)).rejects.toMatchObject({ code: "state_changed" });
  });

  it("a target moves with its reason, and stays to be seen", async () => {
    const hr = await company.by("hr");
    await inUse(company, "KPI", { target: { value: 90, by: "2026-12-31" } });
    await setTarget("KPI", { value: 80, by: "2027-03-31", reason: "Thiếu người" }, null, hr);
    expect(definitions(readHot)[0]).toMatchObject({ definition: { target: { value: 80 } }, changedTargets: [{ to: 90 }, { from: 90, to: 80, note: "Thiếu người", improvement: null }] });
    await expect(setTarget("KPI", { value: 80, by: "2027-03-31", reason: "Lại" }, null, hr)).rejects.toMatchObject({ code: "state_changed" });
    await expect(transaction((tx) => tx.remove("KpiTarget", { value: 80 }))).rejects.toThrow(/append-only/);
  });

  it("a retired one keeps its history and takes no draft", async () => {
    const hr = await company.by("hr");
    await inUse(company, "KPI");
    await retireKpi("KPI", hr);
    expect(definitions(readHot, { status: "retired" })).toHaveLength(1);
    await expect(saveDraft(definition("KPI", { cadence: "week" }), hr, { isNew: false })).rejects.toMatchObject({ code: "state_changed" });
  });
});
