import type { Actor, PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { db } from "#platform/db.server.ts";
import { CARD, cardsOf, type CardRow, namesOf } from "./cards.server.ts";
import type { RecognitionState } from "./domain/state.ts";
import type { EvidenceSource } from "./evidence.ts";
import { type Place, placesOf, type Whose } from "./feed-places.server.ts";
import { readable } from "./readable.server.ts";
import type { Feed, RecognitionCard, RecognitionPage } from "./view-models.ts";

export interface RecognitionFilter {
  readonly feed?: Feed;
  readonly value?: string | undefined;
  readonly state?: RecognitionState | undefined;
  /** Ids of the receiver and of the giver. */
  readonly receiverId?: string | undefined;
  readonly giverId?: string | undefined;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

interface Page {
  readonly limit: number;
  /** [milliseconds, id] of the last one shown. */
  readonly cursor: readonly (string | number)[] | null;
}

/** The team of a person: colleagues of the same direct manager, and their own direct reports. */
function teamsOf(actor: Actor): string[] {
  return actor.kind === "service" ? [] : [actor.personId, actor.managerId].filter((id) => id !== null);
}

/** Whose list it is; null: everybody's. */
function whoseOf(actor: Actor, { feed, receiverId }: RecognitionFilter): Whose | null {
  if (receiverId !== undefined) return { receiverId };
  if (feed === "team") return { teams: teamsOf(actor) };
  return feed === "me" ? { personId: actor.personId ?? "" } : null;
}

function filterOf({ value, state, giverId, from = null, to = null }: RecognitionFilter): Prisma.RecognitionWhereInput[] {
  return [
    value === undefined ? {} : { valueCode: value },
    state === undefined ? {} : { state },
    giverId === undefined ? {} : { giverId },
    from === null ? {} : { at: { gte: from } },
    to === null ? {} : { at: { lt: to } },
  ];
}

const ORDER = { include: CARD, orderBy: [{ at: "desc" as const }, { id: "desc" as const }] };

function afterPlace(before: Place | null): Prisma.RecognitionWhereInput {
  return before === null ? {} : { OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] };
}

/** The rows of somebody's list, a stretch of places at a time until there are enough. */
async function rowsOf(whose: Whose, where: Prisma.RecognitionWhereInput[], limit: number, from: Place | null): Promise<CardRow[]> {
  const found: CardRow[] = [];
  for (let before = from; ; ) {
    const { places, more } = await placesOf(whose, before);
    const ids = places.map(({ id }) => id);
    found.push(...(await db.recognition.findMany({ where: { AND: [{ id: { in: ids } }, ...where] }, ...ORDER, take: limit - found.length })));
    before = places.at(-1) ?? null;
    if (!more || found.length >= limit || before === null) return found;
  }
}

/** Recognitions the actor may read, newest first. */
export async function recognitionList(actor: Actor, filter: RecognitionFilter, { limit, cursor }: Page, sources: readonly EvidenceSource[]): Promise<RecognitionCard[]> {
  const [ms, id] = cursor ?? [];
  const before = ms === undefined || id === undefined ? null : { at: new Date(Number(ms)), id: String(id) };
  const whose = whoseOf(actor, filter);
  const where = [readable(actor), ...filterOf(filter)];
  const rows = whose === null ? await db.recognition.findMany({ where: { AND: [...where, afterPlace(before)] }, ...ORDER, take: limit }) : await rowsOf(whose, where, limit, before);
  return cardsOf(actor, rows, sources);
}

/** One recognition as a card; null for what the actor may not read. */
export async function recognitionCard(actor: Actor, id: string, sources: readonly EvidenceSource[]): Promise<RecognitionCard | null> {
  const row = await db.recognition.findFirst({ where: { AND: [{ id }, readable(actor)] }, include: CARD });
  return row === null ? null : ((await cardsOf(actor, [row], sources))[0] ?? null);
}

const SHOWN = 200;

/** One recognition with all that was said under it; null for what the actor may not read. */
export async function recognitionPage(actor: PersonActor, id: string, sources: readonly EvidenceSource[]): Promise<RecognitionPage | null> {
  const row = await db.recognition.findFirst({ where: { AND: [{ id }, readable(actor)] }, include: CARD });
  const [card] = row === null ? [] : await cardsOf(actor, [row], sources);
  if (row === null || card === undefined) return null;
  const [addOns, comments, openReport] = await Promise.all([
    db.recognitionAddOn.findMany({ where: { recognitionId: id }, orderBy: [{ at: "asc" }, { personId: "asc" }], take: SHOWN }),
    db.recognitionComment.findMany({ where: { recognitionId: id }, orderBy: [{ at: "asc" }, { id: "asc" }], take: SHOWN }),
    db.recognitionReport.count({ where: { recognitionId: id, byId: actor.personId, state: "open" } }),
  ]);
  const name = namesOf([...addOns, ...comments].map(({ personId }) => personId));
  const gives = can(actor, "recognitions.give");
  const gave = row.giverId === actor.personId;
  const received = row.recipients.some(({ personId }) => personId === actor.personId);
  const own = addOns.find(({ personId }) => personId === actor.personId);
  return {
    ...card,
    version: row.valueVersion,
    added: addOns.map(({ personId, message, at }) => ({ id: personId, person: name(personId), text: message, at: at.toISOString() })),
    said: comments.map(({ id: comment, personId, text, at }) => ({ id: comment, person: name(personId), text, at: at.toISOString() })),
    may: { edit: gives && gave, withdraw: gives && gave, addOn: gives && !gave && !received && own === undefined, comment: gives && row.hiddenAt === null, report: gives && !gave && openReport === 0 },
    ownAddOn: own?.message ?? null,
  };
}
