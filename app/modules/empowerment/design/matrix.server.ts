import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { foldText } from "#kernel/text.ts";
import { parsePolicy } from "../domain/parse-policy.ts";
import { policyVersion } from "../policy-queries.server.ts";
import { loadRuleNames, ruleView } from "../rule-view.server.ts";
import type { PolicyDocument, PolicyRule } from "../schemas.ts";
import { named } from "../vocabulary.ts";
import type { EscalationView, MatrixFilter, MatrixRow, MatrixView } from "./view-models.ts";

/** How many days ahead of its review date a rule is shown as due. */
const REVIEW_AHEAD_DAYS = 30;

const EFFECTS: Readonly<Record<PolicyRule["effect"], number>> = { grant: 0, require: 1, prohibit: 2 };

export function escalationView(path: PolicyDocument["escalation"]): EscalationView | null {
  if (path === undefined) return null;
  return { to: path.to, withinMinutes: path.withinMinutes, fallback: path.fallback ?? null, fallbackAfterMinutes: path.fallbackAfterMinutes ?? null };
}

/** Whether a rule speaks of what the filter asks; `text` is everything of it that search reads, folded. */
function matches(rule: PolicyRule, text: string, { q, gesture, role, effect }: MatrixFilter): boolean {
  const any = (codes: readonly string[] | undefined, code: string) => code === "" || codes === undefined || codes.length === 0 || codes.includes(code);
  if (effect !== "" && rule.effect !== effect) return false;
  if (!any(rule.gestures, gesture) || !any(rule.who?.roles, role)) return false;
  return foldText(q)
    .split(" ")
    .every((word) => text.includes(word));
}

/**
 * The rules of a version as a delegation-of-authority matrix: by gesture, then the widest first.
 * @returns null for a version the reader may not know of
 */
export async function matrixView(actor: PersonActor, version: number, filter: MatrixFilter): Promise<MatrixView | null> {
  const now = systemClock.now();
  const found = Number.isSafeInteger(version) ? await policyVersion(actor, version, now) : null;
  if (found === null) return null;
  const document = parsePolicy(found.document);
  const names = await loadRuleNames();
  const soon = addDays(localDay(now, document.timeZone), REVIEW_AHEAD_DAYS);
  const order = new Map(document.gestures.map(({ code }, at) => [code, at]));
  const place = ({ gestures }: PolicyRule) => Math.min(...(gestures ?? []).map((code) => order.get(code) ?? 0), order.size);

  const rows = document.rules
    .map((rule) => ({ rule, view: ruleView(rule, document, names, null) }))
    .filter(({ rule, view }) => matches(rule, foldText(JSON.stringify([view, rule.who, rule.owner])), filter))
    .sort((a, b) => EFFECTS[a.rule.effect] - EFFECTS[b.rule.effect] || place(a.rule) - place(b.rule) || (b.rule.limit?.perCase ?? 0) - (a.rule.limit?.perCase ?? 0) || (a.rule.code < b.rule.code ? -1 : 1))
    .map(
      ({ rule, view }): MatrixRow => ({
        ...view,
        roles: rule.who?.roles ?? [],
        owner: rule.owner ?? null,
        reviewBy: rule.reviewBy ?? null,
        reviewDue: rule.reviewBy !== undefined && rule.reviewBy <= soon,
        escalation: escalationView(rule.escalation),
      }),
    );
  return {
    currency: document.currency,
    total: document.rules.length,
    rows,
    gestures: document.gestures.map(named),
    roles: [...new Set(document.rules.flatMap((rule) => rule.who?.roles ?? []))].sort(),
  };
}
