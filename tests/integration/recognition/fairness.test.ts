import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { markNightWorker } from "#modules/people/public.server.ts";
import { fairnessView } from "#modules/recognition/fairness.server.ts";
import { nudgeManager } from "#modules/recognition/nudge-manager.server.ts";
import type { EvidenceSource } from "#modules/recognition/evidence.ts";
import { teamMonth } from "#modules/recognition/team-month.server.ts";
import { tellMonthJob } from "#modules/recognition/tell-month.server.ts";
import { withdrawRecognition } from "#modules/recognition/withdraw.server.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { evidenceOf, later, now, seedValue, thank } from "./company.ts";

const DAY = 24 * 60;
let people: SmallCompany["people"];

beforeEach(async () => {
  await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await seedValue(people.hr, later(-100 * DAY));
});

/** Decisions that turned out well, by id and who took them. */
const goodSource = (good: readonly { id: string; personId: string }[]): EvidenceSource => ({
  ...evidenceOf(new Map(good.map(({ id }) => [id, "good"]))),
  good: async () => good.map((one) => ({ ...one, at: later(-DAY) })),
});

describe("fairness of recognition", () => {
  it("counts human thanks of the window, private ones too, and nothing withdrawn, hidden or automatic", async () => {
    await thank(people.frontline, [people.frontline2, people.supervisor], {}, { at: later(-3 * DAY) });
    await thank(people.leader, [people.frontline3], { visibility: "private" }, { at: later(-2 * DAY) });
    const back = await thank(people.frontline, [people.manager], {}, { at: later(-DAY) });
    await withdrawRecognition(back, await askedBy(people.frontline, now));
    await thank(people.manager, [people.manager2], {}, { at: later(-95 * DAY) });
    await transaction(async (tx) => {
      const row = await tx.find("Recognition", { id: back });
      if (row === null) throw new Error("gone");
      await tx.insert("Recognition", { ...row, id: "anniversary", automatic: true, withdrawnAt: null });
      await tx.insert("RecognitionRecipient", { recognitionId: "anniversary", personId: people.manager.id, at: row.at });
    });
    const view = await fairnessView(await askedBy(people.hr, now), 1, []);
    expect(view).toMatchObject({ thanks: 3, coverage: { hits: 3, n: 13 }, giving: { hits: 2, n: 13 }, crossTeam: { hits: 1, n: 3 }, gini: { n: 13, total: 3 } });
    expect(view.coverage.low).toBeGreaterThan(0);
    expect(view.notReached.map(({ person }) => person.id)).toContain(people.manager.id);
    expect(view.groups.backOffice).toMatchObject({ hits: 0, n: 6 });
    expect((await fairnessView(await askedBy(people.hr, now), 6, [])).thanks).toBe(4);
  });

  it("leaves out those who have just begun", async () => {
    await transaction((tx) => tx.update("Person", { id: people.frontline3.id }, { startedOn: "2026-11-10" }));
    expect((await fairnessView(await askedBy(people.hr, now), 3, [])).coverage.n).toBe(12);
  });

  it("counts those who work at night as HR marks them", async () => {
    const hr = await askedBy(people.hr, now);
    await markNightWorker(people.frontline3.id, true, hr);
    await markNightWorker(people.frontline3.id, true, hr);
    expect((await fairnessView(hr, 3, [])).groups.night).toMatchObject({ hits: 0, n: 1 });
    await markNightWorker(people.frontline3.id, false, hr);
    expect((await fairnessView(hr, 3, [])).nightWorkers).toEqual([]);
    expect(await db.auditEvent.count({ where: { type: "night-worker.marked" } })).toBe(2);
    await expect(markNightWorker(people.frontline3.id, true, await askedBy(people.manager, now))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is for HR alone", async () => {
    for (const key of ["frontline", "supervisor", "manager", "leader", "auditor", "admin"] as const) {
      await expect(fairnessView(await askedBy(people[key], now), 3, [])).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("good outcomes nobody recognised", () => {
  const good = (personId: string, count: number) => Array.from({ length: count }, (_, index) => ({ id: `${personId}-${index}`, personId }));

  it("are counted against those that are cited, and name who did good unseen", async () => {
    const sources = [goodSource([...good(people.frontline.id, 4), ...good(people.frontline2.id, 3), ...good(people.frontline3.id, 2)])];
    await thank(people.supervisor, [people.frontline], { evidence: [{ kind: "decision", id: `${people.frontline.id}-0` }] }, { sources, at: later(-60) });
    const view = await fairnessView(await askedBy(people.hr, now), 3, sources);
    expect(view.recall).toMatchObject({ hits: 1, n: 9 });
    expect(view.unseen).toMatchObject([{ person: { id: people.frontline2.id }, good: 3, hasManager: true, nudgedAt: null }]);
  });

  it("are told to the manager privately, once", async () => {
    const sources = [goodSource(good(people.frontline2.id, 3))];
    const hr = await askedBy(people.hr, now);
    const ref = { kind: "decision" as const, id: `${people.frontline2.id}-0` };
    await nudgeManager(people.frontline2.id, ref, hr, sources);
    expect(await db.notification.findMany()).toMatchObject([{ personId: people.supervisor.id, kind: "recognition.nudge", href: `/recognition/new?decision=${ref.id}` }]);
    await expect(nudgeManager(people.frontline2.id, ref, hr, sources)).rejects.toMatchObject({ code: "nudged_already" });
    expect((await fairnessView(hr, 3, sources)).unseen[0]?.nudgedAt).not.toBeNull();
    await expect(nudgeManager(people.leader.id, { ...ref, id: `${people.frontline2.id}-1` }, hr, sources)).rejects.toMatchObject({ code: "no_manager" });
    await expect(nudgeManager(people.frontline2.id, { ...ref, id: "unknown" }, hr, sources)).rejects.toMatchObject({ code: "not_found" });
    await expect(nudgeManager(people.frontline2.id, ref, await askedBy(people.leader, now), sources)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the team's month", () => {
  it("counts one's direct reports alone, without what was private", async () => {
    await thank(people.leader, [people.frontline], {}, { at: later(-DAY) });
    await thank(people.frontline, [people.frontline2], { visibility: "private" }, { at: later(-DAY) });
    await thank(people.frontline2, [people.frontline3], { visibility: "team" }, { at: later(-DAY) });
    await thank(people.leader, [people.frontline], {}, { at: later(-40 * DAY) });
    const month = await teamMonth(await actorOf(people.supervisor), null, now, []);
    expect(month).toMatchObject({ month: "2026-11", earlier: "2026-10", later: null });
    const counts = new Map(month.people.map(({ person, received, given }) => [person.id, [received, given]]));
    expect(counts).toEqual(new Map([[people.frontline.id, [1, 0]], [people.frontline2.id, [0, 1]]]));
    expect(month.recognitions).toHaveLength(1);
    expect(await teamMonth(await actorOf(people.supervisor), "2026-10", now, [])).toMatchObject({ month: "2026-10", later: "2026-11", recognitions: [{}] });
    expect((await teamMonth(await actorOf(people.supervisor), "2027-01", now, [])).month).toBe("2026-11");
    expect((await teamMonth(await actorOf(people.frontline), null, now, [])).people).toEqual([]);
  });

  it("is told to every manager on the first of the month", async () => {
    registerJobs([tellMonthJob]);
    await thank(people.leader, [people.frontline]);
    await runDueJobs(now);
    await runDueJobs(new Date("2026-12-01T02:00:00Z"));
    const told = await db.notification.findMany({ where: { kind: "recognition.summary" } });
    expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([people.leader, people.manager, people.manager2, people.supervisor, people.supervisor2].map(({ id }) => id)));
    expect(told[0]?.href).toBe("/recognition/team?month=2026-11");
  });
});
