import type { ApprovalKind } from "#modules/empowerment/domain/approver-search.ts";
import type { Random } from "../random.ts";
import type { Intent } from "./intent.ts";
import { APPROVED_NOTES, DECLINES, LESS_NOTES, RETURN_NOTES } from "./note-texts.ts";

export type AnswerKind = "approve" | "less" | "decline" | "return";

/** How somebody will answer: after so many opening minutes, or never (null). */
export interface PlannedAnswer {
  readonly kind: AnswerKind;
  readonly delayMinutes: number | null;
  readonly share: number;
  readonly note: string | null;
  readonly say: { readonly vi: string; readonly en: string } | null;
}

export interface AnswerSituation {
  readonly intent: Intent;
  readonly reason: string;
  readonly rule: string | null;
  readonly kind: ApprovalKind;
  readonly byChoice: boolean;
  /** Minutes the person asked has, and whether nobody comes after. */
  readonly minutes: number;
  readonly last: boolean;
}

/** Cases where approvers keep saying yes: the goods were at fault, far away, a little over the limit. */
export function deservesWidening({ intent, reason, rule }: Pick<AnswerSituation, "intent" | "reason" | "rule">): boolean {
  return rule === "REFUND-REMOTE" && intent.reason === "product_fault" && (reason === "over_case_limit" || reason === "case_total_over_limit");
}

function drawKind(situation: AnswerSituation, random: Random): AnswerKind {
  const { intent, reason, kind, byChoice } = situation;
  const valued = intent.amount !== null;
  if (byChoice) return random.weighted([["return", 56], ["approve", 44]] as const);
  if (kind === "second_person") return random.weighted([["approve", 96], ["decline", 4]] as const);
  if (deservesWidening(situation)) return random.weighted([["approve", 985], ["less", 15]] as const);
  if (reason === "no_rule_covers") return random.weighted([["approve", 78], ["less", valued ? 8 : 0], ["decline", 14]] as const);
  if (reason === "training_required") return random.weighted([["approve", 82], ["less", 8], ["decline", 10]] as const);
  if (reason === "fact_unknown") return random.weighted([["approve", 60], ["decline", 40]] as const);
  return random.weighted([["approve", 70], ["less", valued ? 17 : 0], ["decline", 13]] as const);
}

function drawDelay({ minutes, last, byChoice, intent }: AnswerSituation, random: Random): number | null {
  const careful = intent.amount !== null && intent.amount > 1_500_000 ? 1.4 : 1;
  const drawn = random.weighted([["quick", 64], ["slow", 22], ["late", last ? 4 : 11], ["never", last ? 14 : 3]] as const);
  if (drawn === "never") return byChoice ? minutes - 1 : null;
  if (drawn === "late") return minutes + random.int(2, 90);
  const share = drawn === "quick" ? 0.1 + random.next() * 0.4 : 0.5 + random.next() * 0.48;
  return Math.max(1, Math.min(minutes - 1, Math.round(minutes * share * careful)));
}

/** What the person asked will do; a story may have said it. */
export function planAnswer(situation: AnswerSituation, random: Random): PlannedAnswer {
  const { answer } = situation.intent.scripted;
  const kind = answer?.kind ?? drawKind(situation, random);
  const decline = random.pick(DECLINES);
  const drawn = {
    approve: random.chance(0.45) ? random.pick(APPROVED_NOTES) : null,
    less: random.pick(LESS_NOTES),
    decline: decline.note,
    return: random.pick(RETURN_NOTES),
  } as const;
  const delayMinutes = answer ? answer.delayMinutes : drawDelay(situation, random);
  const amount = situation.intent.amount;
  const share = answer?.amount !== undefined && amount !== null ? answer.amount / amount : kind === "less" ? random.pick([0.5, 0.6, 0.7, 0.75, 0.8]) : 1;
  return {
    kind,
    delayMinutes: deservesWidening(situation) && delayMinutes === null ? situation.minutes - 1 : delayMinutes,
    share,
    note: answer?.note ?? drawn[kind],
    say: kind === "decline" ? (answer?.say ?? decline.say) : null,
  };
}
