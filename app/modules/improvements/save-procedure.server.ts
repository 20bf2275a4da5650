import { newId } from "#kernel/ids.ts";
import { addDays, localDay, parseDay } from "#kernel/period.ts";
import { departments, findPersonByEmail, organisation } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { type FieldFault, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { LONGEST_DAYS } from "./domain/sunset.ts";
import { recordEvent } from "./record-event.server.ts";
import type { ProcedureFields } from "./schemas.ts";

async function read(fields: ProcedureFields, now: Date) {
  const errors: FieldFault[] = [];
  const today = localDay(now, organisation().timeZone);
  const dayOf = (path: "since" | "reviewBy") => {
    const day = parseDay(fields[path]);
    if (day.ok) return day.value;
    errors.push({ path, code: "date_format" });
    return today;
  };
  const [since, reviewBy] = [dayOf("since"), dayOf("reviewBy")];
  const latest = addDays(today, LONGEST_DAYS);
  if (since > today) errors.push({ path: "since", code: "must_be_past" });
  if (reviewBy > latest) errors.push({ path: "reviewBy", code: "review_too_late", params: { day: latest } });
  if (!(await departments()).some(({ code, active }) => active && code === fields.department)) errors.push({ path: "department", code: "unknown_department" });
  const owner = fields.owner === null ? null : findPersonByEmail(fields.owner);
  if (fields.owner !== null && owner?.active !== true) errors.push({ path: "owner", code: "unknown_person" });
  if (errors.length > 0) throw new Refusal("invalid_input", { errors });
  return { since, reviewBy, ownerId: owner?.id ?? null };
}

/**
 * Puts a procedure into the register, or changes its words, owner, burden and dates; answers its id. A procedure that had
 * ended stands again. Refuses: `forbidden`; `not_found`; 422 `already_used` at `code`, and with the fields.
 * @param id null for a new one
 * @param remember keeps an HTTP answer in the same transaction
 */
export async function saveProcedure(id: string | null, fields: ProcedureFields, asked: Asked, remember?: (tx: Tx, id: string) => Promise<void> | void): Promise<string> {
  demand(asked, "procedures.edit");
  const { since, reviewBy, ownerId } = await read(fields, asked.now);
  return transaction(async (tx) => {
    const known = await tx.find("Procedure", { code: fields.code });
    if (known !== null && known.id !== id) throw new Refusal("invalid_input", { errors: [{ path: "code", code: "already_used" }] });
    const columns = {
      ...{ code: fields.code, nameVi: fields.nameVi, nameEn: fields.nameEn, departmentCode: fields.department, ownerId, since, reviewBy },
      ...{ burden: JSON.stringify(fields.burden), law: fields.law, state: "in_force", updatedAt: asked.now },
    };
    const procedureId = id ?? newId();
    if (id === null) await tx.insert("Procedure", { id: procedureId, ...columns, createdAt: asked.now });
    else if ((await tx.update("Procedure", { id }, columns)) !== 1) throw notFound();
    await recordEvent(tx, { kind: "procedure", id: procedureId }, { type: "procedure.saved", schema: 1, data: { code: fields.code, reviewBy } }, asked);
    await remember?.(tx, procedureId);
    return procedureId;
  });
}
