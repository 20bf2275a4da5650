import type { PersonActor } from "#access/actor.ts";
import { instantAt, parseDay } from "#kernel/period.ts";
import {
  acknowledgeFinding, answerComment, answerResponse, commentPolicy, endComments, inviteComments, publishPolicy, remindReaders, returnPolicy, setCheckQuestion, submitPolicy,
} from "#modules/empowerment/public.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import type { ToastMessage } from "#platform/http/responses.server.ts";

/** The instant of a local date and time as a form sends it, `YYYY-MM-DDTHH:MM`; null for anything else. */
function localInstant(typed: string, timeZone: string): Date | null {
  const [, dayText = "", hours = "", minutes = ""] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(typed) ?? [];
  const day = parseDay(dayText);
  return day.ok ? instantAt(day.value, Number(hours) * 60 + Number(minutes), timeZone) : null;
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

/** Asks for comments, comments, answers one, or ends the time for them, as the form says. */
export async function talkPolicy(actor: PersonActor, version: number, form: FormData): Promise<ToastMessage> {
  switch (form.get("intent")) {
    case "invite": {
      const { told } = await inviteComments(actor, version, { days: Number(text(form, "days") || Number.NaN) });
      return { key: "policy:comments.invited", params: { count: told } };
    }
    case "end":
      await endComments(actor, version, { note: text(form, "note") });
      return { key: "policy:comments.ended" };
    case "comment":
      await commentPolicy(actor, version, { text: text(form, "text"), rule: text(form, "rule"), revision: Number(text(form, "revision")) || null });
      return { key: "policy:comments.sent" };
    case "answer":
      await answerComment(actor, text(form, "comment"), { outcome: text(form, "outcome"), answer: text(form, "answer") });
      return { key: "policy:comments.answered" };
    default:
      throw notFound();
  }
}

/** Answers what somebody raised about a published version, or reminds who has not answered, as the form says. */
export async function answerReaders(actor: PersonActor, version: number, form: FormData): Promise<ToastMessage> {
  switch (form.get("intent")) {
    case "answer":
      await answerResponse(actor, version, text(form, "ref"), { answer: text(form, "answer") });
      return { key: "policy:comments.answered" };
    case "remind":
      return { key: "policy:readers.reminded", params: { count: await remindReaders(actor, version) } };
    default:
      throw notFound();
  }
}

const both = (form: FormData, name: string) => ({ vi: text(form, `${name}-vi`), en: text(form, `${name}-en`) });

/** The question as its form has it; answers left empty in both languages are none. */
function questionFrom(form: FormData): unknown {
  const options = [0, 1, 2, 3].map((at) => both(form, `option-${at}`));
  const filled = options.filter(({ vi, en }) => vi !== "" || en !== "");
  const chosen = options[Number(text(form, "correct"))];
  return { question: both(form, "question"), options: filled, correct: chosen === undefined ? -1 : filled.indexOf(chosen), explanation: both(form, "explanation") };
}

/** Notes a warning or sets the question, as the form says; null for a step of the version itself. */
export async function preparePolicy(actor: PersonActor, version: number, form: FormData): Promise<ToastMessage | null> {
  switch (form.get("intent")) {
    case "note":
      await acknowledgeFinding(actor, version, { finding: text(form, "finding"), note: text(form, "note") });
      return { key: "policy:publish.noteSaved" };
    case "ask":
      await setCheckQuestion(actor, version, questionFrom(form));
      return { key: "policy:question.saved" };
    case "ask-nothing":
      await setCheckQuestion(actor, version, null);
      return { key: "policy:question.removed" };
    default:
      return null;
  }
}

/**
 * Takes a version one step on, as its form says. @returns the message of what was done.
 * Refuses: `own_draft`, `state_changed`, 422 with the field
 */
export async function stepPolicy(actor: PersonActor, version: number, form: FormData, timeZone: string): Promise<"submitted" | "published" | "returned"> {
  const note = String(form.get("note") ?? "").trim();
  switch (form.get("intent")) {
    case "submit":
      await submitPolicy(actor, version, { note });
      return "submitted";
    case "publish": {
      const typed = String(form.get("effectiveFrom") ?? "").trim();
      const effectiveFrom = typed === "" ? null : localInstant(typed, timeZone);
      if (typed !== "" && effectiveFrom === null) throw invalidInput({ path: "effectiveFrom", code: "bad_instant" });
      await publishPolicy(actor, version, { note, effectiveFrom });
      return "published";
    }
    case "return":
      await returnPolicy(actor, version, { note });
      return "returned";
    default:
      throw notFound();
  }
}
