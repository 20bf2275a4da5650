import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { db } from "#platform/db.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { parsePolicy } from "../domain/parse-policy.ts";
import { policyVersion } from "../policy-queries.server.ts";
import type { PolicyFrameView, PolicyTab } from "./view-models.ts";

/** The frame of a version's pages: what it is, and the parts of it this reader may open. Refuses: `not_found`. */
export async function policyFrame(actor: PersonActor, version: number): Promise<PolicyFrameView> {
  const found = Number.isSafeInteger(version) ? await policyVersion(actor, version, systemClock.now()) : null;
  if (found === null) throw notFound();
  const reads = can(actor, "policies.read-drafts");
  const open = found.state === "draft" || found.state === "in_review";
  const [asked, acknowledged] = await Promise.all([
    db.policyVersion.count({ where: { version, commentsUntil: { not: null } } }),
    db.policyAcknowledgement.count({ where: { version } }),
  ]);
  const tabs: readonly (PolicyTab | false)[] = [
    "rules",
    "budgets",
    "settings",
    reads && "changes",
    reads && "check",
    reads && "tests",
    reads && "simulate",
    (asked > 0 || (open && reads)) && "comments",
    open && reads && "publish",
    !open && can(actor, "policies.readers") && "readers",
  ];
  const person = (one: { readonly name: string }) => one.name;
  return {
    version,
    state: found.state,
    effectiveFrom: found.effectiveFrom,
    authors: found.authors.map(person),
    publishedBy: found.publishedBy === null ? null : person(found.publishedBy),
    note: found.note,
    rules: parsePolicy(found.document).rules.length,
    acknowledged,
    tabs: tabs.filter((tab) => tab !== false),
    mayEdit: found.state === "draft" && can(actor, "policies.edit"),
  };
}
