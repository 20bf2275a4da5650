import { beforeAll, describe, expect, it } from "vitest";
import { loadDemo } from "#composition/demo.server.ts";
import { SIGN_INS } from "#db/seed/company.ts";
import { COURSE_THAT_HELPED, COURSE_WITHOUT_EFFECT } from "#db/seed/learning.ts";
import { learningFacts } from "#composition/learning-effect.server.ts";
import { openingsFor } from "#composition/learning.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { TRANSFER_MEASURES } from "#modules/learning/domain/transfer.ts";
import { proposeRetirements } from "#modules/learning/insights/propose-retirement.server.ts";
import { waitingForMe } from "#modules/learning/practice/queries-practice.server.ts";
import { answerRetirement, assignmentsView, coursesFigures, courseInsights, lookAtCourses, retirements, startAttempt } from "#modules/learning/public.server.ts";
import { learnView } from "#modules/learning/queries-learn.server.ts";
import { actorFacts } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { actorOf } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T03:00:00Z");

beforeAll(async () => {
  await useTestDatabase();
  await loadDemo({ now });
}, 240_000);

const named = async (email: string) => actorOf(await db.person.findUniqueOrThrow({ where: { email } }));

it("has attempts over six months, practice in every state, certificates of which some have ended, and a whole trail", async () => {
  const months = new Set((await db.learningAttempt.findMany({ where: { completedAt: { gte: new Date("2026-05-23") } }, select: { completedAt: true } })).map(({ completedAt }) => completedAt?.toISOString().slice(0, 7)));
  expect(months.size).toBeGreaterThanOrEqual(6);
  for (const state of ["waiting", "signed_off"]) expect(await db.learningReport.count({ where: { state } }), state).toBeGreaterThan(2);
  expect(await db.learningCertificate.count({ where: { validTo: { lte: "2026-11-22" } } })).toBeGreaterThan(2);
  expect(await db.learningChoice.count()).toBeGreaterThan(1000);
  expect((await verifyChain()).ok).toBe(true);
});

it("shows what one course changed and that another changed nothing, as the decisions are", async () => {
  const figures = new Map((await coursesFigures(learningFacts, now)).map((course) => [course.code, course]));
  const [helped, nothing] = [figures.get(COURSE_THAT_HELPED), figures.get(COURSE_WITHOUT_EFFECT)];
  expect([helped?.verdict, helped?.proposal, nothing?.verdict]).toEqual(["effect", null, "no_effect"]);
  expect(helped?.measures.find(({ measure }) => measure === "autonomy")?.difference?.low).toBeGreaterThan(0);
});

it("has what was asked in time, late and still open", async () => {
  const { assignments } = await assignmentsView(await named(SIGN_INS.hr.email), null, now);
  const counts = new Map(assignments.map((one) => [one.course, one.counts]));
  expect(counts.get("DEEP-LISTENING")).toMatchObject({ open: 0, overdue: 0 });
  expect(counts.get("DEEP-LISTENING")?.done).toBeGreaterThan(2);
  expect(counts.get("SMALL-FAULTS")?.overdue).toBeGreaterThan(0);
  expect(counts.get("SMALL-FAULTS")?.done).toBeGreaterThan(0);
  expect(counts.get("LEADER-MODELS")?.open).toBeGreaterThan(0);
  expect((await assignmentsView(await named(SIGN_INS.supervisor.email), null, now)).people.map(({ state }) => state)).toContain("overdue");
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

describe("what the pages say of courses", () => {
  it("never concerns fewer than five people, nor names one of them", async () => {
    const managers = new Set((await db.learningAttempt.findMany({ select: { managerId: true } })).map(({ managerId }) => managerId));
    const learners = await db.person.findMany({ where: { id: { notIn: [...managers].filter((id) => id !== null) } }, select: { id: true, name: true, email: true } });
    const courses = await db.learningCourse.findMany({ where: { published: { not: null } }, select: { code: true } });
    for (const { code } of courses) {
      const view = await courseInsights(code, learningFacts, now);
      if (view === null) throw new Error("in use");
      for (const team of [...view.teams, ...(view.others === null ? [] : [view.others])]) expect(team.began, code).toBeGreaterThanOrEqual(5);
      for (const { trained, peers } of view.measures) for (const arm of [trained, peers]) if (arm !== null) expect(arm.people, code).toBeGreaterThanOrEqual(5);
      for (const { n } of [...view.choices, ...view.questions]) expect(n, code).toBeGreaterThanOrEqual(5);
      const told = JSON.stringify(view);
      for (const { id, email } of learners) expect([told.includes(id), told.includes(email)], code).toEqual([false, false]);
      const names = new Set(view.teams.flatMap(({ manager }) => manager ?? []));
      expect(learners.filter(({ name }) => names.has(name)), code).toEqual([]);
    }
  });
});

describe("a course without effect", () => {
  const open = async (code: string) => (await retirements(code)).filter(({ state }) => state === "open");

  it("is proposed once, with the interval it was judged by, and no other course is", async () => {
    await lookAtCourses(learningFacts, now);
    for (const { code, verdict } of await coursesFigures(learningFacts, now)) expect(await open(code), code).toHaveLength(verdict === "no_effect" ? 1 : 0);
    const [proposal] = await open(COURSE_WITHOUT_EFFECT);
    expect(proposal).toMatchObject({ version: 1, decidedAt: null, by: null, reason: null });
    expect(proposal?.measures.map(({ measure }) => measure)).toEqual(TRANSFER_MEASURES);
    for (const { verdict, difference, trained, peers } of proposal?.measures ?? []) {
      expect([verdict, (difference?.low ?? 1) <= 0, (difference?.high ?? -1) >= 0]).toEqual(["no_effect", true, true]);
      expect(Math.min(trained?.people ?? 0, peers?.people ?? 0)).toBeGreaterThanOrEqual(5);
    }
    const told = await db.notification.findMany({ where: { kind: "course.no-effect", href: `/courses/${COURSE_WITHOUT_EFFECT}/insights` } });
    expect(told.length).toBe(await db.roleAssignment.count({ where: { role: "hr", person: { active: true } } }));
  });

  it("is kept with a reason, and left alone for half a year", async () => {
    const hr = await named(SIGN_INS.hr.email);
    const asked = { actor: hr, source: "screen", now } as const;
    const id = (await open(COURSE_WITHOUT_EFFECT))[0]?.id ?? "";
    await expect(answerRetirement(COURSE_WITHOUT_EFFECT, id, { keep: true, reason: "x" }, { ...asked, actor: await named(SIGN_INS.leader.email) })).rejects.toMatchObject({ code: "forbidden" });
    await expect(answerRetirement(COURSE_THAT_HELPED, id, { keep: true, reason: "x" }, asked)).rejects.toMatchObject({ code: "not_found" });
    await answerRetirement(COURSE_WITHOUT_EFFECT, id, { keep: true, reason: "Mới sửa tình huống" }, asked);
    await expect(answerRetirement(COURSE_WITHOUT_EFFECT, id, { keep: false, reason: "x" }, asked)).rejects.toMatchObject({ code: "state_changed" });
    const [effect] = (await coursesFigures(learningFacts, now)).filter(({ code }) => code === COURSE_WITHOUT_EFFECT);
    if (effect === undefined) throw new Error("in use");
    await proposeRetirements([effect], new Date(now.getTime() + 179 * 86_400_000));
    expect(await open(COURSE_WITHOUT_EFFECT)).toHaveLength(0);
    await proposeRetirements([effect], new Date(now.getTime() + 181 * 86_400_000));
    expect(await open(COURSE_WITHOUT_EFFECT)).toHaveLength(1);
  });

  it("goes out of use when HR accepts; attempts, certificates and why stay", async () => {
    const counts = async () => [await db.learningAttempt.count({ where: { course: COURSE_WITHOUT_EFFECT } }), await db.learningCertificate.count({ where: { course: COURSE_WITHOUT_EFFECT, revokedAt: null } }), await db.learningChoice.count()];
    const before = await counts();
    const hr = await named(SIGN_INS.hr.email);
    const id = (await open(COURSE_WITHOUT_EFFECT))[0]?.id ?? "";
    await answerRetirement(COURSE_WITHOUT_EFFECT, id, { keep: false, reason: "Không đổi được việc ở quầy" }, { actor: hr, source: "screen", now });
    expect(await db.learningCourse.findUniqueOrThrow({ where: { code: COURSE_WITHOUT_EFFECT } })).toMatchObject({ published: null, retiredAt: now });
    expect(await counts()).toEqual(before);
    expect((await retirements(COURSE_WITHOUT_EFFECT)).map(({ state, reason, by }) => [state, reason, by])).toEqual([["retired", "Không đổi được việc ở quầy", SIGN_INS.hr.name], ["kept", "Mới sửa tình huống", SIGN_INS.hr.name]]);
    const clerk = await named(SIGN_INS.frontline.email);
    await expect(startAttempt(COURSE_WITHOUT_EFFECT, { actor: clerk, source: "screen", now })).rejects.toMatchObject({ code: "not_found" });
    expect(await courseInsights(COURSE_WITHOUT_EFFECT, learningFacts, now)).toBeNull();
    const trail = await db.auditEvent.findMany({ where: { subjectKind: "course", subjectId: COURSE_WITHOUT_EFFECT, type: { startsWith: "course.reti" } }, orderBy: { seq: "asc" } });
    expect(trail.map(({ type }) => type)).toEqual(["course.retirement-proposed", "course.retirement-declined", "course.retirement-proposed", "course.retired"]);
    const holder = await db.learningCertificate.findFirstOrThrow({ where: { course: COURSE_WITHOUT_EFFECT, revokedAt: null, OR: [{ validTo: null }, { validTo: { gt: "2026-12-31" } }] } });
    expect(actorFacts(holder.personId, now)?.courses).toContain(COURSE_WITHOUT_EFFECT);
  });
});
