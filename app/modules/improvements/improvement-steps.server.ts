import type { Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { demandVoice, openImprovement, personIn, subjectOf, tellAll } from "./improvement.server.ts";
import { insertSteps, readSteps } from "./plan-improvement.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { StepFields } from "./schemas.ts";

const OPEN = ["planned", "trialled", "adopted"];

/**
 * Adds a step to a plan; whoever does it is told. Refuses: `forbidden`; `not_found`; 409 `state_changed` where nothing is
 * planned or all is over; 422 with the field.
 */
export async function addStep(id: string, step: StepFields, asked: Asked): Promise<void> {
  const [read] = readSteps([step]);
  if (read === undefined) return;
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.answer");
    demandVoice(opened, asked);
    const { row } = opened;
    if (!OPEN.includes(row.state)) throw new Refusal("state_changed");
    const [last] = await tx.list("ImprovementStep", { improvementId: id }, { orderBy: [["position", "desc"]], limit: 1 });
    const position = (last?.position ?? 0) + 1;
    await insertSteps(tx, id, [read], position);
    const added = await tx.find("ImprovementStep", { improvementId: id, position });
    await recordEvent(tx, subjectOf(row), { type: "improvement.step-added", schema: 1, data: { number: row.number, stepId: added?.id ?? "", ownerId: read.ownerId } }, asked);
    await tellAll(tx, row, { kind: "step", to: [read.ownerId], by: personIn(asked), at: asked.now });
  });
}

/**
 * Says that a step is done: whoever it was given to, or somebody who speaks for an owning department.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed` when it was done before.
 */
export async function finishStep(id: string, stepId: string, asked: Asked): Promise<void> {
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.finish-step");
    const step = await tx.find("ImprovementStep", { id: stepId, improvementId: id });
    if (step === null) throw notFound();
    const by = personIn(asked);
    if (step.ownerId !== by) demandVoice(opened, asked);
    if ((await tx.update("ImprovementStep", { id: stepId, doneAt: null }, { doneAt: asked.now, doneById: by })) !== 1) throw new Refusal("state_changed");
    await recordEvent(tx, subjectOf(opened.row), { type: "improvement.step-finished", schema: 1, data: { number: opened.row.number, stepId } }, asked);
  });
}
