import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { localDay } from "#kernel/period.ts";
import { findPeople, organisation, standInFor } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { assignedTo } from "./assignments/standing.server.ts";
import { minutesOf, taughtCourses, type TaughtCourse, versionsOf } from "./courses.server.ts";
import { progressOf, type Progress } from "./domain/completion.ts";
import type { CourseContent } from "./domain/content.ts";
import { type CourseFacts, nextStep, type NextStep } from "./domain/next-step.ts";
import { levelsOf } from "./practice/skill-level.server.ts";
import { waitingForMe } from "./practice/queries-practice.server.ts";
import { CERTIFICATE, certificateLine } from "./queries-lines.server.ts";
import { skillsByCode } from "./skills.server.ts";
import type { CertificateLine, CourseLine, CourseView, LearnView, LessonLine, Opening, ShareLine, SkillLine, StepView } from "./view-models.ts";

/** Rules in force that ask for a course, by its code, as far as they concern the person. */
export type Openings = ReadonlyMap<string, readonly Opening[]>;

interface Taken {
  readonly id: string;
  readonly course: string;
  readonly version: number;
  readonly state: string;
  readonly content: CourseContent;
  readonly progress: Progress;
  readonly started: ReadonlySet<string>;
}

/** The attempt of each course that counts now: the one that runs, else the last. */
async function attemptsOf(personId: string): Promise<Map<string, Taken>> {
  const rows = await db.learningAttempt.findMany({
    where: { personId },
    select: { id: true, course: true, version: true, state: true, results: { select: { lesson: true, finishedAt: true, passed: true } }, reports: { select: { lesson: true, state: true } } },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  const versions = await versionsOf(rows);
  const found = new Map<string, Taken>();
  for (const { results, reports, ...row } of rows) {
    const content = versions.get(`${row.course}/${row.version}`);
    if (content === undefined) continue;
    const records = results.map(({ lesson, finishedAt, passed }) => ({ lesson, finished: finishedAt !== null, passed }));
    const practised = reports.map(({ lesson, state }) => ({ lesson, state: state as "waiting" | "signed_off" | "again" }));
    found.set(row.course, { ...row, content, progress: progressOf(content, records, practised), started: new Set(results.map(({ lesson }) => lesson)) });
  }
  return found;
}

interface Gathered {
  readonly today: string;
  readonly taught: ReadonlyMap<string, TaughtCourse>;
  readonly taken: ReadonlyMap<string, Taken>;
  readonly certificates: readonly CertificateLine[];
  readonly asked: Awaited<ReturnType<typeof assignedTo>>;
  readonly held: ReadonlySet<string>;
  readonly openings: Openings;
}

async function certificatesOf(personId: string, today: string): Promise<CertificateLine[]> {
  const rows = await db.learningCertificate.findMany({ where: { personId }, select: CERTIFICATE, orderBy: [{ givenAt: "desc" }, { id: "desc" }] });
  const versions = await versionsOf(rows);
  return rows.map((row) => certificateLine(row, versions.get(`${row.course}/${row.version}`)?.title ?? { vi: row.course, en: row.course }, today));
}

async function gather(actor: PersonActor, now: Date, openings: Openings): Promise<Gathered> {
  const today = localDay(now, organisation().timeZone);
  const [taught, taken, certificates, asked] = await Promise.all([taughtCourses(), attemptsOf(actor.personId), certificatesOf(actor.personId, today), assignedTo(actor.personId, now)]);
  return { today, taught, taken, certificates, asked, held: new Set(readHot("person.courses", { personId: actor.personId, day: today })), openings };
}

/** The certificate of a course that holds longest; null where none does. */
function bestOf(course: string, certificates: readonly CertificateLine[]): CertificateLine | null {
  const valid = certificates.filter((one) => one.course === course && (one.state === "valid" || one.state === "ends_soon"));
  return valid.sort((a, b) => (b.validTo ?? "9999").localeCompare(a.validTo ?? "9999"))[0] ?? null;
}

function courseLine(code: string, { content }: TaughtCourse, { taken, certificates, asked, openings }: Gathered): CourseLine {
  const attempt = taken.get(code);
  const shown = attempt?.content ?? content;
  const wish = asked.get(code);
  const open = wish !== undefined && wish.state !== "done";
  return {
    code,
    title: shown.title,
    summary: shown.summary,
    minutes: minutesOf(shown),
    state: attempt === undefined ? "new" : attempt.state === "running" ? "running" : "completed",
    done: attempt?.progress.done.length ?? 0,
    total: shown.lessons.length,
    unverified: attempt !== undefined && attempt.progress.completed && !attempt.progress.earned,
    due: open && wish.dueOn !== null ? { day: wish.dueOn, overdue: wish.state === "overdue" } : null,
    asked: open,
    opens: openings.get(code) ?? [],
    certificate: bestOf(code, certificates),
  };
}

function factsOf(code: string, gathered: Gathered): CourseFacts {
  const { taken, certificates, asked, held, openings } = gathered;
  const attempt = taken.get(code);
  const wish = asked.get(code);
  const certificate = bestOf(code, certificates);
  const runs = attempt?.state === "running" ? attempt.progress.next : null;
  return {
    code,
    running: runs === null ? null : { lesson: runs, practice: attempt?.content.lessons.find((lesson) => lesson.code === runs)?.kind === "practice" },
    completed: attempt?.state === "completed" || (held.has(code) && attempt === undefined),
    asked: wish === undefined || wish.state === "done" ? null : { dueDay: wish.dueOn },
    endsOn: certificate?.state === "ends_soon" ? certificate.validTo : null,
    opens: held.has(code) ? 0 : (openings.get(code)?.length ?? 0),
  };
}

function hrefOf(step: NextStep): string | null {
  if (step.kind === "sign_off") return "/learn/practice";
  if (step.kind === "review") return "/learn/review";
  if (!("course" in step)) return null;
  const lesson = "lesson" in step ? step.lesson : null;
  return `/learn/${step.course}${lesson === null ? "" : `/${lesson}`}`;
}

async function stepOf(actor: PersonActor, now: Date, gathered: Gathered): Promise<{ readonly next: StepView; readonly cardsDue: number; readonly toSignOff: number }> {
  const [cardsDue, toSignOff] = await Promise.all([
    db.learningCard.count({ where: { personId: actor.personId, dueAt: { lte: now } } }),
    can(actor, "learning.observe") ? waitingForMe(actor).then((rows) => rows.length) : 0,
  ]);
  const { absent } = standInFor(actor.personId, gathered.today);
  const step = nextStep({ today: gathered.today, absent, courses: [...gathered.taught.keys()].map((code) => factsOf(code, gathered)), cardsDue, toSignOff });
  const course = "course" in step ? step.course : null;
  const title = course === null ? null : ((gathered.taken.get(course)?.content ?? gathered.taught.get(course)?.content)?.title ?? null);
  return { next: { step, title, href: hrefOf(step) }, cardsDue, toSignOff };
}

/** The one thing worth doing now; null where nothing is taught and nothing waits. */
export async function nextStepOf(actor: PersonActor, now: Date, openings: Openings): Promise<StepView | null> {
  const gathered = await gather(actor, now, openings);
  const { next, toSignOff } = await stepOf(actor, now, gathered);
  return gathered.taught.size === 0 && toSignOff === 0 ? null : next;
}

async function skillLines(personId: string): Promise<SkillLine[]> {
  const [levels, skills] = await Promise.all([levelsOf(personId), skillsByCode()]);
  return [...levels].flatMap(([code, { level, next }]) => {
    const skill = skills.get(code);
    return [{ code, name: skill?.name ?? { vi: code, en: code }, level, next, seen: level === null ? null : (skill?.levels[level] ?? null), seenNext: next === null ? null : (skill?.levels[next] ?? null) }];
  });
}

const ORDER = { running: 0, new: 1, completed: 2 } as const;

/** What is asked first, then what was begun, then the rest; by name of day and code. */
function byUrgency(a: CourseLine, b: CourseLine): number {
  return (a.due?.day ?? "9999").localeCompare(b.due?.day ?? "9999") || Number(b.asked) - Number(a.asked) || ORDER[a.state] - ORDER[b.state] || a.code.localeCompare(b.code);
}

/** Everything the first page of learning shows to one person. */
export async function learnView(actor: PersonActor, now: Date, openings: Openings): Promise<LearnView> {
  const gathered = await gather(actor, now, openings);
  const [{ next, cardsDue, toSignOff }, skills] = await Promise.all([stepOf(actor, now, gathered), skillLines(actor.personId)]);
  const courses = [...gathered.taught].map(([code, taught]) => courseLine(code, taught, gathered)).sort(byUrgency);
  return { next, courses, cardsDue, toSignOff, skills, certificates: gathered.certificates };
}

/** Copies of reflections of a course that were shared and not taken back, the newest first. */
export async function sharesOf(actor: PersonActor, course: string, lesson?: string): Promise<ShareLine[]> {
  const rows = await db.learningShare.findMany({ where: { course, withdrawnAt: null, ...(lesson === undefined ? {} : { lesson }) }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 50 });
  const people = findPeople(rows.map(({ personId }) => personId));
  return rows.map(({ id, personId, text, at }) => ({ id, name: people.get(personId)?.name ?? "", text, at: at.toISOString(), mine: personId === actor.personId }));
}

/** One course as a person takes it: at the version their attempt began with, else the one in use. null: it is not taught, and they never took it. */
export async function courseView(actor: PersonActor, code: string, now: Date, openings: Openings): Promise<CourseView | null> {
  const gathered = await gather(actor, now, openings);
  const attempt = gathered.taken.get(code);
  const taught = gathered.taught.get(code);
  const shown = attempt === undefined ? taught : { version: attempt.version, content: attempt.content };
  if (shown === undefined) return null;
  const { content, version } = shown;
  const [skills, shares] = await Promise.all([skillLines(actor.personId), attempt === undefined ? [] : sharesOf(actor, code)]);
  const done = new Set(attempt?.progress.done);
  return {
    ...courseLine(code, taught ?? shown, gathered),
    why: content.why,
    serves: content.serves,
    version,
    verified: content.verified,
    validMonths: content.validMonths,
    skill: skills.find((skill) => skill.code === content.skill) ?? null,
    lessons: content.lessons.map((lesson): LessonLine => ({ code: lesson.code, title: lesson.title, kind: lesson.kind, minutes: lesson.minutes, done: done.has(lesson.code), started: attempt?.started.has(lesson.code) === true })),
    attempt: attempt === undefined ? null : { id: attempt.id, state: attempt.state === "running" ? "running" : "completed" },
    next: attempt === undefined ? (content.lessons[0]?.code ?? null) : attempt.progress.next,
    shares,
    certificates: gathered.certificates.filter(({ course }) => course === code),
  };
}
