import type { PersonActor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { versionsOf } from "./courses.server.ts";
import type { CardView } from "./view-models.ts";

/** The fact that is due longest; null where none is. A fact whose version no longer holds it is passed over. */
export async function dueCard(actor: PersonActor, now: Date): Promise<CardView | null> {
  const where = { personId: actor.personId, dueAt: { lte: now } };
  const rows = await db.learningCard.findMany({ where, orderBy: [{ dueAt: "asc" }, { course: "asc" }, { card: "asc" }], take: 50 });
  const versions = await versionsOf(rows);
  for (const { course, version, lesson, card } of rows) {
    const content = versions.get(`${course}/${version}`);
    const kept = content?.lessons.find(({ code }) => code === lesson)?.recall.find(({ code }) => code === card);
    if (content !== undefined && kept !== undefined) return { course, title: content.title, card, question: kept.question, answer: kept.answer, left: rows.length };
  }
  return null;
}
