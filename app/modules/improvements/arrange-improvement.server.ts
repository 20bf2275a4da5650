import { departments } from "#modules/people/public.server.ts";
import { link, linksOf } from "#modules/thread/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { advance, openImprovement, personIn, readImprovement, type RememberDone, subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";
import { firstQuestion } from "./who-answers.server.ts";

/** Which departments answer together, the one that carries it out first. */
export interface Arrangement {
  readonly departments: readonly string[];
}

const MOST_OWNERS = 5;

/**
 * Gives a report to other departments, who answer together; the first carries it out. Who had already answered keeps the
 * answer, the others are asked anew. Refuses: `forbidden`; `not_found`; 409 `state_changed` once it is answered; 422 at
 * `departments`.
 */
export async function reassignImprovement(id: string, wish: Arrangement, asked: Asked): Promise<void> {
  const known = new Set((await departments()).filter(({ active }) => active).map(({ code }) => code));
  const codes = [...new Set(wish.departments)];
  const [lead] = codes;
  if (lead === undefined) throw invalidInput({ path: "departments", code: "required" });
  if (codes.length > MOST_OWNERS) throw invalidInput({ path: "departments", code: "too_many", params: { limit: MOST_OWNERS } });
  if (codes.some((code) => !known.has(code))) throw invalidInput({ path: "departments", code: "unknown_department" });
  await transaction(async (tx) => {
    const { row, owners, parts } = await openImprovement(tx, id, asked, "improvements.arrange");
    if (row.state !== "reported") throw new Refusal("state_changed");
    const procedure = row.procedureId === null ? null : await tx.find("Procedure", { id: row.procedureId });
    for (const { departmentCode } of owners.filter((owner) => !codes.includes(owner.departmentCode))) await tx.remove("ImprovementOwner", { improvementId: id, departmentCode });
    const newly: { askedId: string; dueAt: Date }[] = [];
    for (const code of codes) {
      if (owners.some(({ departmentCode }) => departmentCode === code)) {
        await tx.update("ImprovementOwner", { improvementId: id, departmentCode: code }, { lead: code === lead });
        continue;
      }
      const ownerId = procedure?.departmentCode === code ? procedure.ownerId : null;
      const question = firstQuestion({ department: code, site: row.siteCode, ownerId, reporters: parts.reporters, lead: code === lead, at: asked.now });
      await tx.insert("ImprovementOwner", { improvementId: id, ...question });
      newly.push(question);
    }
    await tellStory(tx, id, "reassigned", { byId: personIn(asked), at: asked.now });
    await recordEvent(tx, subjectOf(row), { type: "improvement.reassigned", schema: 1, data: { number: row.number, departments: codes, lead } }, asked);
    for (const { askedId, dueAt } of newly) {
      await tellAll(tx, row, { kind: "to-answer", to: [askedId], by: personIn(asked), at: asked.now, params: { dueAt: dueAt.toISOString() } });
    }
  });
}

const MOST_CAUSES = 100;

/**
 * Says that a report is the same as another one: its reporters follow the other, its causes are the other's too.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed` once it is planned; 422 `unknown_reference` at `into`, also for
 * itself and for one that is over.
 * @param into the number of the one that goes on
 */
export async function mergeImprovement(id: string, into: string, asked: Asked, remember?: RememberDone): Promise<void> {
  const causes = linksOf({ kind: "improvement", id }, ["caused_by"], MOST_CAUSES).filter(({ from }) => from.id === id);
  await transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.arrange");
    const { row, parts } = opened;
    const target = await tx.find("Improvement", { number: into.trim() });
    const goesOn = target !== null && target.id !== id && target.state !== "merged";
    const other = goesOn ? await readImprovement(tx, target.id) : null;
    if (target === null || other === null) throw invalidInput({ path: "into", code: "unknown_reference" });
    const by = personIn(asked);
    await advance(tx, opened, "merge", { mergedIntoId: target.id });
    for (const personId of parts.reporters.filter((reporter) => !other.parts.reporters.includes(reporter))) {
      await tx.insert("ImprovementReporter", { improvementId: target.id, personId, at: asked.now });
    }
    const from = { kind: "improvement", id: target.id } as const;
    for (const { to } of causes) if (to.id !== target.id) await link(tx, { from, to, relation: "caused_by", by, at: asked.now, automatic: true });
    await tellStory(tx, id, "merged", { byId: by, at: asked.now, note: target.number });
    await tellStory(tx, target.id, "joined", { byId: by, at: asked.now, note: row.number });
    await recordEvent(tx, subjectOf(row), { type: "improvement.merged", schema: 1, data: { number: row.number, into: target.id } }, asked);
    await tellAll(tx, target, { kind: "merged", to: parts.reporters, by, at: asked.now, params: { from: row.number } });
    await remember?.(tx, target.id);
  });
}
