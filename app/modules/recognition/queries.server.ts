import type { Actor, PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { db } from "#platform/db.server.ts";
import { CARD, cardsOf, namesOf } from "./cards.server.ts";
import type { RecognitionState } from "./domain/state.ts";
import type { EvidenceSource } from "./evidence.ts";
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

function filterOf(actor: Actor, filter: RecognitionFilter): Prisma.RecognitionWhereInput[] {
  const { feed = "company", value, state, receiverId, giverId, from = null, to = null } = filter;
  return [
    feed === "team" ? { recipients: { some: { managerId: { in: teamsOf(actor) } } } } : {},
    feed === "me" ? { OR: [{ giverId: actor.personId ?? "" }, { recipients: { some: { personId: actor.personId ?? "" } } }] } : {},
    value === undefined ? {} : { valueCode: value },
    state === undefined ? {} : { state },
    receiverId === undefined ? {} : { recipients: { some: { personId: receiverId } } },
    giverId === undefined ? {} : { giverId },
    from === null ? {} : { at: { gte: from } },
    to === null ? {} : { at: { lt: to } },
  ];
}

/** Recognitions the actor may read, newest first, with the place of each for the page after it. */
export async function recognitionList(actor: Actor, filter: RecognitionFilter, { limit, cursor }: Page, sources: readonly EvidenceSource[]): Promise<RecognitionCard[]> {
  const [ms, id] = cursor ?? [];
  const before = new Date(Number(ms));
  const after: Prisma.RecognitionWhereInput = ms === undefined || id === undefined ? {} : { OR: [{ at: { lt: before } }, { at: before, id: { lt: String(id) } }] };
  const rows = await db.recognition.findMany({
    where: { AND: [readable(actor), ...filterOf(actor, filter), after] },
    include: CARD,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
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
