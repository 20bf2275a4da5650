import type { PersonActor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import { findCustomer } from "#modules/customers/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import type { Answered } from "./approve-decision.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "./command.server.ts";
import { sayOf } from "./decision-answer.server.ts";
import { closeApproval, closeDecision, factsIn, type OpenApproval, openApprovalIn } from "./open-approval.server.ts";
import type { Bilingual } from "./public.ts";
import { recordEvent } from "./record-event.server.ts";

export interface DeclineInput {
  /** Why, for the requester. */
  readonly note?: string | null | undefined;
  /** Words for the customer, in both languages or in that of the approver; absent: the policy's. */
  readonly say?: string | Partial<Bilingual> | null | undefined;
  readonly locale?: Locale;
}

function wordsOf({ say, locale = "vi" }: DeclineInput): Partial<Bilingual> {
  if (say === undefined || say === null) return {};
  const given = typeof say === "string" ? { [locale]: say } : say;
  return Object.fromEntries(Object.entries(given).filter(([, text]) => textOrNull(text) !== null));
}

function requireNote(note: string | null | undefined): string {
  const text = textOrNull(note);
  if (text === null) throw invalidInput({ path: "note", code: "required" });
  return text;
}

/** The policy's words for a request that ended without a yes, filled for its customer. */
export function endingWords({ decision, question }: OpenApproval, approver: string | null, ended: "declined" | "expired", now: Date): Bilingual {
  const addressForm = decision.customerRef === null ? null : (findCustomer({ ref: decision.customerRef })?.addressForm ?? null);
  return sayOf(
    question.policy.document,
    question.verdict,
    { amount: question.request.amount ?? null, limit: null, dueAt: null, approver, address: question.request.address ?? null, addressForm },
    now,
    ended,
  );
}

/**
 * Declines what waits on somebody: with a note for the requester and words for the customer.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed`; 422 without a note.
 */
export async function declineDecision(actor: PersonActor, approvalId: string, input: DeclineInput, options: CommandOptions<Answered> = {}): Promise<Answered> {
  demand(actor, "approvals.answer");
  const note = requireNote(input.note);
  const now = instantOf(options);
  return transaction(async (tx) => {
    const open = await openApprovalIn(tx, actor, approvalId, now);
    const { approval, decision } = open;
    const say = { ...endingWords(open, actor.name, "declined", now), ...wordsOf(input) };
    await closeApproval(tx, approval.id, { state: "declined", answeredAt: now, approverId: actor.personId, note, say: JSON.stringify(say) });
    await closeDecision(tx, decision.id, { state: "declined", closedAt: now });
    await recordEvent(tx, { kind: "approval", id: approval.id }, actor, now, {
      type: "approval.declined",
      schema: 1,
      data: { decisionId: decision.id, number: decision.number, kind: approval.kind, level: approval.level },
    });
    await notify(tx, { personId: decision.personId, kind: "decision.declined", params: { approver: actor.name, number: decision.number }, href: `/decisions/${decision.id}`, at: now });
    const answered: Answered = { id: approval.id, state: "declined", decisionId: decision.id, number: decision.number, amount: null };
    await options.remember?.(tx, answered);
    return answered;
  });
}

/**
 * Gives a question back with coaching: what was asked lies within the requester's own authority, which is checked.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed`, or `verdict_changed` where it does not lie within; 422 without a note.
 */
export async function returnDecision(actor: PersonActor, approvalId: string, input: { readonly note?: string | null | undefined }, options: CommandOptions<Answered> = {}): Promise<Answered> {
  demand(actor, "approvals.answer");
  const note = requireNote(input.note);
  const now = instantOf(options);
  return transaction(async (tx) => {
    const { approval, decision, question } = await openApprovalIn(tx, actor, approvalId, now);
    const { requester, customerRef, request, policy } = question;
    const asker = await factsIn(tx, question, request, requester.id, { personId: requester.id, managerId: requester.managerId, siteCode: requester.siteCode, customerRef }, now);
    const own = asker === null ? null : policy.compiled.evaluate(request, asker.facts);
    if (own?.outcome !== "granted") throw new Refusal("verdict_changed", { members: { verdict: own } });
    await closeApproval(tx, approval.id, { state: "returned", answeredAt: now, approverId: actor.personId, note });
    await closeDecision(tx, decision.id, { state: "returned", closedAt: now });
    await recordEvent(tx, { kind: "approval", id: approval.id }, actor, now, {
      type: "approval.returned",
      schema: 1,
      data: { decisionId: decision.id, number: decision.number, kind: approval.kind, level: approval.level },
    });
    await notify(tx, { personId: decision.personId, kind: "decision.returned", params: { approver: actor.name, number: decision.number }, href: `/decisions/${decision.id}`, at: now });
    const answered: Answered = { id: approval.id, state: "returned", decisionId: decision.id, number: decision.number, amount: null };
    await options.remember?.(tx, answered);
    return answered;
  });
}
