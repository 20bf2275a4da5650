import { localDay } from "#kernel/period.ts";
import { organisation, workforce } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { taughtCourses } from "../courses.server.ts";
import { courseVerdict, type Fact, GOOD_WAY, type Learner, transfer, TRANSFER_MEASURES, type TransferMeasure } from "../domain/transfer.ts";
import type { CourseEffect } from "./view-models.ts";

/** Facts of one measure about how people work in [from, to), as composition gathers them; 1 or 0 a case. */
export type WorkFactsReader = (from: Date, to: Date) => Promise<Readonly<Record<TransferMeasure, readonly Fact[]>>>;

/** How far back decisions are looked at: a year of certificates with a window on either side. */
const DAYS_BACK = 460;

interface People {
  /** First certificate of each course: course → person → instant. */
  readonly trained: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Who holds a course without a certificate of ours: when they learnt it is not known. */
  readonly unknown: ReadonlyMap<string, ReadonlySet<string>>;
  readonly roles: ReadonlyMap<string, readonly string[]>;
}

async function gather(now: Date): Promise<People> {
  const today = localDay(now, organisation().timeZone);
  const certificates = await db.learningCertificate.findMany({ select: { course: true, personId: true, givenAt: true }, orderBy: { givenAt: "asc" } });
  const trained = new Map<string, Map<string, number>>();
  for (const { course, personId, givenAt } of certificates) {
    const known = trained.get(course) ?? new Map<string, number>();
    if (!known.has(personId)) known.set(personId, givenAt.getTime());
    trained.set(course, known);
  }
  const unknown = new Map<string, Set<string>>();
  for (const { course, personId } of readHot("person.all-courses", { day: today })) {
    if (trained.get(course)?.has(personId) === true) continue;
    unknown.set(course, (unknown.get(course) ?? new Set()).add(personId));
  }
  return { trained, unknown, roles: new Map(workforce(today).map(({ id, roles }) => [id, roles])) };
}

/** Trained people, and colleagues in the same roles who have not learnt it yet. */
function learnersOf(course: string, { trained, unknown, roles }: People): Learner[] {
  const when = trained.get(course) ?? new Map<string, number>();
  const wanted = new Set([...when.keys()].flatMap((person) => roles.get(person) ?? []));
  const peers = [...roles].filter(([person, held]) => !when.has(person) && unknown.get(course)?.has(person) !== true && held.some((role) => wanted.has(role)));
  return [...[...when].map(([person, trainedAt]) => ({ person, trainedAt })), ...peers.map(([person]) => ({ person, trainedAt: null }))];
}

/** What each course in use changed at work, as far as it can be told, in order of code. */
export async function courseEffects(readFacts: WorkFactsReader, now: Date): Promise<CourseEffect[]> {
  const [taught, people, facts] = await Promise.all([taughtCourses(), gather(now), readFacts(new Date(now.getTime() - DAYS_BACK * 86_400_000), now)]);
  return [...taught].map(([code, { version, content }]) => {
    const learners = learnersOf(code, people);
    const measures = TRANSFER_MEASURES.map((measure) => ({ measure, ...transfer(facts[measure], learners, { now: now.getTime(), better: GOOD_WAY[measure] }) }));
    return { code, title: content.title, number: version, verdict: courseVerdict(measures), measures };
  });
}
