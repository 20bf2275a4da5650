import type { Duties } from "../schemas.ts";
import { mostSpecific, type Matching } from "./matching.ts";
import type { CompiledRule, RuleIndex } from "./rule-index.ts";

/** What a decision asks for besides; `above` in minor units, Infinity where nobody else need confirm. */
export interface ResolvedDuties {
  note: boolean;
  evidence: boolean;
  above: number;
}

export const noDuties: Readonly<ResolvedDuties> = { note: false, evidence: false, above: Infinity };

/**
 * The duties of one role, each by itself: the strictest among the most specific sure grants that state it, the maybe
 * grants and `require` rules; where no sure grant applies, those of `require` rules alone.
 */
export function resolveDuties(index: RuleIndex, found: Matching): ResolvedDuties {
  const { granting, restricting } = found;
  const duties: ResolvedDuties = { ...noDuties };
  for (let n = 0; n < restricting.count; n++) {
    const { rule } = index.rules[restricting.at[n] as number] as CompiledRule;
    if (rule.duties === undefined || (rule.effect === "grant" && granting.count === 0)) continue;
    for (const duty of ["note", "evidence", "secondPersonAbove"] as const) addDuty(duties, duty, rule.duties);
  }
  if (granting.count > 0) {
    for (const duty of ["note", "evidence", "secondPersonAbove"] as const) addStated(index, found, duties, duty);
  }
  return duties;
}

/** Adds one duty of the most specific among the sure grants that state it. */
function addStated(index: RuleIndex, found: Matching, duties: ResolvedDuties, duty: keyof Duties): void {
  const { granting, stating, stated } = found;
  let some = 0;
  for (let n = 0; n < granting.count; n++) {
    const at = granting.at[n] as number;
    if ((index.rules[at] as CompiledRule).rule.duties?.[duty] !== undefined) stating.at[some++] = at;
  }
  if (some === 0) return;
  stating.count = some;
  mostSpecific(index, stating, stated);
  for (let n = 0; n < stated.count; n++) addDuty(duties, duty, (index.rules[stated.at[n] as number] as CompiledRule).rule.duties);
}

function addDuty(duties: ResolvedDuties, duty: keyof Duties, stated: Duties | undefined): void {
  if (duty === "secondPersonAbove") duties.above = Math.min(duties.above, stated?.secondPersonAbove ?? Infinity);
  else if (stated?.[duty] === true) duties[duty] = true;
}
