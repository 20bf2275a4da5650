import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { coversGesture } from "./domain/budgets.ts";
import { findPolicyInForce } from "./policy-store.server.ts";
import { myAuthority } from "./queries-authority.server.ts";
import { bilingual } from "./vocabulary.ts";

/** What somebody may decide now, by gesture, with their limits and what the budgets leave; null while no policy is in force. */
export async function authorityJson(actor: PersonActor) {
  const policy = findPolicyInForce(systemClock.now());
  const view = await myAuthority(actor);
  if (policy === null || view === null) return null;
  const { document } = policy;
  const money = (minor: number) => ({ minor, currency: document.currency });
  const gestures = document.gestures.map(({ code, name, valued }) => {
    const rules = view.rules.filter(({ gestures: named }) => named.length === 0 || named.some((gesture) => gesture.code === code));
    const limits = rules.flatMap(({ effect, open, perCase }) => (effect === "grant" && open && perCase !== null ? [perCase.minor] : []));
    const left = view.budgets.flatMap(({ code: budgetCode, unit, remaining }) => {
      const budget = document.budgets.find((each) => each.code === budgetCode);
      const counts = budget !== undefined && coversGesture(budget, code, valued);
      return counts && (unit === "minor" || remaining === 0) ? [remaining] : [];
    });
    const limit = limits.length === 0 ? null : Math.max(...limits);
    return {
      code,
      name: bilingual(name, code),
      valued,
      limit: limit === null ? null : money(limit),
      remaining: limit === null ? null : money(Math.min(limit, ...left)),
      rules: rules.map(({ gestures: _gestures, ...rule }) => rule),
    };
  });
  return { policyVersion: view.policyVersion, effectiveFrom: view.effectiveFrom, gestures, budgets: view.budgets };
}
