import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { SurveyFields } from "./schemas.ts";

/** Writes a touchpoint with its survey, inside a transaction of the caller's. Refuses 422 `unknown_department` at `departmentCode`. */
export async function writeSurvey(tx: Tx, fields: SurveyFields, asked: Asked): Promise<void> {
  const { code, nameVi, nameEn, departmentCode, questions, ...survey } = fields;
  if (departmentCode !== null && (await tx.find("Department", { code: departmentCode })) === null) throw invalidInput({ path: "departmentCode", code: "unknown_department" });
  const known = await tx.find("Touchpoint", { code });
  const place = { nameVi, nameEn, departmentCode, updatedAt: asked.now };
  if (known === null) await tx.insert("Touchpoint", { code, ...place, createdAt: asked.now });
  else await tx.update("Touchpoint", { code }, place);
  const row = { ...survey, questions: JSON.stringify(questions), updatedAt: asked.now, updatedById: asked.actor?.personId ?? null };
  await tx.upsert("Survey", { touchpointCode: code }, { touchpointCode: code, ...row });
  await recordEvent(tx, { kind: "touchpoint", id: code }, actorRef(asked), asked.now, { type: "survey.saved", schema: 1, data: { touchpoint: code, questions, active: survey.active } });
}

/**
 * Adds a touchpoint with its one public survey, or changes both. A survey that is not active takes no more answers, its links
 * stay. Refuses: `forbidden`; `not_found` for a known one that is not there; 422 `already_used` at `code` for a
 * new one of a known code.
 * @param isNew the code must not be taken yet
 */
export async function saveSurvey(fields: SurveyFields, asked: Asked, { isNew, remember }: { readonly isNew: boolean; readonly remember?: (tx: Tx) => Promise<void> | void }): Promise<void> {
  demand(asked, "surveys.edit");
  await transaction(async (tx) => {
    if (isNew && (await tx.count("Touchpoint", { code: fields.code })) > 0) throw invalidInput({ path: "code", code: "already_used" });
    if (!isNew && (await tx.count("Touchpoint", { code: fields.code })) === 0) throw notFound();
    await writeSurvey(tx, fields, asked);
    await remember?.(tx);
  });
}
