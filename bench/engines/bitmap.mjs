import { settling } from "./settle.mjs";

/**
 * The limit: the rules of each gesture as bit sets in deciding order, one set a value of each dimension; a decision
 * intersects seven of them and takes the first bit. It checks nothing, knows no unknown fact and explains nothing.
 * @param {import("./settle.mjs").Workload} workload
 */
export function build(workload) {
  const settle = settling(workload);
  const gestures = new Map(workload.gestures.map((gesture) => [gesture, gestureBits(workload.rules.filter((rule) => rule.gesture === gesture))]));

  /** @type {import("./settle.mjs").Decide} */
  const decide = (request, facts) => {
    const { rules, words, table, roles, channels, reasons, tiers, values, days, levels } = gestures.get(request.gesture);
    const { customer, order } = request;
    const { actor } = facts;
    const role = roles.byValue.get(actor.roles[0]) ?? roles.any;
    const channel = channels.byValue.get(request.channel) ?? channels.any;
    const reason = reasons.byValue.get(request.reason) ?? reasons.any;
    const tier = tiers.byValue.get(customer.tier) ?? tiers.any;
    const value = segment(values, customer.lifetimeValue.minor, words);
    const day = segment(days, order.daysSincePurchase, words);
    const level = segment(levels, actor.level, words);
    for (let word = 0; word < words; word++) {
      const left =
        table[role + word] & table[channel + word] & table[reason + word] & table[tier + word] & table[value + word] & table[day + word] & table[level + word];
      if (left !== 0) return settle(rules[word * 32 + 31 - Math.clz32(left & -left)], request, facts);
    }
    return settle(null, request, facts);
  };
  return { decide };
}

/** @param {import("./settle.mjs").FlatRule[]} rules those of one gesture, in deciding order */
function gestureBits(rules) {
  const words = Math.max(1, Math.ceil(rules.length / 32));
  /** @type {Uint32Array[]} */
  const stored = [];
  const store = (/** @type {(rule: import("./settle.mjs").FlatRule) => boolean} */ keep) => {
    const bits = new Uint32Array(words);
    rules.forEach((rule, at) => {
      if (keep(rule)) bits[at >> 5] |= 1 << (at & 31);
    });
    return (stored.push(bits) - 1) * words;
  };
  const sets = (/** @type {"roles" | "channels" | "reasons" | "tiers"} */ dim) => {
    const values = new Set(rules.flatMap((rule) => rule[dim]));
    return {
      any: store((rule) => rule[dim].length === 0),
      byValue: new Map([...values].map((value) => [value, store((rule) => rule[dim].length === 0 || rule[dim].includes(value))])),
    };
  };
  const ranges = (/** @type {number[]} */ ends, /** @type {(rule: import("./settle.mjs").FlatRule, value: number) => boolean} */ holds) => {
    const cuts = [...new Set(ends.filter((end) => end > 0 && end < Infinity))].sort((a, b) => a - b);
    const [first] = [0, ...cuts].map((start) => store((rule) => holds(rule, start)));
    return { cuts, first };
  };
  const [roles, channels, reasons, tiers] = [sets("roles"), sets("channels"), sets("reasons"), sets("tiers")];
  const values = ranges(rules.map((rule) => rule.lifetimeValueMin), (rule, value) => value >= rule.lifetimeValueMin);
  const days = ranges(rules.map((rule) => rule.daysBelow), (rule, value) => value < rule.daysBelow);
  const levels = ranges(rules.map((rule) => rule.levelMin), (rule, value) => value >= rule.levelMin);

  const table = new Uint32Array(stored.length * words);
  stored.forEach((bits, at) => table.set(bits, at * words));
  return { rules, words, table, roles, channels, reasons, tiers, values, days, levels };
}

/** Where the set of the segment stands that a value lies in; there are few cuts. */
function segment({ cuts, first }, value, words) {
  let at = 0;
  while (at < cuts.length && cuts[at] <= value) at++;
  return first + at * words;
}
