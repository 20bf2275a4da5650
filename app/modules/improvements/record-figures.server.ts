import { newId } from "#kernel/ids.ts";
import type { Asked } from "#platform/acting.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { demandVoice, openImprovement, personIn, type RememberDone, subjectOf } from "./improvement.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { type FigureFields, measureShape, stored } from "./schemas.ts";

/** In which states figures of each side may be written down. */
const OPEN = { before: ["planned"], after: ["trialled", "adopted"] } as const;

/**
 * Writes down figures for a measure of one's own, with their source; they are added to those of the same side.
 * Baseline figures before the trial begins, the others after. Refuses: `forbidden`; `not_found`; 409 `state_changed` at
 * another time; 422 `measure_from_records` where the measure counts by itself, `sample_shape` for figures of another shape.
 */
export async function recordFigures(id: string, fields: FigureFields, asked: Asked, remember?: RememberDone): Promise<void> {
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.answer");
    demandVoice(opened, asked);
    const { row } = opened;
    const measure = stored(measureShape, row.measure);
    if (!(OPEN[fields.phase] as readonly string[]).includes(row.state) || measure === null) throw new Refusal("state_changed");
    if (measure.code !== "own") throw invalidInput({ path: "sample", code: "measure_from_records" });
    if ("hits" in fields.sample !== (measure.shape === "share")) throw invalidInput({ path: "sample", code: "sample_shape" });
    const figureId = newId();
    const trial = fields.phase === "before" ? row.trials + 1 : row.trials;
    await tx.insert("ImprovementFigure", { id: figureId, improvementId: id, trial, phase: fields.phase, sample: JSON.stringify(fields.sample), source: fields.source, at: asked.now, byId: personIn(asked) });
    await recordEvent(tx, subjectOf(row), { type: "improvement.figures-recorded", schema: 1, data: { number: row.number, figureId, phase: fields.phase } }, asked);
    await remember?.(tx, id);
  });
}
