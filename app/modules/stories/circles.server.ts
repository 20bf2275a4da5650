import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { listCourses } from "#modules/people/public.server.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";
import { circlePage } from "./command.server.ts";
import { readable } from "./readable.server.ts";
import { namesOf } from "./stories.server.ts";
import type { CircleCard, CirclePage } from "./view-models.ts";

const SHOWN = 60;
const SEATS = { seats: { select: { personId: true, state: true, turn: true, attended: true }, orderBy: { turn: "asc" } } } as const satisfies Prisma.CircleInclude;
type Circle = Prisma.CircleGetPayload<{ include: typeof SEATS }>;

function cardOf(actor: Actor, circle: Circle, name: ReturnType<typeof namesOf>): CircleCard {
  const seat = circle.seats.find(({ personId }) => personId === actor.personId);
  return {
    id: circle.id,
    theme: circle.theme,
    startsAt: circle.startsAt.toISOString(),
    endsAt: new Date(circle.startsAt.getTime() + circle.minutes * 60_000).toISOString(),
    host: name(circle.hostId),
    where: circle.whereText,
    places: circle.places,
    taken: circle.taken,
    waiting: circle.seats.filter(({ state }) => state === "waiting").length,
    cancelled: circle.cancelledAt !== null,
    mine: circle.hostId === actor.personId ? "host" : seat === undefined ? null : seat.state === "going" ? "going" : "waiting",
  };
}

/** Circles still ahead, the nearest first, or those that were, newest first. */
export async function circleList(actor: Actor, when: "coming" | "past", now: Date): Promise<CircleCard[]> {
  if (!can(actor, "circles.read")) return [];
  const rows = await db.circle.findMany({ where: { startsAt: when === "coming" ? { gt: now } : { lte: now } }, include: SEATS, orderBy: [{ startsAt: when === "coming" ? "asc" : "desc" }, { id: "asc" }], take: SHOWN });
  const name = namesOf(rows.map(({ hostId }) => hostId));
  return rows.map((row) => cardOf(actor, row, name));
}

/** One circle with who goes; null for one that is not there. */
export async function circleView(actor: Actor, id: string, now: Date): Promise<CirclePage | null> {
  const row = can(actor, "circles.read") ? await db.circle.findUnique({ where: { id }, include: SEATS }) : null;
  if (row === null) return null;
  const name = namesOf([row.hostId, ...row.seats.map(({ personId }) => personId)]);
  const [story, courses] = await Promise.all([
    row.storyId === null ? null : db.story.findFirst({ where: { AND: [{ id: row.storyId }, readable(actor)] }, select: { id: true, title: true } }),
    row.courseCode === null ? [] : listCourses(),
  ]);
  const course = courses.find(({ code }) => code === row.courseCode);
  const card = cardOf(actor, row, name);
  const past = row.startsAt <= now;
  const open = !past && row.cancelledAt === null;
  const joins = can(actor, "circles.join");
  return {
    ...card,
    about: row.about,
    minutes: row.minutes,
    link: card.mine === null ? null : row.link,
    story,
    course: course === undefined ? null : { code: course.code, name: { vi: course.nameVi, en: course.nameEn } },
    cancelledWhy: row.cancelledWhy,
    learnt: row.learnt,
    past,
    going: row.seats.filter(({ state }) => state === "going").map(({ personId, attended }) => ({ ...name(personId), attended })),
    queue: row.seats.filter(({ state }) => state === "waiting").map(({ personId }) => name(personId)),
    may: { join: joins && open && card.mine === null, leave: joins && open && (card.mine === "going" || card.mine === "waiting"), host: joins && card.mine === "host" && row.cancelledAt === null },
  };
}

/** What its calendar file is made of; null for one that is not there. */
export async function circleForCalendar(actor: Actor, id: string) {
  const row = can(actor, "circles.read") ? await db.circle.findUnique({ where: { id } }) : null;
  if (row === null) return null;
  const seat = actor.personId === null ? 0 : await db.circleSeat.count({ where: { circleId: id, personId: actor.personId } });
  const { theme, about, startsAt, minutes, sequence, changedAt, createdAt, cancelledAt, whereText } = row;
  return { id, theme, about, startsAt, minutes, sequence, changedAt, createdAt, cancelled: cancelledAt !== null, where: whereText, link: seat > 0 || row.hostId === actor.personId ? row.link : null };
}

/** Of these circles, those the actor may know of: the theme, and what was learnt. */
export async function circleNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  if (!can(actor, "circles.read")) return [];
  const rows = await db.circle.findMany({ where: { id: { in: [...ids] } }, select: { id: true, theme: true, learnt: true, startsAt: true } });
  return rows.map(({ id, theme, learnt, startsAt }) => ({ id, title: theme, quote: learnt, at: startsAt.toISOString(), href: circlePage(id) }));
}
