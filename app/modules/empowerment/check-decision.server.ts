import type { PersonActor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import { alternativesNow, askFirst, assessNow } from "./assess.server.ts";
import { instantOf } from "./command.server.ts";
import { answerOf, approvalOf, type VerdictAnswer } from "./decision-answer.server.ts";
import { prepareDecision } from "./prepare-decision.server.ts";

export interface CheckOptions {
  readonly locale: Locale;
  readonly mayAssert?: boolean;
  readonly now?: Date;
}

/** What recording a request would answer now, without writing anything; `approval` names who would be asked. Refuses as recording does, but never `duty_missing`. */
export async function checkDecision(actor: PersonActor, input: unknown, options: CheckOptions): Promise<VerdictAnswer> {
  const { situation } = prepareDecision(actor, input, { mayAssert: options.mayAssert === true, now: instantOf(options) });
  const assessment = assessNow(situation);
  return answerOf(assessment, { alternatives: alternativesNow(situation), approval: approvalOf(null, askFirst(assessment)) }, options.locale);
}
