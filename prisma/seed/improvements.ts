import { instantAt, addDays } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import type { Insert, Tx } from "#platform/transaction.server.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { carryOut, courseOf } from "./improvements/carry-out.ts";
import { ENDED } from "./improvements/ended.ts";
import { MEASURED } from "./improvements/measured.ts";
import { PROCEDURES } from "./improvements/procedures.ts";
import { RUNNING } from "./improvements/running.ts";
import { Scribe } from "./improvements/scribe.ts";
import { ZONE } from "./company/places.ts";
import { randomFrom, type Random } from "./random.ts";

const STORIES = [...MEASURED, ...ENDED, ...RUNNING];

/** The register, each procedure owned by somebody of its department who may answer for it. */
async function insertProcedures(tx: Tx, plan: DemoPlan, scribe: Scribe, random: Random): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { code, nameVi, nameEn, department, years, burden, law, reviewIn, reviewed, state } of PROCEDURES) {
    const id = random.idAt(plan.start);
    const ownerId = scribe.ownerOf(department);
    const reviewedAt = reviewed === null ? null : instantAt(addDays(plan.today, -reviewed.daysAgo), 15 * 60, ZONE);
    const reviewBy = addDays(plan.today, reviewIn);
    const row: Insert<"Procedure"> = {
      ...{ id, code, nameVi, nameEn, departmentCode: department, ownerId, burden: JSON.stringify(burden), law, reviewBy },
      ...{ since: addDays(plan.today, -years * 365 - 40), state: state ?? "in_force", lastReviewAt: reviewedAt, createdAt: plan.start, updatedAt: reviewedAt ?? plan.start },
    };
    await tx.insert("Procedure", row);
    ids.set(code, id);
    const subject = { kind: "procedure", id };
    scribe.events.push({ type: "procedure.saved", subject, actor: { personId: scribe.hr }, data: { code, reviewBy }, at: plan.start });
    if (reviewed === null || reviewedAt === null) continue;
    const next = reviewed.decision === "stop" ? null : reviewBy;
    await tx.insert("ProcedureReview", { id: random.idAt(reviewedAt), procedureId: id, at: reviewedAt, byId: ownerId, decision: reviewed.decision, note: reviewed.note, reviewBy: next });
    if (reviewedAt >= plan.start) scribe.events.push({ type: "procedure.reviewed", subject, actor: { personId: ownerId }, data: { code, decision: reviewed.decision, reviewBy: next }, at: reviewedAt });
  }
  return ids;
}

/**
 * Six months of operational changes and the register of procedures: some kept for a reason, some gone back, some joined, and
 * some verified, whose figures are counted from the demo's own decisions. @returns what the trail says of it
 */
export async function insertImprovements(tx: Tx, plan: DemoPlan, now: Date): Promise<AuditEventInput[]> {
  const random = randomFrom(23);
  const scribe = new Scribe(plan, now, random);
  const procedures = await insertProcedures(tx, plan, scribe, random);
  for (const written of scribe.write(STORIES, procedures, { courseOf, carryOut })) {
    await tx.insert("Improvement", written.row);
    for (const row of written.reporters) await tx.insert("ImprovementReporter", row);
    for (const row of written.owners) await tx.insert("ImprovementOwner", row);
    for (const row of written.steps) await tx.insert("ImprovementStep", row);
    for (const row of written.figures) await tx.insert("ImprovementFigure", row);
    for (const row of written.moves) await tx.insert("ImprovementMove", row);
    for (const row of written.links) await tx.insert("ThreadLink", row);
    for (const row of written.notices) await tx.insert("Notification", row);
  }
  for (const [year, last] of scribe.lastNumbers) await tx.insert("NumberSequence", { name: `improvement:${year}`, next: last + 1 });
  return scribe.events;
}
