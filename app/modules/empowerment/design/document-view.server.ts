import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { notFound } from "#platform/http/refusal.ts";
import { parsePolicy } from "../domain/parse-policy.ts";
import { policyVersion } from "../policy-queries.server.ts";
import type { PolicyDocument } from "../schemas.ts";
import { nameIn } from "../vocabulary.ts";
import { escalationView } from "./matrix.server.ts";
import { decidingRoles } from "./rule-editor.server.ts";
import type { BudgetsView, SettingsView } from "./view-models.ts";

interface Readable {
  readonly document: PolicyDocument;
  readonly revision: number;
  readonly mayEdit: boolean;
}

/** A version this reader may know of. Refuses: `not_found`. */
async function readable(actor: PersonActor, version: number): Promise<Readable> {
  const found = Number.isSafeInteger(version) ? await policyVersion(actor, version, systemClock.now()) : null;
  if (found === null) throw notFound();
  return { document: parsePolicy(found.document), revision: found.revision, mayEdit: found.state === "draft" && can(actor, "policies.edit") };
}

/** The budgets of a version. Refuses: `not_found`. */
export async function budgetsView(actor: PersonActor, version: number): Promise<BudgetsView> {
  const { document, mayEdit } = await readable(actor, version);
  return {
    version,
    mayEdit,
    currency: document.currency,
    budgets: document.budgets.map(({ code, subject, gestures, reasons, measure, window, limits, onExceed }) => ({
      ...{ code, subject, measure, window, limits, onExceed },
      gestures: (gestures ?? []).map((gesture) => nameIn(document.gestures, gesture)),
      reasons: (reasons ?? []).map((reason) => nameIn(document.reasons, reason)),
    })),
  };
}

/** Vocabulary, escalation path and exceptions of a version. Refuses: `not_found`. */
export async function settingsView(actor: PersonActor, version: number): Promise<SettingsView> {
  const { document, revision, mayEdit } = await readable(actor, version);
  const { currency, lastResort, escalation, exceptions } = document;
  const words = (list: PolicyDocument["reasons"]) => list.map(({ code, name }) => ({ code, vi: name?.vi ?? "", en: name?.en ?? "", valued: null, kind: null }));
  return {
    ...{ version, revision, mayEdit, currency, lastResort },
    vocabulary: {
      gestures: document.gestures.map(({ code, name, valued, kind }) => ({ code, vi: name?.vi ?? "", en: name?.en ?? "", valued, kind: kind ?? null })),
      reasons: words(document.reasons),
      channels: words(document.channels),
      tiers: words(document.tiers),
      flags: words(document.flags),
    },
    path: escalationView(escalation),
    exceptions: exceptions.map(({ role, perCase }) => ({ role, perCase: perCase ?? null })),
    roles: decidingRoles(document),
    caseGroups: document.caseGroups.map((group) => group.map((code) => nameIn(document.gestures, code))),
  };
}

