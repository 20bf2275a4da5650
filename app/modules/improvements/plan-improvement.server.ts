import { newId } from "#kernel/ids.ts";
import { parseDay } from "#kernel/period.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { link, unlinkAutomatic } from "#modules/thread/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import { type FieldFault, invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { advance, demandVoice, openImprovement, personIn, type RememberDone, subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";
import { type Measure, SYSTEM_MEASURES } from "./domain/measures.ts";
import type { Records } from "./effect.server.ts";
import type { ChosenMeasure, PlanFields, StepFields } from "./schemas.ts";

/** Steps as they are stored. Refuses 422 with the step's place for an unknown owner or a day that is none. */
export function readSteps(steps: readonly StepFields[]): { text: string; ownerId: string; dueDay: string | null }[] {
  const people = findPeople(steps.map(({ ownerId }) => ownerId));
  const errors: FieldFault[] = [];
  const read = steps.map(({ text, ownerId, dueDay }, index) => {
    if (people.get(ownerId)?.active !== true) errors.push({ path: `steps.${index}.ownerId`, code: "unknown_person" });
    const day = dueDay === null ? null : parseDay(dueDay);
    if (day?.ok === false) errors.push({ path: `steps.${index}.dueDay`, code: "date_format" });
    return { text, ownerId, dueDay: day?.ok === true ? day.value : null };
  });
  if (errors.length > 0) throw new Refusal("invalid_input", { errors });
  return read;
}

export async function insertSteps(tx: Tx, improvementId: string, steps: ReturnType<typeof readSteps>, first: number): Promise<void> {
  for (const [index, step] of steps.entries()) await tx.insert("ImprovementStep", { id: newId(), improvementId, position: first + index, ...step });
}

/** The measure with all that follows from what was chosen. Refuses 422 for a KPI that is not in use or may neither rise nor fall. */
function measureOf(chosen: ChosenMeasure, { kpi }: Records): Measure {
  if (chosen.code === "own") return chosen;
  if (chosen.code !== "kpi") return { ...chosen, shape: SYSTEM_MEASURES[chosen.code].shape, better: SYSTEM_MEASURES[chosen.code].better };
  const known = kpi(chosen.kpi);
  if (known === null) throw invalidInput({ path: "measure.kpi", code: "unknown_kpi" });
  if (known.better === null) throw invalidInput({ path: "measure.kpi", code: "kpi_within_range" });
  return { ...chosen, shape: "series", better: known.better, name: known.name, unit: known.unit };
}

/** Ties the change to the KPI that measures it, in place of one chosen before. */
async function tieKpi(tx: Tx, id: string, measure: Measure, asked: Asked): Promise<void> {
  const to = { kind: "improvement", id } as const;
  await unlinkAutomatic(tx, { to, relation: "measures" });
  if (measure.code === "kpi") await link(tx, { from: { kind: "kpi", id: measure.kpi }, to, relation: "measures", by: null, at: asked.now, automatic: true });
}

/**
 * Plans a change: what will be done by whom, which need of the customer it serves and on what evidence, what burden it
 * takes off, and what measure will show it. May be written again until the trial begins: the target is locked then; after
 * a return to the old way it begins anew. Steps that are not done are replaced, those done stay.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed`, `answer_needed`; 422 with the fields.
 */
export async function planImprovement(id: string, fields: PlanFields, asked: Asked, records: Records, remember?: RememberDone): Promise<void> {
  const steps = readSteps(fields.steps);
  const measure = measureOf(fields.measure, records);
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.answer");
    demandVoice(opened, asked);
    const { row } = opened;
    const by = personIn(asked);
    await advance(tx, opened, "plan", {
      planText: fields.text,
      ...{ lensKind: fields.lensKind, lensText: fields.lensText, evidence: fields.evidence, way: fields.way },
      ...{ burden: JSON.stringify(fields.burden), burdenAfter: JSON.stringify(fields.burdenAfter), measure: JSON.stringify(measure) },
      ...{ plannedAt: asked.now, trialFrom: null, decidedAt: null, confirmation: null, confirmBy: null, confirmedAt: null, confirmNote: null },
    });
    await tx.remove("ImprovementStep", { improvementId: id, doneAt: null });
    const kept = await tx.list("ImprovementStep", { improvementId: id }, { orderBy: [["position", "desc"]], limit: 1 });
    await insertSteps(tx, id, steps, (kept[0]?.position ?? 0) + 1);
    await tieKpi(tx, id, measure, asked);
    await tellStory(tx, id, "planned", { byId: by, at: asked.now, note: fields.text });
    await recordEvent(tx, subjectOf(row), { type: "improvement.planned", schema: 1, data: { number: row.number, measure: measure.code, steps: steps.length } }, asked);
    await tellAll(tx, row, { kind: "step", to: steps.map(({ ownerId }) => ownerId), by, at: asked.now });
    await remember?.(tx, id);
  });
}
