import { promiseFacts } from "#modules/customers/public.server.ts";
import { deskFacts, overturnFacts } from "#modules/empowerment/public.server.ts";
import { answerFacts } from "#modules/improvements/public.server.ts";
import { learningActs } from "#modules/learning/public.server.ts";
import { businessCalendar } from "#modules/people/public.server.ts";
import { thanksFacts } from "#modules/recognition/public.server.ts";
import { db } from "#platform/db.server.ts";
import { type Ledger, ledgerOf, type LeadingFacts, type Span, type Wait, waitsOf } from "./domain/ledger.ts";
import { monthSpan } from "./spans.server.ts";

/** Everything that happened to and by these people in a span, from the modules that keep it. */
async function leadingFacts(personIds: readonly string[], { from, to }: Span): Promise<LeadingFacts> {
  const where = { personId: { in: [...personIds] }, at: { gte: from, lt: to } };
  const [waited, overturned, frictions, thanks, promises, practice, hours, logged] = await Promise.all([
    deskFacts(personIds, from, to),
    overturnFacts(personIds, from, to),
    answerFacts(personIds, from, to),
    thanksFacts(personIds, from, to),
    promiseFacts(personIds, from, to),
    learningActs(personIds, from, to),
    db.customerHours.findMany({ where, select: { id: true, personId: true, at: true, minutes: true, confirmedAt: true } }),
    db.leadDecision.findMany({ where, select: { id: true, personId: true, at: true, lookedAt: true } }),
  ]);
  return {
    ...{ waited, overturned, frictions, thanks, promises, practice },
    hours: hours.map(({ confirmedAt, ...row }) => ({ ...row, confirmed: confirmedAt !== null })),
    logged: logged.map(({ lookedAt, ...row }) => ({ ...row, lookedAt: lookedAt !== null })),
  };
}

/** The ledgers of these people over a span, each from their own acts. */
export async function ledgersOf(personIds: readonly string[], span: Span): Promise<Map<string, Ledger>> {
  const facts = await leadingFacts(personIds, span);
  return new Map(personIds.map((id) => [id, ledgerOf(id, facts, span, businessCalendar)]));
}

/** How each thing on somebody's desk waited that was asked in a month, those asked last first. */
export async function deskWaits(personId: string, month: string, now: Date): Promise<Wait[]> {
  const span = monthSpan(month, now);
  return waitsOf(personId, await deskFacts([personId], span.from, span.to), span, businessCalendar);
}

/** The ledger of one person over a span. */
export async function ledgerIn(personId: string, span: Span): Promise<Ledger> {
  return ledgerOf(personId, await leadingFacts([personId], span), span, businessCalendar);
}
