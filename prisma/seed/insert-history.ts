import { addDays, instantAt, localDay } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { REMIND_KIND, remindAt, reminderKey } from "#modules/customers/remind-keeper.server.ts";
import { addJob } from "#platform/jobs.server.ts";
import type { Insert, Tx } from "#platform/transaction.server.ts";
import { ZONE } from "./company/places.ts";
import type { DemoPlan, VersionPlan } from "./demo-plan.ts";
import { STORIES } from "./decisions/stories.ts";
import { policyChanges } from "#modules/empowerment/domain/rule-changes.ts";
import { contentHashOf } from "#modules/empowerment/policy-document.server.ts";
import type { PolicyDocument } from "#modules/empowerment/public.ts";
import { POLICY } from "./policy.ts";
import type { Random } from "./random.ts";

type Notice = Insert<"Notification">;

const DAY_MS = 86_400_000;

export const personIdOf = ({ company }: DemoPlan, email: string): string => {
  const person = company.people.find((candidate) => candidate.email === email);
  if (!person) throw new Error(`Nobody has the address ${email}`);
  return person.id;
};

/** The versions with who wrote and who published them. */
export async function insertPolicies(tx: Tx, plan: DemoPlan): Promise<void> {
  for (const version of plan.versions) {
    const editor = personIdOf(plan, version.editorEmail);
    const saved = { document: JSON.stringify(version.document), contentHash: contentHashOf(version.document), revision: 2 };
    await tx.insert("PolicyVersion", {
      ...saved,
      version: version.version,
      state: version.state,
      baseVersion: version.version === POLICY.first ? null : version.version - 1,
      createdAt: version.createdAt,
      createdById: editor,
      submittedAt: version.submittedAt,
      submittedById: editor,
      submitNote: version.submitNote,
      publishedAt: version.publishedAt,
      publishedById: version.publisherEmail === null ? null : personIdOf(plan, version.publisherEmail),
      publishNote: version.publishNote,
      effectiveFrom: version.effectiveFrom,
    });
    await tx.insert("PolicyEditor", { version: version.version, personId: editor });
    await tx.insert("PolicyRevision", { ...saved, version: version.version, savedAt: version.submittedAt, savedById: editor });
  }
}

/** Which rules each published version after the first changed, added or removed. */
export async function insertPolicyLinks(tx: Tx, plan: DemoPlan, random: Random): Promise<void> {
  let before: PolicyDocument | null = null;
  for (const { version, document, publishedAt, publisherEmail } of plan.versions) {
    if (publishedAt === null || publisherEmail === null) continue;
    const about = { fromKind: "policy", fromId: String(version), toKind: "rule", relation: "changed", byId: personIdOf(plan, publisherEmail), at: publishedAt, automatic: true };
    const changed = before === null ? [] : policyChanges(before, document).rules;
    for (const { code } of changed) await tx.insert("ThreadLink", { ...about, id: random.idAt(publishedAt), toId: code });
    before = document;
  }
}

/** What the trail says of the versions. */
export function policyEvents(plan: DemoPlan): AuditEventInput[] {
  return plan.versions.flatMap((version: VersionPlan): AuditEventInput[] => {
    const subject = { kind: "policy", id: String(version.version) };
    const editor = personIdOf(plan, version.editorEmail);
    const data = { version: version.version, contentHash: contentHashOf(version.document) };
    const event = (type: string, personId: string, at: Date, more: object = {}): AuditEventInput => ({ type, subject, actor: { personId }, data: { ...data, ...more }, at });
    const events = [event("policy.drafted", editor, version.createdAt), event("policy.submitted", editor, version.submittedAt, { note: version.submitNote })];
    if (version.publishedAt !== null && version.effectiveFrom !== null && version.publisherEmail !== null) {
      const more = { effectiveFrom: version.effectiveFrom.toISOString(), note: version.publishNote, editors: [editor] };
      events.push(event("policy.published", personIdOf(plan, version.publisherEmail), version.publishedAt, more));
    }
    return events;
  });
}

/** Who has read the version in force; the clerk of the sign-ins has not yet. */
export async function insertAcknowledgements(tx: Tx, plan: DemoPlan, random: Random, now: Date): Promise<AuditEventInput[]> {
  const from = plan.versions.find(({ version }) => version === POLICY.inForce)?.effectiveFrom;
  const events: AuditEventInput[] = [];
  if (!from) return events;
  for (const { id, email, role, leftOn } of plan.company.people) {
    if (role === null || role === "admin" || role === "auditor" || leftOn !== null || email === "frontline@demo.tam" || !random.chance(0.68)) continue;
    const at = new Date(from.getTime() + random.int(9 * 60, 21 * 24 * 60) * 60_000);
    if (at > now) continue;
    await tx.insert("PolicyAcknowledgement", { version: POLICY.inForce, personId: id, at });
    events.push({ type: "policy.acknowledged", subject: { kind: "policy", id: String(POLICY.inForce) }, actor: { personId: id }, data: { version: POLICY.inForce }, at });
  }
  return events;
}

/** Decisions with their approvals, budgets, links and numbers; notes and promises. */
export async function insertHistory(tx: Tx, plan: DemoPlan, random: Random): Promise<void> {
  const { simulation, care, hindsight } = plan;
  const { history, ledger } = simulation;
  for (const row of history.decisions) await tx.insert("Decision", row);
  for (const row of history.approvals) await tx.insert("Approval", row);
  for (const row of hindsight.overturns) await tx.insert("DecisionOverturn", row);
  for (const row of hindsight.reviews) await tx.insert("RuleReview", row);
  for (const row of ledger.entries) await tx.insert("BudgetEntry", row);
  for (const row of ledger.counters.values()) await tx.insert("BudgetCounter", row);
  for (const row of [...history.links, ...care.links, ...gapLinks(plan, random)]) await tx.insert("ThreadLink", row);
  for (const row of care.notes) await tx.insert("CustomerNote", row);
  for (const row of care.promises) {
    await tx.insert("CustomerPromise", row);
    if (row.state !== "open" || row.remindedAt != null) continue;
    await addJob(tx, { kind: REMIND_KIND, payload: { promiseId: row.id }, runAt: remindAt(row.at, row.dueAt), uniqueKey: reminderKey(row.id) });
  }
  for (const [year, last] of history.lastNumbers) await tx.insert("NumberSequence", { name: `decision:${year}`, next: last + 1 });
  await tx.insert("NumberSequence", { name: "decision", next: history.decisions.length + 1 });
}

/** The rule that version 5 proposes points at the cases that no rule covered. */
function gapLinks(plan: DemoPlan, random: Random): Insert<"ThreadLink">[] {
  const version = plan.versions.find((candidate) => candidate.version === POLICY.inReview);
  if (!version) return [];
  const byId = personIdOf(plan, version.editorEmail);
  return plan.simulation.history.decisions
    .filter(({ reason, reasonCode, customerRef }) => reason === "alteration_fault" && reasonCode === "no_rule_covers" && customerRef === STORIES.alteration)
    .map(({ id }) => ({
      id: random.idAt(version.createdAt),
      fromKind: "rule", fromId: "ALTER-REDO", toKind: "decision", toId: id, relation: "caused_by",
      byId, at: version.createdAt, automatic: false, note: "Trường hợp của chị Ánh là ví dụ rõ nhất.",
    }));
}

/** Notices of the last days: who is asked, what was answered, which version comes. */
export function planNotices(plan: DemoPlan, random: Random, now: Date): Notice[] {
  const since = new Date(now.getTime() - 3 * DAY_MS);
  const people = new Map(plan.company.people.map((person) => [person.id, person]));
  const decisions = new Map(plan.simulation.history.decisions.map((decision) => [decision.id, decision]));
  const document = plan.versions.find(({ version }) => version === POLICY.inForce)?.document;
  const notices: Notice[] = [];
  const add = (personId: string, kind: string, params: object, href: string, at: Date, unread: boolean) => {
    const readAt = unread ? null : new Date(Math.min(now.getTime(), at.getTime() + random.int(2, 90) * 60_000));
    notices.push({ id: random.idAt(at), personId, kind, params: JSON.stringify(params), href, createdAt: at, readAt });
  };
  for (const approval of plan.simulation.history.approvals) {
    const decision = decisions.get(approval.decisionId);
    if (!decision || !document) continue;
    const { number } = decision;
    if (approval.askedAt >= since) {
      const params = { requester: people.get(decision.personId)?.name ?? "", number, gesture: document.gestures.find(({ code }) => code === decision.gesture)?.name, dueAt: approval.dueAt.toISOString() };
      const kind = approval.kind === "second_person" ? "approval.second-person" : "approval.waiting";
      add(approval.approverId, kind, params, `/approvals/${approval.id}`, approval.askedAt, approval.state === "pending");
    }
    const { answeredAt, state } = approval;
    if (answeredAt == null || answeredAt < since || !["approved", "declined", "returned"].includes(state)) continue;
    const less = state === "approved" && approval.amount != null && decision.amount != null && approval.amount < decision.amount;
    const amount = approval.amount == null ? null : { minor: Number(approval.amount), currency: "VND" };
    const params = { approver: people.get(approval.approverId)?.name ?? "", number, ...(state === "approved" ? { amount } : {}) };
    add(decision.personId, less ? "decision.approved-less" : `decision.${state}`, params, `/decisions/${decision.id}`, answeredAt, now.getTime() - answeredAt.getTime() < 3 * 3_600_000);
  }
  const refs = new Map(plan.customers.customers.map(({ id, ref }) => [id, ref]));
  for (const { id, keeperId, customerId, text, dueAt, state, remindedAt } of plan.care.promises) {
    if (state !== "open" || remindedAt == null) continue;
    add(keeperId, "promise.due", { promiseId: id, ref: refs.get(customerId) ?? "", text, dueAt: dueAt.toISOString() }, "/promises", remindedAt, true);
  }
  notices.push(...policyNotices(plan, random));
  return notices;
}

function policyNotices(plan: DemoPlan, random: Random): Notice[] {
  const coming = plan.versions.find(({ version }) => version === POLICY.coming);
  const inReview = plan.versions.find(({ version }) => version === POLICY.inReview);
  const notices: Notice[] = [];
  const { publishedAt, effectiveFrom } = coming ?? {};
  for (const { id, role, email, leftOn } of plan.company.people) {
    if (leftOn !== null || role === null) continue;
    if (publishedAt && effectiveFrom) {
      const readAt = email.endsWith("@demo.tam") && random.chance(0.6) && email !== "frontline@demo.tam" ? instantAt(addDays(localDay(publishedAt, ZONE), 1), 9 * 60, ZONE) : null;
      const params = JSON.stringify({ version: POLICY.coming, effectiveFrom: effectiveFrom.toISOString() });
      notices.push({ id: random.idAt(publishedAt), personId: id, kind: "policy.published", params, href: "/authority", createdAt: publishedAt, readAt });
    }
    if (inReview && (role === "hr" || role === "leader") && email !== inReview.editorEmail) {
      const params = JSON.stringify({ version: POLICY.inReview });
      notices.push({ id: random.idAt(inReview.submittedAt), personId: id, kind: "policy.submitted", params, href: `/policies/${POLICY.inReview}`, createdAt: inReview.submittedAt, readAt: null });
    }
  }
  return notices;
}
