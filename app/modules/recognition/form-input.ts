import { textOf } from "#platform/http/form-text.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { addOnFields, commentText, evidenceRef, type EvidenceRef, messageText, type Reaction, reactionKind, recognitionFields, type RecognitionFields, reportFields, type ReportFields, settlingFields, type SettlingFields } from "./schemas.ts";

const textsOf = (form: FormData, name: string): string[] => form.getAll(name).filter((value): value is string => typeof value === "string" && value !== "");

/** Ticked evidence, each as `kind:id`. */
function evidenceOf(form: FormData): { kind: string; id: string }[] {
  return textsOf(form, "evidence").map((text) => {
    const [kind = "", id = ""] = text.split(":", 2);
    return { kind, id };
  });
}

/**
 * The form of a recognition: any number of `receiver`, one `behaviour` as `VALUE/behaviour`, the words, who may read
 * them, any number of `evidence`. Throws 422 with every fault, `required` at `receivers` and `behaviour`.
 */
export function recognitionInput(form: FormData): RecognitionFields {
  const [value = "", behaviour = ""] = textOf(form, "behaviour").split("/", 2);
  const receiverIds = [...new Set(textsOf(form, "receiver"))];
  const missing = [
    ...(receiverIds.length === 0 ? [{ path: "receivers", code: "required" }] : []),
    ...(behaviour === "" ? [{ path: "behaviour", code: "choose_one" }] : []),
    ...(textOf(form, "message") === "" ? [{ path: "message", code: "required" }] : []),
  ];
  if (missing.length > 0) throw invalidInput(...missing);
  return parseInput(recognitionFields, { receiverIds, value, behaviour, message: textOf(form, "message"), visibility: textOf(form, "visibility") || "public", evidence: evidenceOf(form) });
}

/** The words of a recognition, alone. */
export function messageInput(form: FormData): string {
  const message = textOf(form, "message");
  if (message === "") throw invalidInput({ path: "message", code: "required" });
  return parseInput(messageText, message);
}

/** The words of "me too"; null for none. */
export function addOnInput(form: FormData): string | null {
  return parseInput(addOnFields, { message: textOf(form, "words") || null }).message;
}

/** A comment. */
export function commentInput(form: FormData): string {
  const text = textOf(form, "text");
  if (text === "") throw invalidInput({ path: "text", code: "required" });
  return parseInput(commentText, text);
}

/** Which small sign. */
export function reactionInput(form: FormData): Reaction {
  return parseInput(reactionKind, textOf(form, "reaction"));
}

/** Why HR should look at a recognition. */
export function reportInput(form: FormData): ReportFields {
  if (textOf(form, "reason") === "") throw invalidInput({ path: "reason", code: "choose_one" });
  return parseInput(reportFields, { reason: textOf(form, "reason"), words: textOf(form, "reportWords") || null });
}

/** HR's answer to a report. */
export function settlingInput(form: FormData): SettlingFields {
  if (textOf(form, "answer") === "") throw invalidInput({ path: "answer", code: "required" });
  return parseInput(settlingFields, { state: textOf(form, "intent"), answer: textOf(form, "answer") });
}

/** The good outcome that a private word to a manager is about, as `kind:id`. */
export function nudgeInput(form: FormData): EvidenceRef {
  return parseInput(evidenceRef, evidenceOf(form)[0] ?? {});
}
