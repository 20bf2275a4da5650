import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { db } from "#platform/db.server.ts";
import { listPolicies, policyVersion, type PolicyVersionView } from "./policy-queries.server.ts";
import { parsePolicy, type PolicyDocument } from "./public.ts";
import type { PersonView, PolicySummary } from "./view-models.ts";

const LISTED = 50;

const person = (author: { readonly name: string; readonly email: string }): PersonView => ({ id: author.email, ...author });

function summary(view: PolicyVersionView, document: PolicyDocument): PolicySummary {
  const { version, state, effectiveFrom, authors, publishedBy, note, revision } = view;
  return { version, state, effectiveFrom, authors: authors.map(person), publishedBy: publishedBy === null ? null : person(publishedBy), note, rules: document.rules.length, revision };
}

/** The versions the reader may know of, newest first. */
export async function policySummaries(actor: PersonActor): Promise<PolicySummary[]> {
  const views = await listPolicies(actor, systemClock.now(), { before: null, limit: LISTED });
  const stored = await db.policyVersion.findMany({ where: { version: { in: views.map(({ version }) => version) } }, select: { version: true, document: true } });
  const documents = new Map(stored.map((row) => [row.version, parsePolicy(JSON.parse(row.document))]));
  return views.flatMap((view) => {
    const document = documents.get(view.version);
    return document === undefined ? [] : [summary(view, document)];
  });
}

/** The document as it was saved; null for a version the reader may not know of. */
export async function policyDocument(actor: PersonActor, version: number): Promise<unknown> {
  if (!Number.isSafeInteger(version)) return null;
  return (await policyVersion(actor, version, systemClock.now()))?.document ?? null;
}
