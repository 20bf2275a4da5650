import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { foldText } from "#kernel/text.ts";
import { departments, organisation } from "#modules/people/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Insert, type Tx } from "#platform/transaction.server.ts";
import { noteReturn } from "./note-return.server.ts";
import { subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";
import type { ReportFields } from "./schemas.ts";
import { firstQuestion } from "./who-answers.server.ts";

/** What a report refers to in modules this one does not know; found by composition for whoever reports. */
export interface ReportedAbout {
  /** The decision's id, when the reporter may know of it. */
  readonly decisionId: string | null;
  /** What a customer said, when the reporter may know of it. */
  readonly feedbackId: string | null;
  /** The rule's code, when there is such a rule. */
  readonly rule: string | null;
  /** The story or circle it was learnt from, when the reporter may know of it. */
  readonly learntFrom?: { readonly kind: "story" | "circle" | "leading_month"; readonly id: string } | null;
  readonly ruleOwner: { readonly id: string; readonly department: string | null } | null;
}

export interface Reported {
  readonly id: string;
  readonly number: string;
}

/** Stores an HTTP answer in the command's own transaction. */
export type RememberReported = (tx: Tx, made: Reported) => Promise<void> | void;

async function numberFor(tx: Tx, now: Date): Promise<string> {
  const year = localDay(now, organisation().timeZone).slice(0, 4);
  const inYear = (await tx.statement("sequence.next", { name: `improvement:${year}` })) ?? 0;
  return `I-${year}-${String(inYear).padStart(4, "0")}`;
}

/**
 * Reports what stands between staff and customers, a pain of customers, or an idea; asks the department that owns it and
 * starts its clock. What was solved within the days it is watched and is reported again is marked as come back.
 * Refuses: `forbidden` (a service reports for nobody); 409 `nobody_to_ask`; 422 `unknown_reference` at `procedure`,
 * `unknown_department` at `department`.
 */
export async function reportImprovement(fields: ReportFields, about: ReportedAbout, asked: Asked, remember?: RememberReported): Promise<Reported> {
  const report = await prepareReport(fields, about, asked);
  return transaction(async (tx) => {
    const made = await report(tx);
    await remember?.(tx, made);
    return made;
  });
}

/** The same as part of another act: what comes back writes the report in that act's transaction. */
export async function prepareReport(fields: ReportFields, about: ReportedAbout, asked: Asked): Promise<(tx: Tx) => Promise<Reported>> {
  demand(asked, "improvements.report");
  const { actor, now } = asked;
  if (actor?.kind !== "person") throw new Refusal("forbidden");
  const known = new Set((await departments()).filter(({ active }) => active).map(({ code }) => code));
  return async (tx) => {
    const procedure = fields.procedure === null ? null : await tx.find("Procedure", { code: fields.procedure });
    if (fields.procedure !== null && procedure === null) throw invalidInput({ path: "procedure", code: "unknown_reference" });
    const department = fields.department ?? procedure?.departmentCode ?? about.ruleOwner?.department ?? actor.departmentCode;
    if (department === null || !known.has(department)) throw invalidInput({ path: "department", code: department === null ? "required" : "unknown_department" });
    const row: Insert<"Improvement"> = {
      id: newId(),
      number: await numberFor(tx, now),
      ...{ kind: fields.kind, what: fields.what, cost: fields.cost, often: fields.often },
      ...{ procedureId: procedure?.id ?? null, rule: about.rule, decisionId: about.decisionId },
      touchpoint: fields.touchpoint,
      touchpointKey: fields.touchpoint === null ? null : foldText(fields.touchpoint),
      siteCode: actor.siteCode,
      ...{ reporterId: actor.personId, managerId: actor.managerId, reportedAt: now, state: "reported" },
    };
    const ownerId = procedure?.ownerId ?? about.ruleOwner?.id ?? null;
    const question = firstQuestion({ department, site: actor.siteCode, ownerId, reporters: [actor.personId], lead: true, at: now });
    await tx.insert("Improvement", row);
    await tx.insert("ImprovementReporter", { improvementId: row.id, personId: actor.personId, at: now });
    await tx.insert("ImprovementOwner", { improvementId: row.id, ...question });
    await tellStory(tx, row.id, "reported", { byId: actor.personId, at: now });
    await linkCauses(tx, row, about, actor.personId, now);
    await recordEvent(
      tx,
      subjectOf(row),
      {
        type: "improvement.reported",
        schema: 1,
        data: { number: row.number, kind: fields.kind, procedureId: row.procedureId ?? null, rule: about.rule, decisionId: about.decisionId, departments: [department], source: asked.source },
      },
      asked,
    );
    await tellAll(tx, row, { kind: "to-answer", to: [question.askedId], by: actor.personId, at: now, params: { dueAt: question.dueAt.toISOString() } });
    await noteReturn(tx, row, asked);
    return { id: row.id, number: row.number };
  };
}

/** Links a report to what it came from. */
async function linkCauses(tx: Tx, row: Insert<"Improvement">, { feedbackId, learntFrom = null }: ReportedAbout, by: string, at: Date): Promise<void> {
  const from = { kind: "improvement", id: row.id } as const;
  const causes = [["feedback", feedbackId], ["decision", row.decisionId], ["rule", row.rule], ["procedure", row.procedureId]] as const;
  for (const [kind, id] of causes) if (id != null) await link(tx, { from, to: { kind, id }, relation: "caused_by", by, at, automatic: true });
  if (learntFrom !== null) await link(tx, { from, to: learntFrom, relation: "caused_by", by, at, automatic: true });
}
