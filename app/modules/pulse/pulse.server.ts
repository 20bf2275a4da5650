import { addDays, localDay, startOfDay, type Day } from "#kernel/period.ts";
import { findOrganisation } from "#modules/people/public.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { BANK, type Question, TOPICS } from "./bank.ts";
import { SCALES } from "./domain/figures.ts";
import { FLOORS } from "./domain/thresholds.ts";
import { readCodes } from "./stored.ts";

/** The setting that holds to what the administrator raised the threshold. */
export const RAISED = "pulse.k";

const zone = (): string => findOrganisation()?.timeZone ?? "Asia/Ho_Chi_Minh";

/** The day it is where the organisation is. */
export const today = (now: Date): Day => localDay(now, zone());

/** The last day on which people could answer: its last day, or an earlier one on which it was closed. */
export function lastDay({ closesOn, closedAt }: Pick<Row<"Pulse">, "closesOn" | "closedAt">): Day {
  const closed = closedAt === null ? closesOn : today(closedAt);
  return closed < closesOn ? closed : closesOn;
}

/** The instant at which a day is over where the organisation is. */
export const endOf = (day: Day): Date => startOfDay(addDays(day, 1), zone());

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

/** The questions that a draft holds, in its order; what the bank does not know is left out. */
export function draftedQuestions(stored: string, own: readonly OwnQuestion[]): Question[] {
  const bank = new Map(bankWith(own).map(({ own: _own, ...question }) => [question.code, question]));
  return readCodes(stored).flatMap((code) => bank.get(code) ?? []);
}
