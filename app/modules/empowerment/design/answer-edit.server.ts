import type { PersonActor } from "#access/actor.ts";
import type { Translator } from "#i18n/translator.ts";
import { errorWords } from "#i18n/words.ts";
import { applyEdit, type PolicyEdit } from "../domain/design/edits.ts";
import type { Typed } from "../domain/design/rule-form.ts";
import { contentHashOf, policyFaults } from "../policy-document.server.ts";
import { saveDraft } from "../save-policy.server.ts";
import type { PolicyDocument } from "../schemas.ts";
import { type Draft, draftToEdit } from "./draft.server.ts";
import { previewEdit } from "./preview-edit.server.ts";
import type { EditAnswer } from "./view-models.ts";

interface FormFault {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** What a form asks to change, and what of it cannot be read. `fieldOf` finds the field of a fault of the document; null: it lies elsewhere. */
export interface ReadEdit {
  readonly edit: PolicyEdit;
  readonly faults: readonly FormFault[];
  readonly fieldOf: (path: string, result: PolicyDocument) => string | null;
}

export interface EditSubmission {
  readonly actor: PersonActor;
  readonly version: number;
  readonly form: FormData;
  readonly locale: "vi" | "en";
  readonly t: Translator;
}

/** Every text that a form sent, by name. */
export function typedIn(form: FormData): Typed {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === "string") (typed[name] ??= []).push(value);
  return typed;
}

/** A path within one entry of a list: `rules.3.limit.perCase` → `limit.perCase`; null for one that lies elsewhere. */
export function below(list: "rules" | "budgets", at: number, path: string): string | null {
  const prefix = `${list}.${at}`;
  if (path === prefix) return "";
  return path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : null;
}

/**
 * Answers a form of the designer: what is wrong with it, or what saving it would change; with the intent `save`, and only
 * for exactly the result that was shown (`seen`), it is saved to the draft.
 * Refuses: `forbidden`, `not_found`; 409 `state_changed` for what is no draft any more; 412 when somebody saves at the same moment.
 */
export async function answerEdit({ actor, version, form, locale, t }: EditSubmission, read: (draft: Draft, typed: Typed) => ReadEdit): Promise<EditAnswer | "saved"> {
  const draft = await draftToEdit(actor, version);
  const typed = typedIn(form);
  const { edit, faults, fieldOf } = read(draft, typed);
  const result = applyEdit(draft.document, edit);
  const found = faults.length > 0 ? [] : (await policyFaults(result)).map((fault) => ({ ...fault, path: fieldOf(fault.path, result) ?? "" }));
  const all = [...faults, ...found].map(({ path, code, params }) => ({ path, code, message: errorWords(t, { code: `field.${code}`, params: params ?? {} }) }));
  if (all.length > 0) return { faults: all, preview: null, typed };

  const preview = await previewEdit(draft, edit, result, { revision: Number(typed["revision"]?.[0] ?? draft.revision), locale });
  if (form.get("intent") !== "save" || typed["seen"]?.[0] !== preview.seen) return { faults: [], preview, typed };
  await saveDraft(actor, version, result, String(draft.revision));
  return "saved";
}

/** Takes something out of a draft at once: the button says so, and the draft keeps its earlier revisions. */
export async function removeFromDraft({ actor, version }: Pick<EditSubmission, "actor" | "version">, edit: Extract<PolicyEdit, { kind: "remove-rule" | "remove-budget" }>): Promise<void> {
  const draft = await draftToEdit(actor, version);
  const result = applyEdit(draft.document, edit);
  if (contentHashOf(result) !== contentHashOf(draft.document)) await saveDraft(actor, version, result, String(draft.revision));
}
