import { parse as parseCsv } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { answerAppeal, appeal, closePeriod, eraseScorecardNames, exportSheets, feedKpi, findingsView, letStand, openAgain, openPeriod, periodList, retireKpi, saveScorecard, setCustomerShare, sheetRows, sheetView } from "#modules/kpis/public.server.ts";

import type { ScorecardFields } from "#modules/kpis/scorecards/items.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf } from "#tests/support/asked.ts";
import { wholeText } from "#tests/support/whole-text.ts";
import { freshCompany, inUse, type TestCompany } from "./company.ts";

let company: TestCompany;
const none = async () => new Map<string, number>();
const nobody = async () => [];

const card = (more: Partial<ScorecardFields> = {}): ScorecardFields => ({
  subjectKind: "role", subject: "frontline", nameVi: "Nhân viên cửa hàng", nameEn: "Shop staff",
  items: [{ kind: "kpi", kpi: "SATISFIED", scope: "site", weight: 60 }, { kind: "kpi", kpi: "SALES", scope: "company", weight: 20 }, { kind: "improvements", target: 2, weight: 20 }],
  ...more,
});

beforeEach(async () => {
  company = await freshCompany();
  const target = { value: 90, by: "2026-12-31" };
  await inUse(company, "SATISFIED", { target, serves: { kind: "need", text: { vi: "Cần", en: "Need" } } });
  await inUse(company, "SALES", { lens: "financial", target, counts: "both" });
  await feedKpi("SATISFIED", [{ periodStart: "2026-10-01", periodEnd: "2026-10-31", department: "RETAIL", site: "HN-01", counts: { numerator: 45, denominator: 100 } }], await company.by("hr"), { dryRun: false, reason: null });
});

async function closedOctober(count = none): Promise<string> {
  const hr = await company.by("hr");
  await saveScorecard(card(), hr);
  const { id } = await openPeriod("month", "2026-10-15", hr);
  await closePeriod(id, hr, count, nobody);
  return id;
}

const own = async (key: "frontline" | "frontline3") => {
  const actor = await actorOf(company.people[key]);
  const [period] = await periodList();
  const row = period === undefined ? undefined : (await sheetRows(actor, period)).find(({ mine }) => mine);
  const view = row === undefined ? null : await sheetView(actor, row.id, none, nobody);
  if (view === null) throw new Error("no sheet");
  return view;
};

describe("designing a scorecard", () => {
  it("refuses weights that are not 100, a customer share below the minimum, and what is not in use", async () => {
    const hr = await company.by("hr");
    const items = [{ kind: "kpi", kpi: "SALES", scope: "site", weight: 61 }, { kind: "kpi", kpi: "GONE", scope: "site", weight: 40 }] as const;
    await expect(saveScorecard(card({ items: [...items] }), hr)).rejects.toMatchObject({ errors: [{ code: "unknown_kpi" }, { code: "weights_not_100", params: { sum: 101 } }, { code: "below_customer_share", params: { share: 0, minimum: 40 } }] });
    await setCustomerShare(70, hr);
    await expect(saveScorecard(card(), hr)).rejects.toMatchObject({ errors: [{ code: "below_customer_share", params: { share: 60, minimum: 70 } }] });
    await expect(saveScorecard(card(), await company.by("manager"))).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.scorecard.count()).toBe(0);
  });
});

describe("closing a period", () => {
  it("keeps figures, weights divided again over what is there, and says what is absent", async () => {
    const counts = new Map([[company.people.frontline.id, 1]]);
    await closedOctober(async () => counts);
    const { content } = await own("frontline");
    expect(content.items.map(({ value, attainment, absent, weight, counted }) => ({ value, attainment, absent, weight, counted }))).toEqual([
      { value: 45, attainment: 50, absent: null, weight: 60, counted: 75 },
      { value: null, attainment: null, absent: "no_figure", weight: 20, counted: 0 },
      { value: 1, attainment: 50, absent: null, weight: 20, counted: 25 },
    ]);
    expect(content).toMatchObject({ score: 50, customerShare: 60, from: "2026-10-01", to: "2026-10-31" });
  });

  it("changes for nothing that comes later: another title, team, KPI, figure or scorecard", async () => {
    await closedOctober();
    const before = await own("frontline");
    await transaction((tx) => tx.update("Person", { id: company.people.frontline.id }, { managerId: company.people.manager.id, departmentCode: "HRCX" }));
    await retireKpi("SATISFIED", await company.by("hr"));
    await transaction((tx) => tx.update("Scorecard", { subject: "frontline" }, { active: false }));
    expect(await own("frontline")).toEqual(before);
  });

  it("is once, after the period's last day, and by nobody's hand undone", async () => {
    const id = await closedOctober();
    const hr = await company.by("hr");
    await expect(closePeriod(id, hr, none, nobody)).rejects.toMatchObject({ code: "state_changed" });
    const november = await openPeriod("month", "2026-11-01", hr);
    await expect(closePeriod(november.id, hr, none, nobody)).rejects.toMatchObject({ code: "period_running" });
    await expect(openPeriod("month", "2026-11-30", hr)).rejects.toMatchObject({ code: "period_exists" });
    await expect(transaction((tx) => tx.update("ScorecardSheet", { periodId: id }, { content: "{}" }))).rejects.toThrow(/cannot be changed/);
    await expect(transaction((tx) => tx.update("ScorecardPeriod", { id }, { closedAt: null }))).rejects.toThrow(/closed/);
    await expect(transaction((tx) => tx.remove("ScorecardSheet", { periodId: id }))).rejects.toThrow(/deleted/);
    expect(await db.auditEvent.count({ where: { type: "scorecard-period.closed" } })).toBe(1);
  });

  it("tells everybody who has one", async () => {
    await closedOctober();
    expect(await db.notification.count({ where: { kind: "scorecard.closed", personId: company.people.frontline.id } })).toBe(1);
  });

  it("forgets a name when it must, and no figure", async () => {
    await closedOctober();
    await transaction((tx) => eraseScorecardNames(tx, { personId: company.people.frontline.id, name: "x", at: new Date("2026-11-23T03:00:00Z") }));
    const view = await own("frontline");
    expect(view.person).toBe("");
    expect(view.content.items[0]?.value).toBe(45);
  });
});

describe("a scorecard of one's own", () => {
  it("stands before that of the role", async () => {
    const { frontline } = company.people;
    await saveScorecard(card({ subjectKind: "person", subject: frontline.id, nameVi: "Thẻ của Khôi", nameEn: "Khôi's card", items: [{ kind: "kpi", kpi: "SATISFIED", scope: "site", weight: 100 }] }), await company.by("hr"));
    await closedOctober();
    expect((await own("frontline")).content).toMatchObject({ name: { en: "Khôi's card" }, score: 50 });
    expect((await own("frontline3")).content.name.en).toBe("Shop staff");
  });
});

describe("who sees which", () => {
  it("finds somebody by part of a name without marks, and by department", async () => {
    await closedOctober();
    const [period] = await periodList();
    const actor = await actorOf(company.people.hr);
    const found = async (name: string, department: string | null = null) => (period === undefined ? [] : (await sheetRows(actor, period, { name, department })).map(({ person }) => person));
    expect(await found("minh kho")).toEqual(["Nguyễn Minh Khôi"]);
    expect(await found("nobody")).toEqual([]);
    expect(await found("", "RETAIL")).toContain("Lê Thảo Vy");
    expect(await found("", "FINANCE")).toEqual([]);
  });

  it("takes along as a file what may be read on the screen, a row for each measure", async () => {
    await closedOctober();
    const rows = async (key: keyof TestCompany["people"]) => {
      const text = await wholeText(await exportSheets(await company.by(key)));
      return parseCsv<Record<string, string>>(text, { columns: true, bom: true });
    };
    const mine = await rows("frontline");
    expect(mine.map(({ name, item, kpi, value, n, absent }) => [name, item, kpi, value, n, absent])).toEqual([
      ["Nguyễn Minh Khôi", "kpi", "SATISFIED", "45", "100", ""],
      ["Nguyễn Minh Khôi", "kpi", "SALES", "", "0", "no_figure"],
      ["Nguyễn Minh Khôi", "improvements", "", "0", "0", ""],
    ]);
    expect(new Set((await rows("manager")).map(({ email }) => email))).toEqual(new Set(["frontline@demo.tam", "frontline2@demo.tam"]));
    expect(await rows("auditor")).toHaveLength((await rows("hr")).length);
  });

  it("oneself one's own; a supervisor and a manager their people's; HR everybody's; in order of given names", async () => {
    await closedOctober();
    const [period] = await periodList();
    const seen = async (key: keyof TestCompany["people"]) => (period === undefined ? [] : (await sheetRows(await actorOf(company.people[key]), period)).map(({ person }) => person));
    expect(await seen("frontline")).toEqual(["Nguyễn Minh Khôi"]);
    expect(await seen("supervisor")).toEqual(["Nguyễn Minh Khôi", "Lê Thảo Vy"]);
    expect(await seen("manager")).toEqual(["Nguyễn Minh Khôi", "Lê Thảo Vy"]);
    expect(await seen("hr")).toEqual(["Bùi Gia Hân", "Nguyễn Minh Khôi", "Lê Thảo Vy"]);
    const theirs = await own("frontline3");
    expect(await sheetView(await actorOf(company.people.frontline), theirs.id, none, nobody)).toBeNull();
  });

  it("an open period shows what stands by now, to the same people", async () => {
    const hr = await company.by("hr");
    await saveScorecard(card(), hr);
    await openPeriod("month", "2026-10-15", hr);
    const view = await own("frontline");
    expect([view.closedAt, view.content.score, view.mayAppeal]).toEqual([null, 37.5, false]);
    expect(await sheetView(await actorOf(company.people.frontline3), view.id, none, nobody)).toBeNull();
  });
});

describe("an appeal", () => {
  it("goes to the manager, gets words, and leaves the sheet as it was", async () => {
    await closedOctober();
    const before = await own("frontline");
    const fields = { words: "Tháng 10 có hai ca tôi làm ở cửa hàng khác.", evidence: "Bảng phân ca 12/10 và 19/10" };
    const { id } = await appeal(before.id, fields, await company.by("frontline"));
    await expect(appeal(before.id, fields, await company.by("frontline"))).rejects.toMatchObject({ code: "appeal_open" });
    await expect(appeal(before.id, fields, await company.by("frontline2"))).rejects.toMatchObject({ code: "not_found" });
    await expect(answerAppeal(id, "x", await company.by("manager2"))).rejects.toMatchObject({ code: "not_found" });
    await answerAppeal(id, "Đúng vậy. Hai ca ấy sẽ tính cho bạn ở kỳ sau.", await company.by("supervisor"));
    await expect(answerAppeal(id, "Lần nữa", await company.by("hr"))).rejects.toMatchObject({ code: "state_changed" });
    const after = await own("frontline");
    expect(after.content).toEqual(before.content);
    expect(after.appeals).toMatchObject([{ to: "Trần Thị Thu Hà", answeredBy: "Trần Thị Thu Hà", answer: expect.stringContaining("kỳ sau") }]);
    expect(await db.notification.count({ where: { kind: "scorecard.appeal-answered", personId: company.people.frontline.id } })).toBe(1);
  });
});

describe("findings", () => {
  it("are let stand with a reason until a day, and come back after it or when opened again", async () => {
    const hr = await company.by("hr");
    await saveScorecard(card(), hr);
    const keys = async (at: Date) => (await findingsView(at)).findings.filter(({ letStand: standing }) => standing === null).map(({ key }) => key);
    const at = hr.now;
    const key = "not_influenceable:SATISFIED";
    expect(await keys(at)).toContain(key);
    await expect(letStand(key, { reason: "Đang thử", until: "2026-11-22" }, hr)).rejects.toMatchObject({ errors: [{ code: "past_day" }] });
    await expect(letStand("no_lens:NOBODY", { reason: "x", until: "2026-12-01" }, hr)).rejects.toMatchObject({ code: "not_found" });
    await letStand(key, { reason: "Đang thử", until: "2026-12-01" }, hr);
    expect(await keys(at)).not.toContain(key);
    expect(await keys(new Date("2026-12-02T03:00:00Z"))).toContain(key);
    await openAgain(key, hr);
    expect(await keys(at)).toContain(key);
  });
});

