import { addDays, instantAt } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { minutesOf } from "#modules/learning/courses.server.ts";
import type { CourseContent } from "#modules/learning/domain/content.ts";
import { LIBRARY } from "#modules/learning/library/library.ts";
import { SKILLS } from "#modules/learning/library/skills.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { SIGN_INS, type PersonPlan } from "./company.ts";
import { ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { insertAssignments, LATE_COURSE, lateTeam } from "./learning/assign.ts";
import { Scribe, type Attempt } from "./learning/scribe.ts";
import { clerksOf, takersAtRandom, takersByRecord, takersWhoGrew, takersWithoutEffect } from "./learning/when.ts";
import { SHARED_VI } from "./learning/words.ts";
import { randomFrom, type Random } from "./random.ts";

/** The course whose learners decided alone more often afterwards, and the one that changed nothing that can be seen. */
export const COURSE_THAT_HELPED = "PERSON-FIRST";
export const COURSE_WITHOUT_EFFECT = "CENTRE-PRIORITY";
const MOST_WHO_GREW = 26;
/** Courses were there before the decisions of the demo begin. */
const PUBLISHED_DAYS_AGO = 720;
const NEARBY_MS = 5 * 86_400_000;

async function publishLibrary(tx: Tx, plan: DemoPlan): Promise<AuditEventInput[]> {
  const at = instantAt(addDays(plan.today, -PUBLISHED_DAYS_AGO), 9 * 60, ZONE);
  const byId = personIdOf(plan, SIGN_INS.hr.email);
  for (const [position, { code, name, levels }] of SKILLS.entries()) await tx.insert("LearningSkill", { code, nameVi: name.vi, nameEn: name.en, levels: JSON.stringify(levels), position });
  for (const content of LIBRARY) {
    const { code, title } = content;
    await tx.insert("LearningCourse", { code, published: 1, createdAt: at });
    await tx.insert("LearningCourseVersion", { course: code, number: 1, state: "published", content: JSON.stringify(content), authorId: byId, createdAt: at, updatedAt: at, publishedAt: at, publishedById: byId });
    await tx.upsert("Course", { code }, { code, nameVi: title.vi, nameEn: title.en, minutes: minutesOf(content) });
  }
  return LIBRARY.map(({ code, ...content }): AuditEventInput => ({ type: "course.saved", subject: { kind: "course", id: code }, actor: { personId: byId }, data: { code, minutes: minutesOf({ code, ...content }) }, at }));
}

interface Drawn {
  readonly plan: DemoPlan;
  readonly random: Random;
  readonly people: ReadonlyMap<string, PersonPlan>;
}

/** Somebody above who signs off, and a decision of theirs around that day. */
function around({ plan, people }: Drawn, person: PersonPlan, day: string): Pick<Attempt, "signer" | "decisionId"> {
  const signer = person.managerId === null ? null : (people.get(person.managerId) ?? null);
  const noon = instantAt(day, 12 * 60, ZONE).getTime();
  const near = plan.simulation.history.decisions.find(({ personId, decidedAt }) => personId === person.id && Math.abs((decidedAt as Date).getTime() - noon) < NEARBY_MS);
  return { signer, decisionId: near?.id ?? null };
}

function attemptsOf(drawn: Drawn, content: CourseContent): Attempt[] {
  const { plan, random } = drawn;
  const { code } = content;
  const with_ = (taking: { readonly person: PersonPlan; readonly day: string; readonly validTo?: string | null }): Attempt => ({ ...taking, content, ...around(drawn, taking.person, taking.day) });
  if (code === COURSE_THAT_HELPED) return takersWhoGrew(plan, MOST_WHO_GREW).map(with_);
  const clerks = clerksOf(plan);
  if (code === COURSE_WITHOUT_EFFECT) return takersWithoutEffect(clerks, 0.5, plan, random).map(with_);
  const leading = plan.company.people.filter(({ role, leftOn }) => leftOn === null && (role === "leader" || role === "manager" || role === "supervisor"));
  if (code === "LEADER-MODELS") return takersAtRandom(leading, 0.4, plan, random).map(with_);
  const recorded = takersByRecord(plan, code);
  return recorded.length > 0 ? recorded.map(with_) : takersAtRandom(clerks, 0.14, plan, random).map(with_);
}

/** What stands on the desks of the people one signs in as: a lesson half done, practice that waits, facts due for review. */
async function onDesks(drawn: Drawn, scribe: Scribe): Promise<void> {
  const { plan, people } = drawn;
  const frontline = plan.company.people.find(({ email }) => email === SIGN_INS.frontline.email);
  const supervisor = plan.company.people.find(({ email }) => email === SIGN_INS.supervisor.email);
  const course = (code: string) => LIBRARY.find((content) => content.code === code);
  const taken = new Set(["RELATIONSHIP", "SMALL-FAULTS"]);
  const [begun, practised] = [...taken].flatMap((code) => course(code) ?? []);
  const free = (person: PersonPlan, content: CourseContent) => !scribe.certified.has(`${person.id} ${content.code}`);
  if (frontline && begun && free(frontline, begun)) await scribe.attempt({ person: frontline, content: begun, day: addDays(plan.today, -1), upTo: 1, signer: null, decisionId: null });
  const team = [...people.values()].filter(({ managerId, leftOn, role }) => managerId === supervisor?.id && leftOn === null && role === "frontline");
  const waiting = LIBRARY.filter(({ verified }) => verified);
  for (const [index, person] of team.filter(({ id }) => id !== frontline?.id).slice(0, 3).entries()) {
    const content = waiting[index % Math.max(1, waiting.length)] ?? practised;
    if (content && free(person, content)) await scribe.attempt({ person, content, day: addDays(plan.today, -1 - index), practice: "waiting", signer: null, decisionId: around(drawn, person, addDays(plan.today, -1 - index)).decisionId });
  }
}

/** Some of the team that was asked took the course in time; the others are late. */
async function inTime(drawn: Drawn, scribe: Scribe): Promise<void> {
  const content = LIBRARY.find(({ code }) => code === LATE_COURSE);
  if (content === undefined) return;
  for (const [index, person] of lateTeam(drawn.plan).slice(-2).entries()) {
    const day = addDays(drawn.plan.today, -34 - index);
    if (!scribe.certified.has(`${person.id} ${content.code}`)) await scribe.attempt({ person, content, day, ...around(drawn, person, day) });
  }
}

/** Older certificates of those who have since taken the course again: they ended, and stay. */
async function expired(drawn: Drawn, scribe: Scribe): Promise<void> {
  const content = LIBRARY.find(({ code }) => code === "DEEP-LISTENING");
  if (content === undefined) return;
  for (const { person, day } of takersByRecord(drawn.plan, content.code).filter(({ person: { role } }) => role === "supervisor").slice(0, 8)) {
    const earlier = addDays(day, -372);
    if (person.startedOn < earlier) await scribe.attempt({ person, content, day: earlier, validTo: addDays(earlier, 365), ...around(drawn, person, earlier), decisionId: null });
  }
}

/**
 * The library in use, and what people of the demo company did with it over six months and before: attempts, plays, answers,
 * practice with sign-offs, certificates by the company's records, some of them ended. Answers what the trail says of it.
 */
export async function insertLearning(tx: Tx, plan: DemoPlan, now: Date): Promise<AuditEventInput[]> {
  const random = randomFrom(31);
  const published = await publishLibrary(tx, plan);
  const assigned = await insertAssignments(tx, plan, random);
  const drawn: Drawn = { plan, random, people: new Map(plan.company.people.map((person) => [person.id, person])) };
  const scribe = new Scribe(tx, now, random);
  await expired(drawn, scribe);
  for (const content of LIBRARY) for (const attempt of attemptsOf(drawn, content)) await scribe.attempt(attempt);
  await inTime(drawn, scribe);
  await onDesks(drawn, scribe);
  const [reflection] = await tx.list("LearningReflection", {}, { limit: 1 });
  if (reflection !== undefined) await tx.insert("LearningShare", { id: random.idAt(reflection.writtenAt), personId: reflection.personId, course: reflection.course, lesson: reflection.lesson, text: SHARED_VI, at: reflection.writtenAt });
  return [...published, ...assigned, ...scribe.events];
}
