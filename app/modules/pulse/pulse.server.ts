import type { PersonActor } from "#access/actor.ts";
import type { Action } from "#access/permissions.ts";
import { localDay, type Day } from "#kernel/period.ts";
import { findOrganisation } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { BANK, type Question, TOPICS } from "./bank.ts";
import { FLOORS } from "./domain/thresholds.ts";
import { SCALES } from "./domain/figures.ts";

/** Stores an HTTP answer in the command's own transaction, so that a repeated request gets it again. */
export type RememberMade = (tx: Tx, id: string) => Promise<void> | void;

export const RAISED = "pulse.k";

/** The person who asks: nobody answers or designs in somebody else's name. Refuses 403 `forbidden` a service. */
export function demandPerson(asked: Asked, action: Action): PersonActor {
  demand(asked, action);
  if (asked.actor === null || asked.actor.kind === "service") throw new Refusal("forbidden");
  return asked.actor;
}

/** The day it is where the organisation is. */
export const today = (now: Date): Day => localDay(now, findOrganisation()?.timeZone ?? "Asia/Ho_Chi_Minh");

/** A pulse in one of these states. Refuses 404 what is unknown and 409 `state_changed` what stands elsewhere. */
export async function pulseIn(tx: Tx, id: string, states: readonly string[]): Promise<Row<"Pulse">> {
  const pulse = await tx.find("Pulse", { id });
  if (pulse === null) throw notFound();
  if (!states.includes(pulse.state)) throw new Refusal("state_changed");
  return pulse;
}

/** A draft at the revision that was read; null takes any. Refuses 404 what is unknown and 409 `state_changed` what was changed since. */
export async function draftIn(tx: Tx, id: string, revision: number | null): Promise<Row<"Pulse">> {
  const pulse = await pulseIn(tx, id, ["draft"]);
  if (revision !== null && pulse.revision !== revision) throw new Refusal("state_changed");
  return pulse;
}

/** From how many people on scores are told at least, as the administrator raised it. */
export const raisedTo = (stored: string | undefined): number => Math.max(FLOORS.anonymous.scores, Number(stored ?? 0));

type OwnQuestion = Pick<Row<"PulseQuestion">, "code" | "scale" | "topic" | "textVi" | "textEn">;

/** The bank: what comes with the product and what the company added. */
export function bankWith(own: readonly OwnQuestion[]): (Question & { readonly own: boolean })[] {
  const added = own.flatMap(({ code, scale, topic, textVi, textEn }) => {
    const [of, about] = [SCALES.find((each) => each === scale), TOPICS.find((each) => each === topic)];
    return of === undefined || about === undefined ? [] : [{ code, scale: of, topic: about, text: { vi: textVi, en: textEn }, own: true }];
  });
  return [...BANK.map((question) => ({ ...question, own: false })), ...added];
}
