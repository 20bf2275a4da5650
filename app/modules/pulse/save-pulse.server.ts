import { newId } from "#kernel/ids.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { type FieldFault, invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { fits } from "./bank.ts";
import { FLOORS, thresholdsHold } from "./domain/thresholds.ts";
import { bankWith, pulseIn, raisedTo, RAISED, today } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { PulseFields } from "./schemas.ts";

/** The most questions that are answered in words. */
const MAX_TEXTS = 2;

/** What is wrong with a design as the company stands, of a pulse about somebody or about everybody's own work. */
export async function faultsOf(tx: Tx, fields: PulseFields, aboutSomebody: boolean, now: Date): Promise<FieldFault[]> {
  const bank = new Map(bankWith(await tx.list("PulseQuestion", { active: true })).map((question) => [question.code, question]));
  const raised = raisedTo((await tx.find("Setting", { name: RAISED }))?.value);
  const [departments, sites] = [await tx.list("Department", { active: true }), await tx.list("Site", { active: true })];
  const chosen = fields.questions.map((code) => bank.get(code));
  return [
    ...(chosen.some((question) => question === undefined) ? [{ path: "questions", code: "unknown_question" }] : []),
    ...(chosen.some((question) => question !== undefined && !fits(question, aboutSomebody)) ? [{ path: "questions", code: aboutSomebody ? "about_person_only" : "about_person" }] : []),
    ...(chosen.filter((question) => question?.scale === "text").length > MAX_TEXTS ? [{ path: "questions", code: "too_many_texts" }] : []),
    ...(thresholdsHold(fields.mode, { scores: fields.kScores, comments: fields.kComments }, raised) ? [] : [{ path: "kScores", code: "threshold_too_low", params: { least: fields.mode === "anonymous" ? raised : FLOORS.confidential.scores } }]),
    ...(fields.departments.some((code) => !departments.some((each) => each.code === code)) ? [{ path: "departments", code: "unknown_department" }] : []),
    ...(fields.sites.some((code) => !sites.some((each) => each.code === code)) ? [{ path: "sites", code: "unknown_site" }] : []),
    ...(fields.closesOn <= today(now) ? [{ path: "closesOn", code: "in_the_past" }] : []),
  ];
}

/**
 * Writes a draft, or changes the one of `edit` while it still is one at that revision. Answers the id. Refuses: `forbidden`;
 * 404; 409 `state_changed`; 422 at `mode` (`in_confidence_only`), `questions`, `kScores` (`threshold_too_low`),
 * `departments`, `sites`, `closesOn`.
 */
export async function savePulse(fields: PulseFields, asked: Asked, edit: { readonly id: string; readonly revision: number } | null, remember?: RememberMade): Promise<{ id: string }> {
  demand(asked, "pulses.design");
  const questions = [...new Set(fields.questions)];
  const { titleVi, titleEn, mode, kScores, kComments, opensOn, closesOn, remindOn, departments, sites } = fields;
  const written = { titleVi, titleEn, mode, kScores, kComments, questions: JSON.stringify(questions), opensOn, closesOn, remindOn };
  return transaction(async (tx) => {
    const subjectId = edit === null ? null : (await pulseIn(tx, edit.id, ["draft"])).subjectId;
    const open = subjectId !== null && mode !== "confidential";
    const faults = [...(open ? [{ path: "mode", code: "in_confidence_only" }] : []), ...(await faultsOf(tx, fields, subjectId !== null, asked.now))];
    if (faults.length > 0) throw invalidInput(...faults);
    // Those around a person are who the organisation says they are, never some of them.
    const places = subjectId === null ? { departments, sites } : { departments: [], sites: [] };
    const design = { ...written, audience: JSON.stringify(places) };
    const id = edit?.id ?? newId();
    const revision = (edit?.revision ?? 0) + 1;
    if (edit === null) await tx.insert("Pulse", { id, ...design, state: "draft", createdAt: asked.now, createdById: asked.actor?.personId ?? null });
    else if ((await tx.update("Pulse", { id, state: "draft", revision: edit.revision }, { ...design, revision })) === 0) throw new Refusal("state_changed");
    await recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.saved", schema: 1, data: { revision, questions } });
    await remember?.(tx, id);
    return { id };
  });
}
