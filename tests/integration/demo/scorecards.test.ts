import { beforeAll, describe, expect, test } from "vitest";
import { SIGN_INS } from "#db/seed/company.ts";
import { loadDemo } from "#composition/demo.server.ts";
import { findingsView } from "#modules/kpis/public.server.ts";
import type { SheetContent } from "#modules/kpis/scorecards/score.ts";
import { db } from "#platform/db.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-23T03:10:00Z");

beforeAll(async () => {
  await useTestDatabase();
  await loadDemo({ now });
}, 180_000);

const contents = async () => (await db.scorecardSheet.findMany()).map(({ personId, content }) => ({ personId, content: JSON.parse(content) as SheetContent }));

describe("scorecards", () => {
  test("last quarter is closed for everybody the trail counts, this one is open", async () => {
    const [last, running] = await db.scorecardPeriod.findMany({ orderBy: { startDay: "asc" } });
    expect([last, running]).toMatchObject([{ startDay: "2026-07-01", endDay: "2026-09-30" }, { startDay: "2026-10-01", endDay: "2026-12-31", closedAt: null }]);
    expect(last?.closedAt?.getTime()).toBeLessThan(now.getTime());
    const { data } = await db.auditEvent.findFirstOrThrow({ where: { type: "scorecard-period.closed" } });
    expect(JSON.parse(data)).toMatchObject({ sheets: await db.scorecardSheet.count({ where: { periodId: last?.id ?? "" } }) });
  });

  test("each stands mostly on customers, has figures of its own, and never shows what is absent as zero", async () => {
    for (const { content } of await contents()) {
      expect(content.customerShare).toBeGreaterThanOrEqual(40);
      expect(content.score).not.toBeNull();
      const counted = content.items.map((item) => item.counted);
      expect(counted.reduce((sum, weight) => sum + weight, 0)).toBe(100);
      for (const { absent, counted: weight, attainment } of content.items) if (absent !== null) expect([weight, attainment]).toEqual([0, null]);
    }
  });

  test("verified changes and thanks that proved true count on somebody's", async () => {
    const values = async (kind: "improvements" | "recognition") => (await contents()).flatMap(({ content }) => content.items.filter((item) => item.kind === kind).map(({ value }) => value ?? 0));
    expect(Math.max(...(await values("improvements")))).toBeGreaterThan(0);
    expect(Math.max(...(await values("recognition")))).toBeGreaterThan(0);
  });

  test("one appeal is answered by whoever looks after the person, one waits", async () => {
    const appeals = await db.scorecardAppeal.findMany({ orderBy: { at: "asc" }, include: { sheet: true } });
    expect(appeals.map(({ answer }) => answer !== null)).toEqual([true, false]);
    for (const { byId, toId, at, answeredAt, sheet } of appeals) {
      expect([sheet.personId, sheet.managerId]).toEqual([byId, toId]);
      expect(at.getTime()).toBeGreaterThan(sheet.at.getTime());
      expect((answeredAt ?? at).getTime()).toBeLessThan(now.getTime());
    }
  });
});

describe("rewards", () => {
  test("one is approved by four eyes and told to everybody, one waits, both rest on what was done", async () => {
    const rewards = await db.reward.findMany({ orderBy: { proposedAt: "asc" } });
    expect(rewards).toMatchObject([{ state: "approved", announce: "public" }, { state: "proposed", announce: null }]);
    const [approved] = rewards;
    expect(new Set([approved?.personId, approved?.proposedById, approved?.decidedById]).size).toBe(3);
    const clerk = await db.person.findUniqueOrThrow({ where: { email: SIGN_INS.frontline.email } });
    expect(approved?.personId).toBe(clerk.id);
    const kinds = async (id: string) => (await db.threadLink.findMany({ where: { fromKind: "reward", fromId: id }, orderBy: { toKind: "asc" } })).map(({ toKind }) => toKind);
    expect(await Promise.all(rewards.map(({ id }) => kinds(id)))).toEqual([["decision", "recognition"], ["improvement"]]);
  });

  test("five roles know which share of variable pay depends on customers", async () => {
    expect((await db.payShare.findMany({ select: { role: true } })).map(({ role }) => role).sort()).toEqual(["frontline", "hr", "leader", "manager", "supervisor"]);
  });
});

test("one finding of the set is let stand, with the reason and until a day", async () => {
  const { findings } = await findingsView(now);
  expect(findings.filter(({ letStand }) => letStand !== null)).toMatchObject([{ code: "conflict_declared", letStand: { until: "2027-01-07", by: SIGN_INS.hr.name } }]);
  expect(findings.some(({ code }) => code === "below_customer_share" || code === "not_influenceable")).toBe(false);
});
