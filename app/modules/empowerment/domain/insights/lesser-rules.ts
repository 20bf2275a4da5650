import type { PolicyDocument, PolicyRule } from "../../schemas.ts";

/** What of a customer's side tells one from another, though the fault is the same. */
export const CUSTOMER_SIDES = ["tier", "site", "channel", "value"] as const;
export type CustomerSide = (typeof CUSTOMER_SIDES)[number];

/** Two rules for the same fault of which one gives less, told apart by who the customer is or where they came. */
export interface LesserRule {
  readonly lesser: string;
  readonly greater: string;
  /** In what the two differ. */
  readonly by: readonly CustomerSide[];
  /** The reasons of a case both are for; null: any. */
  readonly reasons: readonly string[] | null;
  readonly gestures: readonly string[];
  /** Minor units. */
  readonly limits: readonly [lesser: number, greater: number];
  /** The languages in which the lesser one does not say why. */
  readonly silent: readonly ("vi" | "en")[];
}

type Codes = readonly string[] | undefined;

const isAny = (codes: Codes): codes is undefined | readonly [] => codes === undefined || codes.length === 0;

/** The codes of both; null: any. */
function inBoth(a: Codes, b: Codes): readonly string[] | null {
  if (isAny(a)) return isAny(b) ? null : b;
  return isAny(b) ? a : a.filter((code) => b.includes(code));
}

const meet = (a: Codes, b: Codes) => inBoth(a, b)?.length !== 0;
const sameCodes = (a: Codes, b: Codes) => String([...(a ?? [])].sort()) === String([...(b ?? [])].sort());
const sameRange = (a: { min?: number | undefined; below?: number | undefined } | undefined, b: typeof a) => (a?.min ?? 0) === (b?.min ?? 0) && a?.below === b?.below;

/** Whether the two ask the same of staff and of the matter itself, so that only the customer's side is left to differ. */
function alikeOtherwise(a: PolicyRule, b: PolicyRule): boolean {
  return (
    meet(a.who?.roles, b.who?.roles) &&
    meet(a.gestures, b.gestures) &&
    meet(a.when?.reasons, b.when?.reasons) &&
    sameRange(a.who?.level, b.who?.level) &&
    sameRange(a.who?.tenureDays, b.who?.tenureDays) &&
    sameCodes(a.who?.courses, b.who?.courses) &&
    sameCodes(a.who?.departments, b.who?.departments) &&
    sameRange(a.when?.orderValue, b.when?.orderValue) &&
    sameRange(a.when?.daysSincePurchase, b.when?.daysSincePurchase) &&
    sameCodes(a.when?.flags?.any, b.when?.flags?.any) &&
    (a.when?.proactive ?? null) === (b.when?.proactive ?? null)
  );
}

function sidesApart(a: PolicyRule, b: PolicyRule): CustomerSide[] {
  const differs: Record<CustomerSide, boolean> = {
    tier: !sameCodes(a.when?.tiers, b.when?.tiers),
    site: !sameCodes(a.who?.sites, b.who?.sites),
    channel: !sameCodes(a.when?.channels, b.when?.channels),
    value: !sameRange(a.when?.lifetimeValue, b.when?.lifetimeValue),
  };
  return CUSTOMER_SIDES.filter((side) => differs[side]);
}

/**
 * Same fault, same care, as the rules have it: every pair of grants for the same reason, gesture and staff of which one
 * gives less by the customer's tier, shop, channel or value. Giving less is allowed; the rule must say why (mission H3).
 */
export function lesserRules({ rules }: Pick<PolicyDocument, "rules">): LesserRule[] {
  const grants = rules.filter((rule) => rule.effect === "grant" && rule.limit?.perCase !== undefined);
  const pairs = grants.flatMap((lesser) =>
    grants.flatMap((greater): LesserRule[] => {
      const limits = [lesser.limit?.perCase ?? 0, greater.limit?.perCase ?? 0] as const;
      if (limits[0] >= limits[1] || !alikeOtherwise(lesser, greater)) return [];
      const by = sidesApart(lesser, greater);
      if (by.length === 0) return [];
      const silent = (["vi", "en"] as const).filter((language) => !lesser.why?.[language]?.trim());
      return [{ lesser: lesser.code, greater: greater.code, by, reasons: inBoth(lesser.when?.reasons, greater.when?.reasons), gestures: inBoth(lesser.gestures, greater.gestures) ?? [], limits, silent }];
    }),
  );
  return pairs.sort((a, b) => (a.lesser < b.lesser ? -1 : a.lesser > b.lesser ? 1 : a.greater < b.greater ? -1 : 1));
}
