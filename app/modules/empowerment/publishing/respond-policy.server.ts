import type { Actor } from "#access/actor.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { isRight, readCheckQuestion } from "../domain/check-question.ts";
import { parsePolicy } from "../public.ts";
import { recordEvent } from "../record-event.server.ts";
import { answerersOf } from "./answerers.server.ts";

export const RESPONSES = ["understood", "unclear", "unreasonable"] as const;
export type PolicyResponse = (typeof RESPONSES)[number];
export const LONGEST_WORDS = 2000;

export interface RespondInput {
  readonly response: string;
  /** Code of the rule meant; null: the whole. */
  readonly rule?: string | null | undefined;
  /** Needed for what is unclear or seems unreasonable. */
  readonly words?: string | null | undefined;
  /** Position of the chosen answer to the version's question, from 0. */
  readonly checkAnswer?: number | null | undefined;
}

export interface Responded {
  readonly version: number;
  readonly response: PolicyResponse;
  readonly at: Date;
}

interface Said {
  readonly response: PolicyResponse;
  readonly rule: string | null;
  readonly words: string | null;
}

function readInput({ response: typed, rule, words }: RespondInput): Said {
  const response = RESPONSES.find((known) => known === typed);
  if (response === undefined) throw invalidInput({ path: "response", code: "choose_one" });
  const said = { response, rule: textOrNull(rule), words: textOrNull(words) };
  if (response === "understood") return said;
  if (said.words === null) throw invalidInput({ path: "words", code: "required" });
  if (said.words.length > LONGEST_WORDS) throw invalidInput({ path: "words", code: "too_long", params: { max: LONGEST_WORDS } });
  return said;
}

/** Asks the version's question: none passes, a wrong answer is explained and may be tried again (422 `check_not_yet`). */
function passCheck(actor: Actor, { checkQuestion }: Row<"PolicyVersion">, answer: number | null): void {
  const asked = readCheckQuestion(checkQuestion);
  if (asked === null || isRight(asked, answer)) return;
  if (answer === null) throw invalidInput({ path: "checkAnswer", code: "choose_one" });
  const explanation = asked.explanation[actor.locale];
  throw new Refusal("check_not_yet", { status: 422, params: { explanation }, errors: [{ path: "checkAnswer", code: "check_not_yet", params: { explanation } }] });
}

/**
 * What somebody says of a published version: understood (once, with the right answer where a question is asked), unclear
 * or unreasonable with words; the rule's owner is told of these two and answers, after which "understood" is still open.
 * The trail says that they answered, not what: names belong to their own manager alone.
 * Refuses: `forbidden` (also a service), `not_found`, `invalid_input`, 422 `check_not_yet`.
 */
export async function respondPolicy(actor: Actor, version: number, input: RespondInput, options: CommandOptions<Responded> = {}): Promise<Responded> {
  demand(actor, "policies.acknowledge");
  const { personId } = actor;
  if (personId === null) throw new Refusal("forbidden");
  const now = instantOf(options);
  const { response, rule, words } = readInput(input);
  return transaction(async (tx) => {
    const row = await tx.find("PolicyVersion", { version });
    if (row === null || row.state !== "published") throw notFound();
    const earlier = await tx.find("PolicyAcknowledgement", { version, personId });
    const again = response === "understood" && earlier?.response === "understood";
    const responded = { version, response, at: again ? earlier.at : now };
    await options.remember?.(tx, responded);
    if (again) return responded;
    if (response === "understood") passCheck(actor, row, input.checkAnswer ?? null);
    const document = parsePolicy(JSON.parse(row.document));
    if (rule !== null && !document.rules.some(({ code }) => code === rule)) throw invalidInput({ path: "rule", code: "unknown_reference" });
    const raised = response === "understood" ? {} : { rule, words, answer: null, answeredById: null, answeredAt: null };
    await tx.upsert("PolicyAcknowledgement", { version, personId }, { version, personId, at: now, response, checkAnswer: response === "understood" ? (input.checkAnswer ?? null) : null, ...raised });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, { type: "policy.acknowledged", schema: 1, data: { version } });
    for (const answerer of response === "understood" ? [] : await answerersOf(tx, version, document, rule)) {
      await notify(tx, { personId: answerer, kind: `policy.${response}`, params: { version }, href: `/policies/${version}/readers`, at: now });
    }
    return responded;
  });
}
