import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { parsePolicy } from "../domain/parse-policy.ts";
import { policyVersion } from "../policy-queries.server.ts";
import type { PolicyDocument } from "../schemas.ts";

/** A draft as it stands: what is edited, and by which revision. */
export interface Draft {
  readonly version: number;
  readonly revision: number;
  readonly document: PolicyDocument;
}

/** A draft that this person may edit. Refuses: `forbidden`; `not_found`; 409 `state_changed` for what is no draft any more. */
export async function draftToEdit(actor: PersonActor, version: number): Promise<Draft> {
  if (!can(actor, "policies.edit")) throw new Refusal("forbidden");
  const found = Number.isSafeInteger(version) ? await policyVersion(actor, version, systemClock.now()) : null;
  if (found === null) throw notFound();
  if (found.state !== "draft") throw new Refusal("state_changed");
  return { version, revision: found.revision, document: parsePolicy(found.document) };
}

/** The draft as it was at an earlier revision; null when that was never saved. */
export async function draftAt(version: number, revision: number): Promise<PolicyDocument | null> {
  const row = await db.policyRevision.findUnique({ where: { version_revision: { version, revision } }, select: { document: true } });
  return row === null ? null : parsePolicy(JSON.parse(row.document));
}

/** Who saved a draft last, and when; null before the first save. */
export async function lastSaved(version: number): Promise<{ readonly name: string; readonly at: string } | null> {
  const row = await db.policyRevision.findFirst({ where: { version }, orderBy: { revision: "desc" }, select: { savedAt: true, savedById: true } });
  if (row === null) return null;
  const name = row.savedById === null ? "" : (findPeople([row.savedById]).get(row.savedById)?.name ?? "");
  return { name, at: row.savedAt.toISOString() };
}

/** The newest draft somebody may go on with; null when there is none. */
export async function newestDraft(actor: PersonActor): Promise<number | null> {
  if (!can(actor, "policies.edit")) return null;
  const row = await db.policyVersion.findFirst({ where: { state: "draft" }, orderBy: { version: "desc" }, select: { version: true } });
  return row?.version ?? null;
}
