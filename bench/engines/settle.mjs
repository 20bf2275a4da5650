/**
 * @typedef {import("../workload/flat-rules.ts").FlatRule} FlatRule
 * @typedef {import("../workload/cases.ts").Case} Case
 * @typedef {{ outcome: string, rule: string | null, limit: number | null, room: number | null }} Answer
 * @typedef {(request: Case["request"], facts: Case["facts"]) => Answer | Promise<Answer>} Decide
 * @typedef {{ rules: FlatRule[], document: unknown, budgets: Budget[], roles: string[], gestures: string[], cases: Case[], answers: Answer[] }} Workload
 * @typedef {{ code: string, measure: string, onExceed: string, gestures?: string[], limits: { role: string, limit: number }[] }} Budget
 */

/**
 * What follows once the deciding rule is found, the same for every engine but Tâm, which does it itself: what the case
 * limit and the budgets leave, and whether the amount fits.
 * @param {Pick<Workload, "budgets" | "gestures" | "roles">} workload
 * @returns {(rule: FlatRule | null, request: Case["request"], facts: Case["facts"]) => Answer}
 */
export function settling({ budgets, gestures, roles }) {
  /** @type {Map<string, Map<string, { code: string, limit: number, byCount: boolean, blocks: boolean }[]>>} */
  const binding = new Map(
    gestures.map((gesture) => [
      gesture,
      new Map(
        roles.map((role) => [
          role,
          budgets
            .filter((budget) => budget.gestures === undefined || budget.gestures.includes(gesture))
            .map(({ code, measure, onExceed, limits }) => {
              const row = limits.find((entry) => entry.role === role) ?? limits.find((entry) => entry.role === "*");
              return { code, limit: row?.limit ?? Infinity, byCount: measure === "count", blocks: onExceed === "block" };
            }),
        ]),
      ),
    ]),
  );
  return (rule, request, facts) => {
    if (rule === null) return { outcome: "escalated", rule: null, limit: 0, room: 0 };
    if (rule.effect === "prohibit") return { outcome: "refused", rule: rule.code, limit: 0, room: 0 };
    const amount = request.amount.minor;
    const { limit } = rule;
    let room = Math.max(0, limit - facts.caseTotal);
    let blocked = false;
    for (const budget of binding.get(request.gesture).get(facts.actor.roles[0])) {
      const remaining = Math.max(0, budget.limit - (facts.usage[budget.code] ?? 0));
      const left = budget.byCount && remaining > 0 ? Infinity : remaining;
      if (left < room) room = left;
      if (budget.blocks && amount > left) blocked = true;
    }
    return { outcome: amount <= room ? "granted" : blocked ? "refused" : "escalated", rule: rule.code, limit, room };
  };
}

/**
 * The plainest way to answer: every rule in order until one matches. What all engines are checked against.
 * @param {Workload} workload
 * @returns {Decide}
 */
export function scanning(workload) {
  const settle = settling(workload);
  return (request, facts) => settle(workload.rules.find((rule) => matches(rule, request, facts)) ?? null, request, facts);
}

/**
 * @param {FlatRule} rule
 * @param {Case["request"]} request
 * @param {Case["facts"]} facts
 */
function matches(rule, { gesture, reason, channel, customer, order }, { actor }) {
  const among = (/** @type {readonly string[]} */ codes, /** @type {string} */ code) => codes.length === 0 || codes.includes(code);
  return (
    rule.gesture === gesture &&
    among(rule.roles, actor.roles[0]) &&
    among(rule.channels, channel) &&
    among(rule.reasons, reason) &&
    among(rule.tiers, customer.tier) &&
    customer.lifetimeValue.minor >= rule.lifetimeValueMin &&
    order.daysSincePurchase < rule.daysBelow &&
    actor.level >= rule.levelMin
  );
}
