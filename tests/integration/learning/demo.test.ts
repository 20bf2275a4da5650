import { beforeAll, expect, it } from "vitest";
import { loadDemo } from "#composition/demo.server.ts";
import { SIGN_INS } from "#db/seed/company.ts";
import { COURSE_THAT_HELPED, COURSE_WITHOUT_EFFECT } from "#db/seed/learning.ts";
import { openingsFor } from "#composition/learning.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { type Fact, type Learner, transfer } from "#modules/learning/domain/transfer.ts";
import { waitingForMe } from "#modules/learning/practice/queries-practice.server.ts";
import { learnView } from "#modules/learning/queries-learn.server.ts";
import { db } from "#platform/db.server.ts";
import { actorOf } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T03:00:00Z");

beforeAll(async () => {
  await useTestDatabase();
  await loadDemo({ now });
}, 240_000);

const named = async (email: string) => actorOf(await db.person.findUniqueOrThrow({ where: { email } }));

/** The share of cases decided alone, of those who took a course and of clerks who have not yet. */
async function autonomyAfter(course: string) {
  const decisions = await db.decision.findMany({ where: { outcome: { not: "refused" } }, select: { personId: true, decidedAt: true, outcome: true } });
  const facts = decisions.map(({ personId, decidedAt, outcome }): Fact => ({ person: personId, at: decidedAt.getTime(), value: outcome === "granted" ? 1 : 0 }));
  const certificates = await db.learningCertificate.findMany({ where: { course }, select: { personId: true, givenAt: true } });
  const when = new Map(certificates.map(({ personId, givenAt }) => [personId, givenAt.getTime()]));
  const clerks = await db.person.findMany({ where: { active: true, roles: { some: { role: "frontline" } } }, select: { id: true } });
  return transfer(facts, clerks.map(({ id }): Learner => ({ person: id, trainedAt: when.get(id) ?? null })), { now: now.getTime(), better: "up" });
}

it("has attempts over six months, practice in every state, certificates of which some have ended, and a whole trail", async () => {
  const months = new Set((await db.learningAttempt.findMany({ where: { completedAt: { gte: new Date("2026-05-23") } }, select: { completedAt: true } })).map(({ completedAt }) => completedAt?.toISOString().slice(0, 7)));
  expect(months.size).toBeGreaterThanOrEqual(6);
  for (const state of ["waiting", "signed_off"]) expect(await db.learningReport.count({ where: { state } }), state).toBeGreaterThan(2);
  expect(await db.learningCertificate.count({ where: { validTo: { lte: "2026-11-22" } } })).toBeGreaterThan(2);
  expect(await db.learningChoice.count()).toBeGreaterThan(1000);
  expect((await verifyChain()).ok).toBe(true);
});

it("shows what one course changed and that another changed nothing, as the decisions are", async () => {
  const [helped, nothing] = [await autonomyAfter(COURSE_THAT_HELPED), await autonomyAfter(COURSE_WITHOUT_EFFECT)];
  expect([helped.verdict, nothing.verdict]).toEqual(["effect", "no_effect"]);
});

it("gives everybody one signs in as something to do next", async () => {
  const clerk = await named(SIGN_INS.frontline.email);
  const learn = await learnView(clerk, now, openingsFor(clerk, now));
  expect(learn.courses.length).toBeGreaterThanOrEqual(8);
  expect(learn.certificates.length).toBeGreaterThan(0);
  expect(learn.courses.some(({ opens }) => opens.length > 0)).toBe(true);
  expect(["go_on", "review", "overdue", "due"]).toContain(learn.next.step.kind);
  expect((await waitingForMe(await named(SIGN_INS.supervisor.email))).length).toBeGreaterThan(0);
});
