import type { PersonActor } from "#access/actor.ts";
import { addDays, localDay, startOfDay, windowOf } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { CARD, cardsOf } from "./cards.server.ts";
import type { EvidenceSource } from "./evidence.ts";
import type { PersonRef, RecognitionCard } from "./view-models.ts";

export interface TeamMonth {
  /** "YYYY-MM" */
  readonly month: string;
  readonly earlier: string;
  /** null: this is the current month. */
  readonly later: string | null;
  /** Direct reports by given name, with what was public or for the team; what was private is not counted. */
  readonly people: readonly { readonly person: PersonRef; readonly received: number; readonly given: number }[];
  readonly recognitions: readonly RecognitionCard[];
}

const SHOWN = 100;
const OPEN = { withdrawnAt: null, hiddenAt: null, automatic: false, visibility: { in: ["public", "team"] } };

/** A month of one's own direct reports: who was thanked, who thanked, for what. Another month than one that was is the current one. */
export async function teamMonth(actor: PersonActor, wish: string | null, now: Date, sources: readonly EvidenceSource[]): Promise<TeamMonth> {
  const { timeZone: zone } = organisation();
  const today = localDay(now, zone);
  const month = wish !== null && /^20\d{2}-(0[1-9]|1[0-2])$/.test(wish) && wish <= today.slice(0, 7) ? wish : today.slice(0, 7);
  const { start, end } = windowOf({ kind: "month" }, startOfDay(`${month}-01`, zone), zone);
  const at = { gte: start, lt: end };
  const reports = await db.person.findMany({ where: { managerId: actor.personId, active: true }, select: { id: true, name: true }, orderBy: [{ nameSort: "asc" }, { id: "asc" }] });
  const ids = reports.map(({ id }) => id);
  const [received, given, rows] = await Promise.all([
    db.recognitionRecipient.groupBy({ by: ["personId"], where: { personId: { in: ids }, at, recognition: OPEN }, _count: true }),
    db.recognition.groupBy({ by: ["giverId"], where: { ...OPEN, giverId: { in: ids }, at }, _count: true }),
    db.recognition.findMany({ where: { ...OPEN, at, recipients: { some: { personId: { in: ids } } } }, include: CARD, orderBy: [{ at: "desc" }, { id: "desc" }], take: SHOWN }),
  ]);
  const next = localDay(end, zone).slice(0, 7);
  return {
    month,
    earlier: addDays(`${month}-01`, -1).slice(0, 7),
    later: next <= today.slice(0, 7) ? next : null,
    people: reports.map((person) => ({
      person,
      received: received.find(({ personId }) => personId === person.id)?._count ?? 0,
      given: given.find(({ giverId }) => giverId === person.id)?._count ?? 0,
    })),
    recognitions: await cardsOf(actor, rows, sources),
  };
}
