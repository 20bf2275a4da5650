import { beforeEach, describe, expect, it } from "vitest";
import { jobs } from "#composition/jobs.server.ts";
import { records } from "#composition/improvements.server.ts";
import { changesTiedTo } from "#modules/kpis/public.server.ts";
import { adoptImprovement, beginTrial, planImprovement, verifyImprovement } from "#modules/improvements/public.server.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { newId } from "#kernel/ids.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { inUse } from "../kpis/company.ts";
import { days, freshCompany, later, MONDAY_TEN, onTrial, plan, planned, type TestCompany } from "./company.ts";

const KPI = "FITS-FIRST-TIME";
let company: TestCompany;
beforeEach(async () => {
  registerJobs(jobs);
  company = await freshCompany();
  await inUse(company, KPI, { cadence: "day", minimumSample: 0, direction: "up" });
});

/** A figure a day from `first` days after Monday on: hits of a hundred. */
async function figures(first: number, hits: readonly number[], department = ""): Promise<void> {
  const { id: kpiId } = await db.kpi.findUniqueOrThrow({ where: { code: KPI } });
  const monday = localDay(MONDAY_TEN, "Asia/Ho_Chi_Minh");
  await transaction(async (tx) => {
    for (const [index, hit] of hits.entries()) {
      const day = addDays(monday, first + index);
      await tx.insert("KpiObservation", {
        ...{ id: newId(), kpiId, version: 1, periodStart: day, periodEnd: day, bucket: day, departmentCode: department, source: "typed", at: MONDAY_TEN, byId: company.people.hr.id },
        ...{ n: 100, hits: hit, passives: 0, detractors: 0, total: 0, squares: null, histogram: null },
      });
    }
  });
}

const wavering = (count: number, around: number) => Array.from({ length: count }, (_, index) => around + [0, 2, -1, 1, -2][index % 5]!);
const byKpi = (more: object = {}) => ({ measure: { code: "kpi", kpi: KPI, target: 70, ...more } });

describe("A change measured by a KPI", () => {
  it("is held against the natural limits of the periods before, and verified by a signal in the wanted direction", async () => {
    await figures(-20, wavering(20, 60));
    const id = await onTrial(company, byKpi());
    await adoptImprovement(id, "Áp dụng", await company.by("manager", days(1)));
    const verify = async (at: Date) => verifyImprovement(id, null, await company.by("manager", at), records);
    await expect(verify(days(1))).rejects.toMatchObject({ code: "effect_not_shown", params: { verdict: "not_enough" } });
    // The day of the trial itself belongs to neither side.
    await figures(0, [99]);
    await figures(1, [61, 59]);
    await expect(verify(days(3))).rejects.toMatchObject({ code: "effect_not_shown", params: { verdict: "no_difference" } });
    await figures(3, [80, 82]);
    await verify(days(5));
    const effect = (await company.see("frontline", id, days(5)))?.effect;
    expect(effect).toMatchObject({ measure: { kpi: KPI, name: { en: "Customers satisfied in store" }, unit: "percent" }, comparison: { verdict: "better", signal: "outside", targetMet: true, before: { n: 20, value: 60 }, after: { n: 4, value: 70.5 } } });
    expect(effect?.points?.before.map(Math.round)).toEqual(wavering(20, 60));
    expect(effect?.points?.after.map(Math.round)).toEqual([61, 59, 80, 82]);
  });

  it("says of too few periods that there is not enough yet", async () => {
    await figures(-11, wavering(11, 60));
    const id = await onTrial(company, byKpi());
    await figures(1, [95, 95]);
    expect((await company.see("manager", id, days(4)))?.effect?.comparison).toMatchObject({ verdict: "not_enough", before: { n: 11 }, after: { n: 2 }, targetMet: null });
  });

  it("looks at one department alone where it is narrowed to it", async () => {
    await figures(-20, wavering(20, 60), "RETAIL");
    await figures(-20, wavering(20, 10), "CARE");
    const id = await planned(company, byKpi({ department: "RETAIL" }));
    expect((await company.see("manager", id))?.effect?.comparison.before).toMatchObject({ n: 20, value: 60 });
  });

  it("is tied to its KPI in the thread, and to another one when the plan is changed", async () => {
    const id = await planned(company, byKpi());
    expect(changesTiedTo(KPI)).toEqual([id]);
    await planImprovement(id, plan(company.people.supervisor.id), await company.by("manager", later(70)), records);
    expect(changesTiedTo(KPI)).toEqual([]);
  });

  it("may be measured only by a KPI in use that is to rise or to fall, and keeps its name and direction once on trial", async () => {
    await inUse(company, "WITHIN", { direction: "range", range: { from: 2, to: 4 } });
    await expect(planned(company, byKpi({ kpi: "NO-SUCH" }))).rejects.toMatchObject({ errors: [{ path: "measure.kpi", code: "unknown_kpi" }] });
    await expect(planned(company, byKpi({ kpi: "WITHIN" }))).rejects.toMatchObject({ errors: [{ path: "measure.kpi", code: "kpi_within_range" }] });
    expect(await db.improvement.count({ where: { state: "planned" } })).toBe(0);
  });

  it("came back when the KPI falls out of the limits it had while on trial", async () => {
    await figures(-20, wavering(20, 60));
    const id = await planned(company, byKpi());
    await beginTrial(id, {}, await company.by("manager", later(90)));
    await figures(1, wavering(15, 80));
    await adoptImprovement(id, "Áp dụng", await company.by("manager", days(16)));
    await verifyImprovement(id, null, await company.by("manager", days(16)), records);
    await figures(17, wavering(5, 80));
    await runDueJobs(days(23));
    expect((await company.see("manager", id, days(23)))?.returnedAt).toBeNull();
    await figures(22, [60, 58]);
    await runDueJobs(days(25));
    expect((await company.see("manager", id, days(25)))?.returnedAt).toBe(days(25).toISOString());
  });
});
