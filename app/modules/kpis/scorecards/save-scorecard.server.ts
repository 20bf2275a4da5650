import { newId } from "#kernel/ids.ts";
import { departments, findPerson } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { type FieldFault, invalidInput, notFound } from "#platform/http/refusal.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import type { KpiDefinition } from "../definition.ts";
import { definitions } from "../series.server.ts";
import { isRoleSubject, type ScorecardFields } from "./items.ts";
import { recordScorecardEvent } from "./record-event.server.ts";
import { customerShareOf } from "./score.ts";
import { minimumCustomerShare } from "./settings.server.ts";

async function isKnown({ subjectKind, subject }: ScorecardFields): Promise<boolean> {
  if (subjectKind === "role") return isRoleSubject(subject);
  if (subjectKind === "person") return findPerson(subject)?.active === true;
  return (await departments()).some(({ code, active }) => code === subject && active);
}

function faultsOf({ items, subjectKind }: ScorecardFields, known: ReadonlyMap<string, KpiDefinition>, minimum: number): FieldFault[] {
  const keys = items.map((item) => (item.kind === "kpi" ? `kpi:${item.kpi}` : item.kind));
  const sum = items.reduce((total, { weight }) => total + weight, 0);
  const share = customerShareOf(items, known);
  const each = items.flatMap((item, index): FieldFault[] => {
    if (keys.indexOf(keys[index] ?? "") !== index) return [{ path: `items.${index}`, code: "twice" }];
    if (item.kind !== "kpi") return [];
    if (!known.has(item.kpi)) return [{ path: `items.${index}`, code: "unknown_kpi", params: { code: item.kpi } }];
    return subjectKind === "department" && item.scope === "site" ? [{ path: `items.${index}`, code: "no_site_of_department" }] : [];
  });
  return [
    ...each,
    ...(sum === 100 ? [] : [{ path: "items", code: "weights_not_100", params: { sum } }]),
    ...(share >= minimum ? [] : [{ path: "items", code: "below_customer_share", params: { share, minimum } }]),
  ];
}

/**
 * Saves the scorecard of a role, department or person: the one there is, or a new one. Open periods follow, closed ones
 * do not. Answers its id. Refuses: `forbidden`; 422 at `subject` (`unknown_subject`), `items` (`weights_not_100`,
 * `below_customer_share`), `items.<n>` (`twice`, `unknown_kpi`, `no_site_of_department`).
 */
export async function saveScorecard(fields: ScorecardFields, asked: Asked): Promise<{ id: string }> {
  demand(asked, "scorecards.design");
  const known = new Map(definitions(readHot, { status: "active" }).map(({ definition }) => [definition.code, definition]));
  const faults = [...((await isKnown(fields)) ? [] : [{ path: "subject", code: "unknown_subject" }]), ...faultsOf(fields, known, await minimumCustomerShare())];
  if (faults.length > 0) throw invalidInput(...faults);
  const { subjectKind, subject, nameVi, nameEn } = fields;
  const items = JSON.stringify(fields.items);
  return transaction(async (tx) => {
    const old = await tx.find("Scorecard", { subjectKind, subject });
    const id = old?.id ?? newId();
    const version = (old?.version ?? 0) + 1;
    const set = { nameVi, nameEn, items, active: true, version, updatedAt: asked.now, byId: asked.actor?.personId ?? null };
    if (old === null) await tx.insert("Scorecard", { id, subjectKind, subject, createdAt: asked.now, ...set });
    else await tx.update("Scorecard", { id, version: old.version }, set);
    const data = { subjectKind, subject, version, customerShare: customerShareOf(fields.items, known) };
    await recordScorecardEvent(tx, { kind: "scorecard", id }, { type: "scorecard.saved", schema: 1, data }, asked);
    return { id };
  });
}

/** Takes a scorecard out of use; what was closed stays. Refuses `forbidden`, `not_found`. */
export async function retireScorecard(id: string, asked: Asked): Promise<void> {
  demand(asked, "scorecards.design");
  await transaction(async (tx) => {
    if ((await tx.update("Scorecard", { id, active: true }, { active: false, updatedAt: asked.now })) === 0) throw notFound();
    await recordScorecardEvent(tx, { kind: "scorecard", id }, { type: "scorecard.retired", schema: 1, data: {} }, asked);
  });
}
