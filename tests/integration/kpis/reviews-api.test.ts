import { beforeEach, describe, expect, it } from "vitest";
import { findingsJson, postReward, postRewardDecision, rewardsJson, sheetJson, sheetsJson } from "#composition/kpi-reviews-api.server.ts";
import { translator } from "#i18n/translator.ts";
import { closePeriod, declareRewardKind, feedKpi, openPeriod, saveScorecard } from "#modules/kpis/public.server.ts";
import { findingItem, rewardItem, sheetAnswer, sheetListItem } from "#modules/kpis/scorecards/api-schemas.ts";
import { actorOf } from "#tests/support/asked.ts";
import { freshCompany, inUse, type TestCompany } from "./company.ts";

let company: TestCompany;
const first = { limit: 50, cursor: null };
beforeEach(async () => {
  company = await freshCompany();
  await inUse(company, "SATISFIED", { target: { value: 90, by: "2026-12-31" } });
});

async function closed(): Promise<void> {
  const hr = await company.by("hr");
  await feedKpi("SATISFIED", [{ periodStart: "2026-10-01", periodEnd: "2026-10-31", department: "RETAIL", site: "HN-01", counts: { numerator: 45, denominator: 100 } }], hr, { dryRun: false, reason: null });
  await saveScorecard({ subjectKind: "role", subject: "frontline", nameVi: "Nhân viên", nameEn: "Staff", items: [{ kind: "kpi", kpi: "SATISFIED", scope: "site", weight: 100 }] }, hr);
  const { id } = await openPeriod("month", "2026-10-15", hr);
  await closePeriod(id, hr, async () => new Map(), async () => []);
}

describe("what the interface says of findings and scorecards", () => {
  it("says findings as documented", async () => {
    const rows = await findingsJson();
    expect(rows.map(({ key }) => key)).toContain("no_lens:SATISFIED");
    expect(findingItem.array().safeParse(rows).error?.issues ?? []).toEqual([]);
  });

  it("shows one's own scorecard, and nobody's else to a colleague", async () => {
    await closed();
    const own = await actorOf(company.people.frontline);
    const [row] = (await sheetsJson(own, undefined)).filter(({ mine }) => mine);
    expect(sheetListItem.safeParse(row).error?.issues ?? []).toEqual([]);
    const sheet = await sheetJson(own, row?.id ?? "");
    expect(sheetAnswer.safeParse(sheet).error?.issues ?? []).toEqual([]);
    expect(sheet).toMatchObject({ score: 50, items: [{ value: 45, n: 100, weight: 100 }] });
    await expect(sheetJson(await actorOf(company.people.frontline3), row?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
    await expect(sheetsJson(own, "none")).rejects.toMatchObject({ errors: [{ path: "period" }] });
  });
});

describe("rewards over the interface", () => {
  it("are proposed by e-mail on what the caller may know of, decided by other eyes, and paged", async () => {
    await declareRewardKind({ code: "THANKS", nameVi: "Thưởng", nameEn: "Bonus", amount: 500_000, active: true }, await company.by("hr"));
    const telling = { t: translator("en"), locale: "en" } as const;
    const manager = await actorOf(company.people.manager);
    const body = { person: company.people.frontline.email, kind: "THANKS", reason: "Bỏ tờ khai", evidence: [{ kind: "kpi" as const, id: "SATISFIED" }] };
    await expect(postReward(manager, { ...body, evidence: [{ kind: "kpi", id: "NONE" }] }, telling, null)).rejects.toMatchObject({ errors: [{ path: "evidence.0", code: "unknown_evidence" }] });
    await expect(postReward(manager, { ...body, person: "nobody@demo.tam" }, telling, null)).rejects.toMatchObject({ errors: [{ path: "person" }] });
    const { id } = await postReward(manager, body, telling, null);
    await postReward(manager, body, telling, null);
    await postRewardDecision(await actorOf(company.people.leader), id, { approve: true }, null);
    const hr = await actorOf(company.people.hr);
    const [newest, ...rest] = await rewardsJson(hr, { ...first, limit: 1 });
    const after = await rewardsJson(hr, { limit: 5, cursor: [Date.parse(newest?.proposedAt ?? ""), newest?.id ?? ""] });
    expect([rest, after.length]).toEqual([[], 1]);
    expect(rewardItem.array().safeParse([newest, ...after]).error?.issues ?? []).toEqual([]);
    expect([newest, ...after].find((reward) => reward?.id === id)).toMatchObject({ state: "approved", decidedBy: company.people.leader.name });
  });
});
