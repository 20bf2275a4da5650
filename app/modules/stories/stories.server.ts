import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { foldText } from "#kernel/text.ts";
import { findPeople, listValues } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import type { Row } from "#platform/transaction.server.ts";
import { readable } from "./readable.server.ts";
import type { StorySource, StoryVisibility } from "./schemas.ts";
import { wordsOf } from "./story-words.server.ts";
import type { PersonRef, StoryCard, StoryFeed, StoryPage, StoryReportView } from "./view-models.ts";

const LEAD = 220;
const SHOWN = 200;

/** Names by id; somebody unknown is a dash. */
export function namesOf(ids: Iterable<string>): (id: string) => PersonRef {
  const people = findPeople(ids);
  return (id) => ({ id, name: people.get(id)?.name ?? "–" });
}

const beginning = (text: string) => (text.length <= LEAD ? text : `${text.slice(0, LEAD).replace(/\s+\S*$/u, "")}…`);

/** Rows the actor may read, as cards. */
export async function cardsOf(actor: Actor, rows: readonly Row<"Story">[]): Promise<StoryCard[]> {
  const name = namesOf(rows.map(({ tellerId }) => tellerId));
  const { personId } = actor;
  const [values, saved] = await Promise.all([
    listValues({ all: true }),
    personId === null ? [] : db.storyReading.findMany({ where: { personId, storyId: { in: rows.map(({ id }) => id) }, savedAt: { not: null } }, select: { storyId: true } }),
  ]);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    lead: beginning(row.happened),
    teller: name(row.tellerId),
    at: (row.postedAt ?? row.at).toISOString(),
    value: { code: row.valueCode, name: values.find(({ code }) => code === row.valueCode)?.name ?? { vi: row.valueCode, en: row.valueCode } },
    language: row.language === "en" ? "en" : "vi",
    touchpoint: row.touchpoint,
    visibility: row.visibility as StoryVisibility,
    draft: row.postedAt === null,
    hidden: row.hiddenAt !== null,
    saved: saved.some(({ storyId }) => storyId === row.id),
  }));
}

export interface StoryFilter {
  readonly feed?: StoryFeed;
  readonly value?: string | undefined;
  /** Words to look for, with or without marks. */
  readonly search?: string | undefined;
  readonly touchpoint?: string | undefined;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

function filterOf(actor: Actor, { feed = "all", value, search, touchpoint, from = null, to = null }: StoryFilter): Prisma.StoryWhereInput[] {
  const { personId } = actor;
  const words = foldText(search ?? "").split(" ").filter((word) => word !== "").slice(0, 8);
  const mine: Prisma.StoryWhereInput = { tellerId: personId ?? "" };
  return [
    feed === "mine" ? mine : { postedAt: { not: null } },
    feed === "saved" ? { readings: { some: { personId: personId ?? "", savedAt: { not: null } } } } : {},
    value === undefined ? {} : { valueCode: value },
    ...words.map((word) => ({ search: { contains: word } })),
    touchpoint === undefined ? {} : { touchpoint },
    from === null ? {} : { at: { gte: from } },
    to === null ? {} : { at: { lt: to } },
  ];
}

/** Stories the actor may read, newest first. */
export async function storyList(actor: Actor, filter: StoryFilter, { limit, cursor }: { readonly limit: number; readonly cursor: readonly (string | number)[] | null }): Promise<StoryCard[]> {
  const [ms, after] = cursor ?? [];
  const before = ms === undefined || after === undefined ? null : { at: new Date(Number(ms)), id: String(after) };
  const place = before === null ? {} : { OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] };
  const rows = await db.story.findMany({ where: { AND: [readable(actor), ...filterOf(actor, filter), place] }, orderBy: [{ at: "desc" }, { id: "desc" }], take: limit });
  return cardsOf(actor, rows);
}

/** Values and touchpoints that posted stories have, for a filter. */
export async function storyFilters(actor: Actor): Promise<{ readonly values: readonly { readonly code: string; readonly name: StoryCard["value"]["name"] }[]; readonly touchpoints: readonly string[] }> {
  const [values, touchpoints] = await Promise.all([
    listValues(),
    db.story.findMany({ where: { AND: [readable(actor), { touchpoint: { not: null }, postedAt: { not: null } }] }, distinct: ["touchpoint"], select: { touchpoint: true }, orderBy: { touchpoint: "asc" }, take: SHOWN }),
  ]);
  return { values: values.map(({ code, name }) => ({ code, name })), touchpoints: touchpoints.flatMap(({ touchpoint }) => touchpoint ?? []) };
}

/** One story with what others would have done; null for what the actor may not read. */
export async function storyView(actor: Actor, id: string): Promise<StoryPage | null> {
  const row = await db.story.findFirst({ where: { AND: [{ id }, readable(actor)] } });
  const [card] = row === null ? [] : await cardsOf(actor, [row]);
  if (row === null || card === undefined) return null;
  const personId = actor.personId ?? "";
  const [responses, reading, openReport] = await Promise.all([
    db.storyResponse.findMany({ where: { storyId: id }, orderBy: [{ at: "asc" }, { personId: "asc" }], take: SHOWN }),
    db.storyReading.findUnique({ where: { storyId_personId: { storyId: id, personId } } }),
    db.storyReport.count({ where: { storyId: id, byId: personId, state: "open" } }),
  ]);
  const tells = can(actor, "stories.tell");
  const own = row.tellerId === personId;
  const mine = responses.find((response) => response.personId === personId);
  // Who cannot answer has nothing to be swayed in.
  const open = own || !tells || can(actor, "stories.edit") || mine !== undefined || reading?.justReadAt != null;
  const name = namesOf(responses.map((response) => response.personId));
  return {
    ...card,
    parts: wordsOf(row),
    edited: row.editedAt !== null,
    hiddenReason: row.hiddenReason,
    keptReason: own || can(actor, "stories.edit") ? row.keptReason : null,
    consent: row.consent,
    source: row.sourceKind === null || row.sourceId === null ? null : { kind: row.sourceKind as StorySource, id: row.sourceId },
    answers: open ? responses.map((response) => ({ person: name(response.personId), text: response.text, at: response.at.toISOString(), own: response.personId === personId })) : null,
    ownAnswer: mine?.text ?? null,
    may: { edit: own && tells, answer: tells && !own && row.postedAt !== null && row.hiddenAt === null, save: tells && row.postedAt !== null, report: tells && !own && openReport === 0, editor: can(actor, "stories.edit") && row.postedAt !== null, tell: tells },
  };
}

/** What was reported to HR: what waits first, then what was answered. Refuses: `forbidden`. */
export async function storyReports(asked: Asked): Promise<StoryReportView[]> {
  demand(asked, "stories.edit");
  const include = { story: { select: { id: true, title: true, tellerId: true } } } as const;
  const [open, settled] = await Promise.all([
    db.storyReport.findMany({ where: { state: "open" }, include, orderBy: [{ at: "asc" }, { id: "asc" }], take: SHOWN }),
    db.storyReport.findMany({ where: { state: { not: "open" } }, include, orderBy: [{ answeredAt: "desc" }, { id: "desc" }], take: SHOWN }),
  ]);
  const rows = [...open, ...settled];
  const name = namesOf(rows.flatMap(({ byId, story }) => [byId, story.tellerId]));
  const self = asked.actor?.personId ?? null;
  return rows.map(({ id, at, byId, reason, words, state, answer, story }) => ({
    id, at: at.toISOString(), by: name(byId), reason, words, state: state as StoryReportView["state"], answer,
    mayAnswer: state === "open" && story.tellerId !== self,
    story: { id: story.id, title: story.title, teller: name(story.tellerId) },
  }));
}
