import type { Actor } from "#access/actor.ts";
import { newId } from "#kernel/ids.ts";
import { addDays, localDay, parseDay } from "#kernel/period.ts";
import { findPersonByEmail, findPeople } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { type FieldFault, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "./command.server.ts";
import { policyInForce } from "./policy-store.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { bilingual } from "./vocabulary.ts";

export const REVIEW_DECISIONS = ["keep", "change", "stop"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

export interface ReviewInput {
  readonly decision: string;
  readonly note?: string | null | undefined;
  /** When to look again, a local day; needed unless the rule is to stop. */
  readonly reviewBy?: string | null | undefined;
}

export interface ReviewedRule {
  readonly id: string;
  readonly rule: string;
  readonly version: number;
  readonly decision: ReviewDecision;
  readonly note: string;
  readonly reviewBy: string | null;
}

/** A rule is looked at again within this time, whatever is decided. */
const LONGEST_DAYS = 730;

interface Read {
  readonly decision: ReviewDecision;
  readonly note: string;
  readonly reviewBy: string | null;
}

function read(input: ReviewInput, today: string): Read {
  const errors: FieldFault[] = [];
  const decision = REVIEW_DECISIONS.find((known) => known === input.decision);
  if (decision === undefined) errors.push({ path: "decision", code: "choose_one" });
  const note = textOrNull(input.note);
  if (note === null) errors.push({ path: "note", code: "required" });
  const typed = textOrNull(input.reviewBy);
  const day = typed === null ? null : parseDay(typed);
  const latest = addDays(today, LONGEST_DAYS);
  if (day?.ok === false) errors.push({ path: "reviewBy", code: "date_format" });
  else if (day?.ok === true && day.value <= today) errors.push({ path: "reviewBy", code: "must_be_future" });
  else if (day?.ok === true && day.value > latest) errors.push({ path: "reviewBy", code: "review_too_late", params: { day: latest } });
  else if (day === null && decision !== "stop") errors.push({ path: "reviewBy", code: "required" });
  if (errors.length > 0 || decision === undefined || note === null) throw new Refusal("invalid_input", { errors });
  return { decision, note, reviewBy: decision !== "stop" && day?.ok === true ? day.value : null };
}

/**
 * Writes down what becomes of a rule after looking at it again: keep it, change it, or stop it, with words and the next
 * day to look. Changes no rule by itself: that takes a draft and two people. Its owner is told.
 * Refuses: `forbidden` (also a service: nobody judges for somebody); `not_found` for a rule that is not in force; 409
 * `no_policy_in_force`; 422 with the fields.
 */
export async function reviewRule(actor: Actor, code: string, input: ReviewInput, options: CommandOptions<ReviewedRule> = {}): Promise<ReviewedRule> {
  demand(actor, "policies.review-rule");
  const now = instantOf(options);
  const { personId } = actor;
  if (personId === null) throw new Refusal("forbidden");
  const { document, version } = policyInForce(now);
  const rule = document.rules.find((candidate) => candidate.code === code);
  if (rule === undefined) throw notFound();
  const { decision, note, reviewBy } = read(input, localDay(now, document.timeZone));
  const owner = rule.owner === undefined ? null : findPersonByEmail(rule.owner);
  const reviewer = findPeople([personId]).get(personId)?.name ?? "";
  const reviewed: ReviewedRule = { id: newId(), rule: code, version, decision, note, reviewBy };
  return transaction(async (tx) => {
    await tx.insert("RuleReview", { ...reviewed, at: now, byId: personId });
    await recordEvent(tx, { kind: "rule", id: code }, actor, now, { type: "rule.reviewed", schema: 1, data: { rule: code, version, decision, reviewBy } });
    if (owner !== null && owner.active && owner.id !== personId) {
      const params = { reviewer, rule: bilingual(rule.name, code) };
      await notify(tx, { personId: owner.id, kind: `policy.rule-${decision}`, params, href: `/policies/rules/${code}`, at: now });
    }
    await options.remember?.(tx, reviewed);
    return reviewed;
  });
}
