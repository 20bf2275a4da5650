import { newId } from "#kernel/ids.ts";
import { addDays, localDay, parseDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { speaksFor } from "./domain/sight.ts";
import { LONGEST_DAYS } from "./domain/sunset.ts";
import { recordEvent } from "./record-event.server.ts";
import type { ReviewFields } from "./schemas.ts";

/** Whether somebody may say what becomes of a procedure: its owner, a manager of its department, management, HR. */
export function mayReview(procedure: Pick<Row<"Procedure">, "ownerId" | "departmentCode">, { actor }: Pick<Asked, "actor">): boolean {
  if (actor === null) return true;
  if (actor.kind !== "person") return false;
  const owner = { departmentCode: procedure.departmentCode, askedId: procedure.ownerId ?? "", answeredById: null };
  return actor.grants.some(({ role }) => role === "hr") || speaksFor(actor, owner, null);
}

function nextDay({ decision, reviewBy }: ReviewFields, now: Date): string | null {
  if (decision === "stop") return null;
  const today = localDay(now, organisation().timeZone);
  const latest = addDays(today, LONGEST_DAYS);
  if (reviewBy === null) throw invalidInput({ path: "reviewBy", code: "required" });
  const day = parseDay(reviewBy);
  if (!day.ok) throw invalidInput({ path: "reviewBy", code: "date_format" });
  if (day.value <= today) throw invalidInput({ path: "reviewBy", code: "must_be_future" });
  if (day.value > latest) throw invalidInput({ path: "reviewBy", code: "review_too_late", params: { day: latest } });
  return day.value;
}

/**
 * Says what becomes of a procedure after looking at it again: keep, change, or stop, with words and the next day to look.
 * Keeping or changing one that had ended by default lets it stand again.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed` for one that somebody stopped; 422 with the fields.
 */
export async function reviewProcedure(id: string, fields: ReviewFields, asked: Asked, remember?: (tx: Tx) => Promise<void> | void): Promise<void> {
  demand(asked, "procedures.review");
  const reviewBy = nextDay(fields, asked.now);
  await transaction(async (tx) => {
    const procedure = await tx.find("Procedure", { id });
    if (procedure === null) throw notFound();
    if (!mayReview(procedure, asked)) throw new Refusal("forbidden");
    const state = fields.decision === "stop" ? "stopped" : "in_force";
    const set = { state, lastReviewAt: asked.now, updatedAt: asked.now, ...(reviewBy === null ? {} : { reviewBy }) };
    if ((await tx.update("Procedure", { id, state: ["in_force", "lapsed"] }, set)) !== 1) throw new Refusal("state_changed");
    await tx.insert("ProcedureReview", { id: newId(), procedureId: id, at: asked.now, byId: asked.actor?.personId ?? null, decision: fields.decision, note: fields.note, reviewBy });
    await recordEvent(tx, { kind: "procedure", id }, { type: "procedure.reviewed", schema: 1, data: { code: procedure.code, decision: fields.decision, reviewBy } }, asked);
    await remember?.(tx);
  });
}
