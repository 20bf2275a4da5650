import { beforeAll, describe, expect, test } from "vitest";
import { loadDemo } from "#composition/demo.server.ts";
import { records } from "#composition/improvements.server.ts";
import { SIGN_INS } from "#db/seed/company.ts";
import { planDemo } from "#db/seed/demo-plan.ts";
import { courseOf } from "#db/seed/improvements/carry-out.ts";
import { MEASURED } from "#db/seed/improvements/measured.ts";
import { jobs } from "#composition/jobs.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { effectOf } from "#modules/improvements/effect.server.ts";
import { improvementRows, procedureRows, waitingCount } from "#modules/improvements/public.server.ts";
import { loadActor, NO_CONTEXT } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-23T03:10:00Z");

beforeAll(async () => {
  await useTestDatabase();
  await loadDemo({ now });
}, 180_000);

async function signedIn(role: keyof typeof SIGN_INS) {
  const person = await db.person.findUniqueOrThrow({ where: { email: SIGN_INS[role].email } });
  const actor = await loadActor(person.id, NO_CONTEXT);
  if (actor === null) throw new Error(role);
  return actor;
}

describe("the demo company's changes", () => {
  test("are about forty, in every state, with reasons, reporters without a word and some gone back", async () => {
    const count = (where: NonNullable<Parameters<typeof db.improvement.count>[0]>["where"]) => db.improvement.count({ where });
    expect(await count({})).toBeGreaterThanOrEqual(38);
    for (const state of ["reported", "answered", "planned", "trialled", "adopted", "reverted", "verified", "merged"]) expect(await count({ state }), state).toBeGreaterThan(0);
    expect(await count({ answer: "needed" })).toBeGreaterThanOrEqual(5);
    expect(await db.improvementOwner.count({ where: { law: { not: null } } })).toBeGreaterThanOrEqual(4);
    expect(await count({ confirmation: "unconfirmed" })).toBeGreaterThanOrEqual(2);
    expect(await count({ state: "reverted" })).toBeGreaterThanOrEqual(3);
    expect(await count({ state: "merged" })).toBe(3);
    expect((await db.improvement.findMany({ select: { reportedAt: true, verifiedAt: true, decidedAt: true } })).flatMap((row) => Object.values(row)).filter((at) => at !== null && at > now)).toEqual([]);
    expect(new Set((await db.improvement.findMany({ select: { number: true } })).map(({ number }) => number)).size).toBe(await count({}));
    expect((await verifyChain()).ok).toBe(true);
  });

  test("at least six are verified by what the demo's own decisions say, counted again to the same figures", async () => {
    const verified = await db.improvement.findMany({ where: { state: "verified" } });
    expect(verified.length).toBeGreaterThanOrEqual(6);
    for (const row of verified) {
      const again = await effectOf({ ...row, comparison: null }, row.verifiedAt ?? now, records);
      expect(JSON.parse(row.comparison ?? "null"), row.number).toEqual(again?.comparison);
      expect(again?.comparison.verdict, row.number).toBe("better");
    }
  });

  test("are linked to what they came from and what they changed", async () => {
    const links = await db.threadLink.groupBy({ by: ["relation", "toKind"], where: { fromKind: "improvement" }, _count: true });
    const of = (relation: string, toKind: string) => links.find((row) => row.relation === relation && row.toKind === toKind)?._count ?? 0;
    expect(of("caused_by", "decision")).toBeGreaterThanOrEqual(10);
    expect(of("caused_by", "rule")).toBeGreaterThanOrEqual(3);
    expect(of("changed", "procedure")).toBeGreaterThanOrEqual(3);
    expect(of("changed", "rule")).toBeGreaterThanOrEqual(2);
  });

  test("have something waiting for the clerk, the manager and management, and nothing jumps when the jobs first run", async () => {
    for (const role of ["frontline", "manager", "leader"] as const) expect(await waitingCount(await signedIn(role)), role).toBeGreaterThan(0);
    const before = await db.improvement.groupBy({ by: ["state"], _count: true });
    registerJobs(jobs);
    await runDueJobs(new Date(now.getTime() + 60_000));
    expect(await db.improvement.groupBy({ by: ["state"], _count: true })).toEqual(before);
    expect((await improvementRows(await signedIn("hr"), { overdue: true }, { limit: 50, cursor: null, now })).length).toBe(0);
  });
});

describe("the register", () => {
  test("has fifteen procedures, two past their review date", async () => {
    const hr = await signedIn("hr");
    expect(await db.procedure.count()).toBe(15);
    expect((await procedureRows(hr, { show: "due" }, now)).map(({ code }) => code).sort()).toEqual(["BIEN-BAN-HONG", "DOI-CO-HAI-BAN"]);
    expect(await procedureRows(hr, { show: "ended" }, now)).toMatchObject([{ code: "BAO-CAO-GIAY-TUAN", state: "stopped" }]);
  });
});

describe("on other days", () => {
  test.each(["2026-12-31T05:00:00Z", "2027-01-14T09:00:00Z"])("at least six changes are verified too: %s", (day) => {
    const plan = planDemo(new Date(day));
    expect(MEASURED.filter((story) => courseOf(plan, story).verified !== null).length).toBeGreaterThanOrEqual(6);
  }, 60_000);
});
