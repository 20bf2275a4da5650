import type { Actor } from "#access/actor.ts";
import type { Prisma } from "#db/generated/client.ts";
import { systemClock } from "#kernel/clock.ts";
import { customerNames } from "#modules/customers/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { toneOf, type Tone, writeRating } from "./domain/scales.ts";
import { figures, lastMonths } from "./queries-figures.server.ts";
import { readableFeedback } from "./readable.server.ts";
import { ratingsOf } from "./stored.ts";
import { surveyRows } from "./queries-surveys.server.ts";

export interface ApiFilter {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly touchpoint?: string | undefined;
  readonly site?: string | undefined;
  readonly tone?: Tone | undefined;
  readonly unread?: "true" | "false" | undefined;
}

const COLUMNS = {
  ...{ id: true, source: true, sourceId: true, receivedAt: true, channel: true, touchpointCode: true, siteCode: true, customerId: true, decisionId: true },
  ...{ decisionNumber: true, language: true, understood: true, csat: true, csatPoints: true, nps: true, said: true, felt: true, unsaid: true },
  ...{ readAt: true, answer: true, answeredAt: true },
} as const satisfies Prisma.FeedbackSelect;

type Stored = Prisma.FeedbackGetPayload<{ select: typeof COLUMNS }>;

async function jsonOf(rows: readonly Stored[]) {
  const customers = await customerNames([...new Set(rows.flatMap(({ customerId }) => customerId ?? []))]);
  return rows.map((row) => {
    const ratings = ratingsOf(row);
    const rated = writeRating(ratings);
    return {
      ...{ id: row.id, source: row.source, sourceId: row.sourceId, receivedAt: row.receivedAt.toISOString(), channel: row.channel, touchpoint: row.touchpointCode },
      site: row.siteCode,
      customerRef: row.customerId === null ? null : (customers.get(row.customerId)?.ref ?? null),
      decision: row.decisionId === null ? null : { id: row.decisionId, number: row.decisionNumber ?? "" },
      language: row.language,
      ratings: { understood: ratings.understood, csat: ratings.csat === null || ratings.csatPoints === null ? null : { value: ratings.csat, points: ratings.csatPoints }, nps: ratings.nps },
      ...{ rating: rated?.rating ?? null, ratingScale: rated?.scale ?? null, tone: toneOf(ratings) },
      ...{ text: row.said, felt: row.felt, unsaid: row.unsaid, readAt: row.readAt?.toISOString() ?? null, answer: row.answer, answeredAt: row.answeredAt?.toISOString() ?? null },
    };
  });
}

function matching(actor: Actor, { from, to, touchpoint, site, tone, unread }: ApiFilter): Prisma.FeedbackWhereInput {
  return {
    AND: [
      readableFeedback(actor),
      from || to ? { receivedAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {},
      touchpoint === undefined ? {} : { touchpointCode: touchpoint },
      site === undefined ? {} : { siteCode: site },
      tone === undefined ? {} : { tone },
      unread === undefined ? {} : { readAt: unread === "true" ? null : { not: null } },
    ],
  };
}

/** `GET /feedback`, newest first, at most `limit` after `cursor` ([milliseconds, id]). */
export async function feedbackJson(actor: Actor, filter: ApiFilter, { limit, cursor }: { readonly limit: number; readonly cursor: readonly (string | number)[] | null }) {
  const [ms, id] = cursor ?? [];
  const at = new Date(Number(ms));
  const after = cursor === null || Number.isNaN(at.getTime()) ? {} : { OR: [{ receivedAt: { lt: at } }, { receivedAt: at, id: { lt: String(id) } }] };
  const rows = await db.feedback.findMany({ where: { AND: [matching(actor, filter), after] }, select: COLUMNS, orderBy: [{ receivedAt: "desc" }, { id: "desc" }], take: limit });
  return jsonOf(rows);
}

/** `GET /feedback/{id}`; null for what is not there or not for this reader. */
export async function feedbackItemJson(actor: Actor, id: string) {
  const row = await db.feedback.findFirst({ where: { AND: [{ id }, readableFeedback(actor)] }, select: COLUMNS });
  return row === null ? null : ((await jsonOf([row]))[0] ?? null);
}

/** `GET /feedback/figures`: NPS, CSAT and the share who felt understood, whole and by month; six months unless told. */
export async function figuresJson(actor: Actor, { from, to, ...filter }: ApiFilter) {
  const { timeZone } = organisation();
  const usual = lastMonths(6, systemClock.now(), timeZone);
  const span = { from: from ?? usual.from, to: to ?? usual.to, timeZone };
  return figures(matching(actor, { ...filter, from: null, to: null }), span);
}

/** `GET /surveys`: every touchpoint with its survey. */
export async function surveysJson() {
  const rows = await surveyRows();
  return rows.map(({ touchpoint, department, questions, active, links, answers, lastAt }) => ({
    ...{ touchpoint: touchpoint.code, name: touchpoint.name, department: department?.code ?? null, questions, active, posters: links, answers, lastAt },
  }));
}
