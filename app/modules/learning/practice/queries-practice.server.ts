import type { Actor, PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { findPeople, lineAbove } from "#modules/people/public.server.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";
import { lessonOf, versionsOf } from "../courses.server.ts";
import type { Text } from "../domain/content.ts";
import { maySignOff } from "../domain/levels.ts";
import type { ReportLine, ReportView } from "../view-models.ts";
import { helpedCourses } from "./skill-level.server.ts";

const LINE = { id: true, personId: true, course: true, version: true, lesson: true, state: true, at: true } as const;
type Stored = Prisma.LearningReportGetPayload<{ select: typeof LINE }>;

/** Ids of active people anywhere below a manager. */
async function peopleBelow(managerId: string): Promise<string[]> {
  const found = new Set<string>();
  for (let level = [managerId]; level.length > 0; ) {
    const rows = await db.person.findMany({ where: { managerId: { in: level }, active: true }, select: { id: true } });
    level = rows.map(({ id }) => id).filter((id) => !found.has(id) && id !== managerId);
    for (const id of level) found.add(id);
  }
  return [...found];
}

/** Which reports somebody may read: their own, those of people below them, those they were asked to see or saw, those of a skill in which they help others. Internal audit reads all. */
async function readable(actor: Actor): Promise<Prisma.LearningReportWhereInput> {
  if (!can(actor, "learning.read") || actor.kind === "service") return { id: { in: [] } };
  if (actor.grants.some(({ role }) => role === "auditor")) return { erasedAt: null };
  const { personId } = actor;
  const [below, helped] = await Promise.all([peopleBelow(personId), helpedCourses(personId)]);
  return { erasedAt: null, OR: [{ personId }, { personId: { in: below } }, { observerId: personId }, { observations: { some: { byId: personId } } }, { course: { in: helped } }] };
}

export async function linesOf(rows: readonly Stored[]): Promise<ReportLine[]> {
  const [versions, people] = [await versionsOf(rows), findPeople(rows.map(({ personId }) => personId))];
  return rows.map(({ id, personId, course, version, lesson, state, at }) => {
    const content = versions.get(`${course}/${version}`);
    const code: Text = { vi: course, en: course };
    return { id, person: { id: personId, name: people.get(personId)?.name ?? "" }, course, title: content?.title ?? code, lesson: content?.lessons.find((one) => one.code === lesson)?.title ?? code, state: state as ReportLine["state"], at: at.toISOString() };
  });
}

const OLDEST = { orderBy: [{ at: "asc" as const }, { id: "asc" as const }], take: 200 };

/** Reports that wait for this person: of direct reports, of who asked them, oldest first. */
export async function waitingForMe(actor: PersonActor): Promise<ReportLine[]> {
  const { personId } = actor;
  const reports = await db.person.findMany({ where: { managerId: personId, active: true }, select: { id: true } });
  const seen = { none: { byId: personId } };
  const rows = await db.learningReport.findMany({
    where: { state: "waiting", erasedAt: null, personId: { not: personId }, OR: [{ personId: { in: reports.map(({ id }) => id) } }, { observerId: personId, observations: seen }] },
    select: LINE,
    ...OLDEST,
  });
  return linesOf(rows);
}

/** What was said lately of practice that this person may read, without their own; the newest first. */
export async function lookedAt(actor: PersonActor): Promise<ReportLine[]> {
  const rows = await db.learningReport.findMany({ where: { AND: [await readable(actor), { personId: { not: actor.personId }, state: { in: ["signed_off", "again"] } }] }, select: LINE, orderBy: [{ at: "desc" }, { id: "desc" }], take: 20 });
  return linesOf(rows);
}

/** One report with what was seen; null for what the actor may not read. */
export async function reportView(actor: PersonActor, id: string): Promise<ReportView | null> {
  const row = await db.learningReport.findFirst({ where: { AND: [{ id }, await readable(actor)] }, include: { observations: { orderBy: [{ at: "asc" }, { id: "asc" }] } } });
  const [line] = row === null ? [] : await linesOf([row]);
  if (row === null || line === undefined) return null;
  const content = (await versionsOf([row])).get(`${row.course}/${row.version}`);
  const observe = content === undefined ? [] : (lessonOf(content, row.lesson, "practice")?.observe ?? []);
  const people = findPeople(row.observations.map(({ byId }) => byId));
  const helps = (await helpedCourses(actor.personId)).includes(row.course);
  const signOff = maySignOff({ signerId: actor.personId, learnerId: row.personId, lineAbove: lineAbove(row.personId).map(({ id: above }) => above), level: helps ? "helps_others" : null });
  const open = row.state !== "signed_off" && can(actor, "learning.observe") && row.personId !== actor.personId;
  return {
    ...line,
    mine: row.personId === actor.personId,
    ...{ said: row.said, felt: row.felt, unsaid: row.unsaid },
    observe,
    observations: row.observations.map(({ id: seen, byId, at, verdict, level, words, seen: positions }) => ({
      ...{ id: seen, name: people.get(byId)?.name ?? "", at: at.toISOString(), words },
      verdict: verdict as ReportView["observations"][number]["verdict"],
      level: level as "does" | "helps_others" | null,
      seen: (JSON.parse(positions) as number[]).flatMap((position) => observe[position] ?? []),
    })),
    may: { observe: open && (signOff || row.observerId === actor.personId), signOff: open && signOff },
  };
}

/** Practice of the thread that an actor may know of, with the words they may read. */
export async function practiceNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  const rows = await db.learningReport.findMany({ where: { AND: [{ id: { in: [...ids] } }, await readable(actor)] }, select: { ...LINE, said: true } });
  const lines = await linesOf(rows);
  return lines.map(({ id, title, person, at }, index) => ({ id, title: `${title[actor.locale] || title.vi} · ${person.name}`, quote: rows[index]?.said ?? null, at, href: `/learn/practice/${id}` }));
}
