import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { systemClock } from "#kernel/clock.ts";
import { customerNames } from "#modules/customers/public.server.ts";
import { findPeople, organisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { Tone } from "./domain/scales.ts";
import { type PlaceNames, placeNames } from "./names.server.ts";
import { figures, lastMonths } from "./queries-figures.server.ts";
import { readableFeedback } from "./readable.server.ts";
import { ratingsOf } from "./stored.ts";
import type { FeedbackItem, FeedbackRow, InboxFilter, InboxView } from "./view-models.ts";

const TONES: readonly Tone[] = ["low", "middle", "high"];
const STATES = ["unread", "words"] as const;
const MONTHS = [3, 6, 12] as const;
const USUAL_MONTHS = 6;
export const INBOX_PAGE = 30;

const COLUMNS = {
  ...{ id: true, receivedAt: true, tone: true, understood: true, csat: true, csatPoints: true, nps: true, said: true },
  ...{ touchpointCode: true, siteCode: true, customerId: true, decisionId: true, decisionNumber: true, readAt: true, answeredAt: true, erasedAt: true },
} as const satisfies Prisma.FeedbackSelect;

type StoredFeedback = Prisma.FeedbackGetPayload<{ select: typeof COLUMNS }>;

/** What a page's address narrows the inbox to; what is none of ours narrows nothing. */
export function readInboxFilter(query: URLSearchParams): InboxFilter {
  const text = (name: string) => query.get(name)?.trim() || null;
  const months = Number(query.get("months"));
  return {
    touchpoint: text("touchpoint"),
    tone: TONES.find((tone) => tone === text("tone")) ?? null,
    site: text("site"),
    state: STATES.find((state) => state === text("state")) ?? null,
    months: MONTHS.find((count) => count === months) ?? USUAL_MONTHS,
  };
}

function narrowed({ touchpoint, tone, site, state }: InboxFilter): Prisma.FeedbackWhereInput {
  return {
    ...(touchpoint === null ? {} : { touchpointCode: touchpoint }),
    ...(tone === null ? {} : { tone }),
    ...(site === null ? {} : { siteCode: site }),
    ...(state === "unread" ? { readAt: null } : {}),
    ...(state === "words" ? { said: { not: null } } : {}),
  };
}

async function rowsOf(stored: readonly StoredFeedback[], names: PlaceNames): Promise<FeedbackRow[]> {
  const customers = await customerNames([...new Set(stored.flatMap(({ customerId }) => customerId ?? []))]);
  return stored.map((row) => ({
    id: row.id,
    at: row.receivedAt.toISOString(),
    tone: TONES.find((tone) => tone === row.tone) ?? null,
    ratings: ratingsOf(row),
    said: row.said,
    touchpoint: names.touchpoint(row.touchpointCode),
    site: names.site(row.siteCode),
    customer: row.customerId === null ? null : (customers.get(row.customerId) ?? null),
    decision: row.decisionId === null ? null : { id: row.decisionId, number: row.decisionNumber ?? "" },
    read: row.readAt !== null,
    answered: row.answeredAt !== null,
    erased: row.erasedAt !== null,
  }));
}

/** Rows after `cursor` ([milliseconds, id]), newest first, at most `limit`. */
export interface FeedbackPage {
  readonly limit: number;
  readonly cursor: readonly (string | number)[] | null;
}

function after(cursor: FeedbackPage["cursor"]): Prisma.FeedbackWhereInput {
  const [ms, id] = cursor ?? [];
  const at = new Date(Number(ms));
  if (cursor === null || Number.isNaN(at.getTime())) return {};
  return { OR: [{ receivedAt: { lt: at } }, { receivedAt: at, id: { lt: String(id) } }] };
}

/** Feedback that matches, newest first; the caller's `where` decides who may see it. */
export async function feedbackRows(where: Prisma.FeedbackWhereInput, { limit, cursor }: FeedbackPage): Promise<FeedbackRow[]> {
  const [stored, names] = await Promise.all([
    db.feedback.findMany({ where: { AND: [where, after(cursor)] }, select: COLUMNS, orderBy: [{ receivedAt: "desc" }, { id: "desc" }], take: limit }),
    placeNames(),
  ]);
  return rowsOf(stored, names);
}

/** The inbox: figures of the chosen time, what was heard, newest first (one row more than a page where there is more). */
export async function inboxView(actor: PersonActor, filter: InboxFilter, cursor: FeedbackPage["cursor"]): Promise<InboxView> {
  const readable = readableFeedback(actor);
  const span = lastMonths(filter.months, systemClock.now(), organisation().timeZone);
  const [rows, unread, counted, names] = await Promise.all([
    feedbackRows({ AND: [readable, narrowed(filter)] }, { limit: INBOX_PAGE + 1, cursor }),
    db.feedback.count({ where: { AND: [readable, { readAt: null }] } }),
    figures({ AND: [readable, narrowed({ ...filter, tone: null, state: null })] }, span),
    placeNames(),
  ]);
  return { figures: counted, rows, unread, touchpoints: names.touchpoints, sites: names.sites };
}

/** One piece of feedback, whole; null for what is not there or not for this reader. */
export async function feedbackItem(actor: PersonActor, id: string): Promise<FeedbackItem | null> {
  const row = await db.feedback.findFirst({
    where: { AND: [{ id }, readableFeedback(actor)] },
    select: { ...COLUMNS, source: true, channel: true, language: true, felt: true, unsaid: true, byId: true, readById: true, answer: true, answeredById: true, personId: true },
  });
  if (row === null) return null;
  const [line] = await rowsOf([row], await placeNames());
  if (line === undefined) return null;
  const people = findPeople([row.byId, row.readById, row.answeredById].filter((each) => each !== null));
  const name = (personId: string | null) => (personId === null ? "" : (people.get(personId)?.name ?? ""));
  return {
    ...line,
    ...{ source: row.source, channel: row.channel, language: row.language, felt: row.felt, unsaid: row.unsaid },
    by: row.byId === null ? null : name(row.byId),
    readBy: row.readAt === null ? null : { name: name(row.readById), at: row.readAt.toISOString() },
    answer: row.answeredAt === null ? null : { text: row.answer, by: name(row.answeredById), at: row.answeredAt.toISOString() },
    may: { answer: can(actor, "feedback.answer"), customer: can(actor, "customers.look-up"), decision: can(actor, "decisions.read") },
  };
}

/** What customers answered about one decision, newest first; the caller has seen to it that the reader may know the decision. */
export async function answersOfDecision(decisionId: string): Promise<FeedbackRow[]> {
  return feedbackRows({ decisionId }, { limit: 5, cursor: null });
}
