import { randomUUID } from "node:crypto";
import type { PersonActor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { aboutOf, readsAbout } from "./about.server.ts";
import type { Question } from "./bank.ts";
import { today } from "./pulse.server.ts";
import { findLaunched, promiseOf, titleOf } from "./queries.server.ts";
import type { Promised } from "./view-models.ts";

export interface AnswerPage {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly about: string | null;
  /** The reader's answer stands by itself, as their manager's or as the person's own. */
  readonly named: "manager" | "self" | null;
  readonly questions: readonly Question[];
  readonly promise: Promised;
  readonly invited: number;
  /** How many people were asked in the group that an answer carries. */
  readonly cell: number;
  /** The reader may read what is answered: of a pulse about nobody everybody who is asked, else few. */
  readonly reads: boolean;
  /** By which a second press of the same form's button is known. */
  readonly sheet: string;
  readonly state: "ready" | "answered" | "not_open" | "closed";
}

/** What somebody who is asked sees before they answer; null for who is not. */
export async function answerPage(actor: PersonActor, id: string, now: Date): Promise<AnswerPage | null> {
  const launched = await findLaunched(actor, id);
  const invitation = launched === null ? null : await db.pulseInvitation.findUnique({ where: { pulseId_personId: { pulseId: id, personId: actor.personId } } });
  if (launched === null || invitation === null) return null;
  const { row, questions, frame } = launched;
  const day = today(now);
  const open = row.state === "open" && row.opensOn <= day && day <= row.closesOn;
  const state = row.state === "closed" ? "closed" : invitation.spent ? "answered" : open ? "ready" : "not_open";
  const own = invitation.cell === "self" ? "self" : "manager";
  return {
    ...{ id, title: titleOf(row), about: aboutOf(row), questions, promise: promiseOf(row), invited: row.invited ?? 0, state },
    named: frame.named.includes(invitation.cell) ? own : null,
    reads: row.subjectId === null || readsAbout(actor, row.subjectId),
    sheet: randomUUID(),
    cell: frame.cells.find((cell) => cell.id === invitation.cell)?.invited ?? 0,
  };
}
