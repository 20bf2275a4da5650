import type { PersonActor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { newId } from "#kernel/ids.ts";
import { parseMoney } from "#kernel/money.ts";
import { approveDecision, decideChoices, declineDecision, gestureIsValued, recordDecision, returnDecision, verdictFor } from "#modules/empowerment/public.server.ts";
import { type FormFault, decisionRequest } from "#modules/empowerment/ui/decide-form.ts";
import type { CheckedForm } from "#modules/empowerment/ui/use-verdict.ts";
import type { VerdictView } from "#modules/empowerment/view-models.ts";
import { type RefusalView, refusalView } from "#platform/http/failure.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { isRefusal, notFound, Refusal } from "#platform/http/refusal.ts";

/** What goes back to the decision form when nothing was recorded. */
export interface DecideAnswer {
  readonly verdict: VerdictView | null;
  /** What could not be read or is still needed; the form shows it at its field. */
  readonly refusal: RefusalView | null;
  /** The verdict differs from the one the form was sent with. */
  readonly changed: boolean;
}

const TYPED = ["gesture", "amount", "note", "evidence"] as const;

/** The form as text, its request, and what could not be read; a fault is a 422 that names the field. */
async function readForm(actor: PersonActor, form: FormData) {
  const values = new URLSearchParams([...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"));
  const { currency } = await decideChoices(actor);
  const { request, faults } = decisionRequest(values, currency, gestureIsValued(values.get("gesture") ?? ""));
  return { values, request, faults };
}

function refuse(faults: readonly FormFault[]): void {
  if (faults.length > 0) throw new Refusal("invalid_input", { errors: faults.map(({ path, code }) => ({ path, code })) });
}

/** The verdict for what is typed so far; what cannot be read yet is no error while typing. */
export async function checkForm(actor: PersonActor, form: FormData, { locale, t }: { locale: Locale; t: Translator }): Promise<CheckedForm> {
  const { request, faults } = await readForm(actor, form);
  if (faults.length > 0 || request.gesture === "") return { verdict: null, refusal: null };
  try {
    return { verdict: await verdictFor(actor, request, locale), refusal: null };
  } catch (error) {
    if (isRefusal(error) && error.status < 500) return { verdict: null, refusal: refusalView(error, t, null) };
    throw error;
  }
}

/**
 * Records what the form asks for if the verdict is the one its sender saw; else answers with the verdict to look at first
 * (a form without scripts is sent twice: once to see, once to do), or with what is missing and all that was typed.
 */
export async function recordFromForm(
  actor: PersonActor,
  form: FormData,
  { remember, locale, t }: { remember: Remember | null; locale: Locale; t: Translator },
): Promise<{ recorded: string | null; answer: DecideAnswer | null; typed: Record<string, string> }> {
  const { values, request, faults } = await readForm(actor, form);
  const typed = { ...Object.fromEntries(TYPED.map((name) => [name, values.get(name) ?? ""])), noteChip: values.getAll("noteChip").join("\n") };
  const look = async (changed: boolean) => ({ recorded: null, answer: { verdict: await verdictFor(actor, request, locale), refusal: null, changed }, typed });
  const id = newId();
  try {
    refuse(faults);
    const seen = values.get("expectOutcome") ?? "";
    const version = Number(values.get("expectVersion"));
    if (seen === "" || !Number.isSafeInteger(version)) return await look(false);
    const expect = { policyVersion: version, outcome: request.escalate === true && seen === "granted" ? "escalated" : seen };
    await recordDecision(actor, { ...request, expect }, { id, locale, remember: async (tx) => remember?.(tx, { status: 303, location: `/decisions/${id}` }) });
    return { recorded: id, answer: null, typed };
  } catch (error) {
    if (isRefusal(error) && error.code === "verdict_changed") return await look(true);
    if (isRefusal(error) && error.status === 422) return { recorded: null, answer: { verdict: null, refusal: refusalView(error, t, null), changed: false }, typed };
    throw error;
  }
}

/** Answers an approval as its form says. Refuses: 422 with the field; `state_changed` when somebody was first. */
export async function answerFromForm(actor: PersonActor, approvalId: string, form: FormData, locale: Locale): Promise<{ number: string }> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const note = text("note") || null;
  const intent = text("intent");
  switch (intent) {
    case "approve":
    case "less": {
      const { currency } = await decideChoices(actor);
      const typed = text("amount");
      if (intent === "less" && typed === "") throw new Refusal("invalid_input", { errors: [{ path: "amount", code: "required" }] });
      const amount = typed === "" ? null : parseMoney(typed, currency, locale);
      if (amount !== null && !amount.ok) throw new Refusal("invalid_input", { errors: [{ path: "amount", code: amount.error }] });
      return approveDecision(actor, approvalId, { note, ...(amount === null ? {} : { amount: amount.value }) });
    }
    case "decline":
      return declineDecision(actor, approvalId, { note, say: text("say") || null, locale });
    case "return":
      return returnDecision(actor, approvalId, { note });
    default:
      throw notFound();
  }
}
