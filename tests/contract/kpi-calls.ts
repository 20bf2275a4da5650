import type { SmallCompany } from "#db/seed/builders.ts";
import { newId } from "#kernel/ids.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { blankDefinition } from "#modules/kpis/definition.ts";
import { closePeriod, declareRewardKind, feedKpi, findingsView, openPeriod, putIntoUse, saveDraft, saveScorecard } from "#modules/kpis/public.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import type { Calls, Send } from "./call.ts";

/** One call of every operation of KPIs, scorecards and rewards, on a company that is there by then. */
export function kpiCalls(company: () => SmallCompany, send: Send): Calls {
  const measured = async (): Promise<string> => {
    const hr = await askedBy(company().people.hr, new Date());
    const code = `KPI-${newId().slice(-8)}`;
    await saveDraft({ ...blankDefinition(code), name: { vi: "Hài lòng", en: "Satisfied" }, why: { vi: "Vì khách", en: "For customers" }, lens: "customer_outcome", measure: { kind: "rate" }, owners: ["RETAIL"] }, hr, { isNew: true });
    await putIntoUse(code, null, hr);
    await feedKpi(code, [{ periodStart: "2026-08-01", periodEnd: "2026-08-31", site: "HN-01", counts: { numerator: 40, denominator: 50 } }], hr, { dryRun: false, reason: null });
    return code;
  };
  let closedSheet: Promise<string> | null = null;
  /** A closed scorecard of the first of the staff. */
  const scored = async (): Promise<string> => {
    closedSheet ??= (async () => {
      const hr = await askedBy(company().people.hr, new Date());
      const items = [{ kind: "kpi" as const, kpi: await measured(), scope: "site" as const, weight: 100 }];
      await saveScorecard({ subjectKind: "role", subject: "frontline", nameVi: "Nhân viên", nameEn: "Staff", items }, hr);
      const { id } = await openPeriod("month", "2026-08-15", hr);
      await closePeriod(id, hr, async () => new Map(), async () => []);
      return (await db.scorecardSheet.findFirstOrThrow({ where: { periodId: id, personId: company().people.frontline.id } })).id;
    })();
    return closedSheet;
  };
  const bonus = async () => {
    await declareRewardKind({ code: "THANKS", nameVi: "Thưởng", nameEn: "Bonus", amount: 500_000, active: true }, await askedBy(company().people.hr, new Date()));
    return { person: company().people.frontline.email, kind: "THANKS", reason: "Bỏ được tờ khai", evidence: [{ kind: "kpi", id: await measured() }] };
  };
  const proposedReward = async () => String((await send("proposeReward", { as: "manager", path: "/rewards", json: await bonus() })).body["id"]);
  return {
    listKpis: async () => (await measured(), { as: "frontline", path: "/kpis?lens=customer_outcome&department=RETAIL&limit=5" }),
    readKpi: async () => ({ as: "frontline", path: `/kpis/${await measured()}` }),
    listKpiPoints: async () => ({ as: "leader", path: `/kpis/${await measured()}/observations?site=HN-01&limit=5` }),
    feedKpi: async () => ({ as: "hr", path: `/kpis/${await measured()}/observations`, json: { observations: [{ periodStart: "2026-09-01", periodEnd: "2026-09-30", site: "HN-01", counts: { numerator: 41, denominator: 50 } }], reason: "Đếm lại" } }),
    listKpiFindings: async () => (await measured(), { as: "auditor", path: "/kpis/findings?limit=3" }),
    letKpiFindingStand: async () => {
      await measured();
      const [open] = (await findingsView(new Date())).findings;
      return { as: "hr", path: "/kpis/findings/let-stand", json: { key: open?.key, reason: "Đang đo thử", until: addDays(localDay(new Date(), "Asia/Ho_Chi_Minh"), 30) } };
    },
    listScorecards: async () => (await scored(), { as: "frontline", path: "/scorecards?limit=5" }),
    readScorecard: async () => ({ as: "frontline", path: `/scorecards/${await scored()}` }),
    appealScorecard: async () => ({ as: "frontline", path: `/scorecards/${await scored()}/appeals`, json: { words: "Thiếu tuần cuối", evidence: "Sổ ca 25/8" } }),
    listRewards: async () => (await proposedReward(), { as: "hr", path: "/rewards?limit=1" }),
    proposeReward: async () => ({ as: "manager", path: "/rewards", json: await bonus() }),
    decideReward: async () => ({ as: "leader", path: `/rewards/${await proposedReward()}/decision`, json: { approve: true, note: "Đáng lắm" } }),
  };
}
