import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { foldText } from "#kernel/text.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { names, watch } from "./domain/recurrence.ts";
import { placeNames } from "./names.server.ts";
import { readableFeedback } from "./readable.server.ts";
import type { CodedName } from "./view-models.ts";

/** Days in which an installation counts as young. */
const YOUNG_DAYS = 90;
const DAY_MS = 86_400_000;
/** Words that are read through for a pain point's name. */
const READ_THROUGH = 5_000;
const QUOTES = 5;

/** What has been heard since a pain point was solved. */
export interface WatchView {
  readonly until: string;
  readonly over: boolean;
  readonly low: number;
  /** Rated answers at the touchpoint. */
  readonly n: number;
  /** How many may be about it; a few of them for those who may read them. */
  readonly named: number;
  readonly quotes: readonly { readonly id: string; readonly said: string; readonly at: string }[];
}

export interface StartedView {
  readonly id: string;
  readonly words: string;
  readonly touchpoint: CodedName | null;
  readonly site: CodedName | null;
  readonly step: string | null;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly dueDay: string | null;
  readonly startedAt: string;
  readonly ready: boolean;
  readonly heard: number;
  readonly solved: { readonly at: string; readonly solution: string } | null;
  readonly watch: WatchView | null;
}

type StoredPainPoint = NonNullable<Awaited<ReturnType<typeof latest>>>;

function latest() {
  return db.startedPainPoint.findFirst({ orderBy: [{ startedAt: "desc" }, { id: "desc" }] });
}

async function watchOf(row: StoredPainPoint, actor: PersonActor, now: Date): Promise<WatchView | null> {
  if (row.solvedAt === null) return null;
  const { until, over } = watch(row.solvedAt, now);
  const span = { receivedAt: { gt: row.solvedAt, lte: until } };
  const at = { ...span, touchpointCode: row.touchpointCode };
  const [low, n, worded] = await Promise.all([
    db.feedback.count({ where: { ...at, tone: "low" } }),
    db.feedback.count({ where: { ...at, tone: { not: null } } }),
    db.feedback.findMany({ where: { ...span, said: { not: null } }, select: { id: true, said: true, receivedAt: true }, orderBy: { receivedAt: "desc" }, take: READ_THROUGH }),
  ]);
  const about = foldText(row.words);
  const named = worded.filter(({ said }) => said !== null && names(foldText(said), about));
  const mayRead = can(actor, "feedback.read")
    ? await db.feedback.findMany({ where: { AND: [{ id: { in: named.slice(0, 50).map(({ id }) => id) } }, readableFeedback(actor)] }, select: { id: true } })
    : [];
  const readable = new Set(mayRead.map(({ id }) => id));
  const quotes = named.filter(({ id }) => readable.has(id)).slice(0, QUOTES);
  return { until: until.toISOString(), over, low, n, named: named.length, quotes: quotes.map(({ id, said, receivedAt }) => ({ id, said: said ?? "", at: receivedAt.toISOString() })) };
}

/** The pain point that was started last, with what came of it; null before the first. */
export async function startView(actor: PersonActor, now: Date): Promise<StartedView | null> {
  const row = await latest();
  if (row === null) return null;
  const [places, heard, watched] = await Promise.all([
    placeNames(),
    row.touchpointCode === null ? 0 : db.feedback.count({ where: { touchpointCode: row.touchpointCode, receivedAt: { gte: row.startedAt } } }),
    watchOf(row, actor, now),
  ]);
  const owner = row.ownerId === null ? undefined : findPeople([row.ownerId]).get(row.ownerId);
  return {
    ...{ id: row.id, words: row.words, step: row.step, dueDay: row.dueDay, heard, watch: watched },
    touchpoint: places.touchpoint(row.touchpointCode),
    site: places.site(row.siteCode),
    owner: row.ownerId === null ? null : { id: row.ownerId, name: owner?.name ?? "" },
    startedAt: row.startedAt.toISOString(),
    ready: row.readyAt !== null,
    solved: row.solvedAt === null ? null : { at: row.solvedAt.toISOString(), solution: row.solution ?? "" },
  };
}

/**
 * Whether the home page invites to start: `fresh` in a young installation where nobody has begun, `begun` while the three
 * steps are not done, null otherwise.
 */
export async function startCard(actor: PersonActor, now: Date): Promise<"fresh" | "begun" | null> {
  if (!can(actor, "listening.start")) return null;
  const row = await latest();
  if (row !== null) return row.readyAt === null ? "begun" : null;
  const organisation = await db.organisation.findUnique({ where: { id: 1 }, select: { createdAt: true } });
  return organisation !== null && now.getTime() - organisation.createdAt.getTime() < YOUNG_DAYS * DAY_MS ? "fresh" : null;
}
