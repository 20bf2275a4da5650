import { words } from "#i18n/words.ts";
import { findOrganisation, findPersonByEmail, organisationTranslator, peopleWithRole } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { readHot, transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { holderOf } from "../domain/proposals/change-limit.ts";
import { returnLimit } from "../domain/proposals/propose.ts";
import { contentHashOf } from "../policy-document.server.ts";
import { parsePolicy, type PolicyDocument } from "../public.ts";
import { announce } from "../publishing/announce.server.ts";
import { recordEvent } from "../record-event.server.ts";
import { loadRuleNames, type RuleNames } from "../rule-view.server.ts";
import { keepRevision } from "../save-policy.server.ts";
import { bilingual } from "../vocabulary.ts";
import { targetOf } from "./proposal-row.server.ts";

/** Told so many days before a limit returns. */
export const NOTICE_DAYS = 14;
const DAY_MS = 86_400_000;

type Proposal = Row<"Proposal">;

/** HR, who publishes, and the rule's owner. */
function concerned(document: PolicyDocument, proposal: Proposal): Set<string> {
  const owner = holderOf(document, targetOf(proposal))?.owner;
  const person = owner === undefined ? null : findPersonByEmail(owner);
  return new Set([...peopleWithRole("hr"), ...peopleWithRole("leader"), ...(person === null || !person.active ? [] : [person])].map(({ id }) => id));
}

function told(document: PolicyDocument, proposal: Proposal) {
  const rule = holderOf(document, targetOf(proposal));
  const money = (minor: bigint) => ({ minor: Number(minor), currency: proposal.currency });
  return { rule: rule === null ? bilingual(undefined, proposal.rule) : bilingual(rule.name, rule.code), from: money(proposal.toLimit), to: money(proposal.fromLimit) };
}

async function documentInForce(tx: Tx, at: Date): Promise<{ readonly version: number; readonly document: PolicyDocument } | null> {
  const found = await tx.statement("policy.in-force", { at });
  const stored = found === null ? null : await tx.statement("policy.document", { version: found.version });
  return found === null || stored === null ? null : { version: found.version, document: parsePolicy(JSON.parse(stored.document)) };
}

/** Publishes a document as the system: no author, nobody's signature, the trail says why. */
async function publishReturned(tx: Tx, document: PolicyDocument, based: { readonly version: number; readonly document: PolicyDocument; readonly from: Date }, names: RuleNames, now: Date): Promise<number> {
  const [last] = await tx.list("PolicyVersion", {}, { orderBy: [["version", "desc"]], limit: 1 });
  const version = (last?.version ?? 0) + 1;
  const [text, contentHash] = [JSON.stringify(document), contentHashOf(document)];
  const locale = findOrganisation()?.language === "en" ? "en" : "vi";
  const note = words(organisationTranslator(locale), "proposals:", { code: "returnedNote" });
  await tx.insert("PolicyVersion", {
    version,
    state: "published",
    document: text,
    contentHash,
    baseVersion: based.version,
    createdAt: now,
    publishedAt: now,
    publishNote: note,
    effectiveFrom: based.from,
  });
  await keepRevision(tx, { version, revision: 1 }, text, contentHash, { personId: null, at: now });
  const data = { version, contentHash, effectiveFrom: based.from.toISOString(), note, editors: [] };
  await recordEvent(tx, { kind: "policy", id: String(version) }, null, now, { type: "policy.published", schema: 1, data });
  await announce(tx, { version, document, before: based.document, effectiveFrom: based.from, names, exceptId: null }, now);
  return version;
}

/** Versions to come that were published with the trial's limit get the base too, from their own first moment on. */
async function returnComing(tx: Tx, proposal: Proposal, names: RuleNames, now: Date): Promise<void> {
  for (const { version, effectiveFrom } of await tx.statement("policy.coming", { after: now })) {
    const stored = await tx.statement("policy.document", { version });
    const standing = await documentInForce(tx, effectiveFrom);
    if (stored === null || standing?.version !== version) continue;
    const document = returnLimit(standing.document, targetOf(proposal), Number(proposal.toLimit), Number(proposal.fromLimit));
    if (document !== null) await publishReturned(tx, document, { ...standing, from: effectiveFrom }, names, now);
  }
}

async function end(tx: Tx, id: string, names: RuleNames, now: Date): Promise<void> {
  const proposal = await tx.find("Proposal", { id });
  if (proposal === null || proposal.trialOutcome !== null || proposal.trialEndsAt === null || proposal.trialEndsAt > now) return;
  const active = await documentInForce(tx, now);
  const base = active === null ? null : returnLimit(active.document, targetOf(proposal), Number(proposal.toLimit), Number(proposal.fromLimit));
  const version = active === null || base === null ? null : await publishReturned(tx, base, { ...active, from: now }, names, now);
  if (version !== null) await returnComing(tx, proposal, names, now);
  await tx.update("Proposal", { id, trialOutcome: null }, { trialOutcome: version === null ? "superseded" : "returned", trialClosedAt: now, returnVersion: version });
  const { rule, reason } = proposal;
  const subject = { kind: "proposal", id } as const;
  if (version === null || active === null) {
    await recordEvent(tx, subject, null, now, { type: "proposal.trial-superseded", schema: 1, data: { rule, reason, version: active?.version ?? null } });
    return;
  }
  await recordEvent(tx, subject, null, now, { type: "proposal.returned", schema: 1, data: { rule, reason, from: Number(proposal.toLimit), to: Number(proposal.fromLimit), version } });
  for (const personId of concerned(active.document, proposal)) {
    await notify(tx, { personId, kind: "proposal.returned", params: { ...told(active.document, proposal), version }, href: "/policies/proposals", at: now });
  }
}

async function remind(tx: Tx, id: string, now: Date): Promise<void> {
  const proposal = await tx.find("Proposal", { id });
  const active = await documentInForce(tx, now);
  if (proposal === null || active === null || proposal.trialEndsAt === null || proposal.trialEndsAt <= now) return;
  if ((await tx.update("Proposal", { id, trialOutcome: null, remindedAt: null }, { remindedAt: now })) !== 1) return;
  for (const personId of concerned(active.document, proposal)) {
    await notify(tx, { personId, kind: "proposal.ending", params: { ...told(active.document, proposal), until: proposal.trialEndsAt.toISOString() }, href: "/policies/proposals", at: now });
  }
}

/**
 * Tells of trials that end within fourteen days, once each, and ends those whose time is over: the limit returns to its
 * base by a version the system publishes, unless somebody has changed it since. Each in a transaction of its own, guarded
 * by its state: run twice or by two processes, each ends once. @returns how many ended
 */
export async function endTrials(now: Date): Promise<number> {
  const names = await loadRuleNames();
  let ended = 0;
  for (const { id, trialEndsAt, remindedAt } of readHot("proposal.ending", { until: new Date(now.getTime() + NOTICE_DAYS * DAY_MS) })) {
    if (trialEndsAt > now) {
      if (remindedAt === null) await transaction((tx) => remind(tx, id, now));
      continue;
    }
    await transaction((tx) => end(tx, id, names, now));
    ended += 1;
  }
  return ended;
}

/** Every hour: a limit returns within the hour in which its trial ends. */
export const endTrialsJob: JobDefinition = {
  kind: "proposals.trials",
  every: "23 * * * *",
  run: async ({ now }) => {
    await endTrials(now);
  },
};
