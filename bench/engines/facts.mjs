/** What peers decide on, by name: the facts a rule can ask about. */
export function flatFacts({ gesture, reason, channel, customer, order }, { actor }) {
  return {
    gesture,
    reason,
    channel,
    role: actor.roles[0],
    tier: customer.tier,
    lifetimeValue: customer.lifetimeValue.minor,
    days: order.daysSincePurchase,
    level: actor.level,
  };
}

/**
 * The conditions of a rule that bound something, the cheapest to refuse first.
 * @param {import("./settle.mjs").FlatRule} rule
 * @returns {({ fact: string, among: readonly string[] } | { fact: string, least: number } | { fact: string, below: number })[]}
 */
export function conditionsOf(rule) {
  const sets = { role: rule.roles, reason: rule.reasons, channel: rule.channels, tier: rule.tiers };
  return [
    { fact: "gesture", among: [rule.gesture] },
    ...Object.entries(sets).flatMap(([fact, among]) => (among.length > 0 ? [{ fact, among }] : [])),
    ...(rule.lifetimeValueMin > 0 ? [{ fact: "lifetimeValue", least: rule.lifetimeValueMin }] : []),
    ...(rule.daysBelow < Infinity ? [{ fact: "days", below: rule.daysBelow }] : []),
    ...(rule.levelMin > 0 ? [{ fact: "level", least: rule.levelMin }] : []),
  ];
}

/**
 * A JsonLogic expression: the position of the first rule that holds, else -1.
 * @param {import("./settle.mjs").FlatRule[]} rules
 */
export function ifThenElse(rules) {
  const test = (condition) => {
    const fact = { var: condition.fact };
    if ("among" in condition) return condition.among.length === 1 ? { "===": [fact, condition.among[0]] } : { in: [fact, condition.among] };
    return "least" in condition ? { ">=": [fact, condition.least] } : { "<": [fact, condition.below] };
  };
  return { if: [...rules.flatMap((rule, at) => [{ and: conditionsOf(rule).map(test) }, at]), -1] };
}
