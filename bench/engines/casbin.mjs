import { newEnforcer, newModelFromString } from "casbin";
import { flatFacts } from "./facts.mjs";

const MODEL = `
[request_definition]
r = gesture, role, reason, channel, tier, lifetimeValue, days, level
[policy_definition]
p = gesture, roles, reasons, channels, tiers, lifetimeValueMin, daysBelow, levelMin, eft, at
[policy_effect]
e = priority(p.eft) || deny
[matchers]
m = r.gesture == p.gesture && among(r.role, p.roles) && among(r.reason, p.reasons) && among(r.channel, p.channels) && among(r.tier, p.tiers) && atLeast(r.lifetimeValue, p.lifetimeValueMin) && under(r.days, p.daysBelow) && atLeast(r.level, p.levelMin)
`;

/** Rules in implicit order of priority: the first that matches decides and is told. */
export function build() {
  return {
    /** @param {import("./settle.mjs").FlatRule[]} rules */
    async index(rules) {
      const enforcer = await newEnforcer(newModelFromString(MODEL));
      const list = (codes) => (codes.length === 0 ? "*" : `|${codes.join("|")}|`);
      const rows = rules.map(({ gesture, roles, reasons, channels, tiers, lifetimeValueMin, daysBelow, levelMin, effect }, at) => {
        const sets = [roles, reasons, channels, tiers].map(list);
        return [gesture, ...sets, lifetimeValueMin, daysBelow, levelMin, effect === "grant" ? "allow" : "deny", at].map(String);
      });
      await enforcer.addPolicies(rows);
      await enforcer.addFunction("among", (code, listed) => listed === "*" || listed.includes(`|${code}|`));
      await enforcer.addFunction("atLeast", (value, least) => value >= Number(least));
      await enforcer.addFunction("under", (value, below) => value < Number(below));
      return (request, facts) => {
        const { gesture, role, reason, channel, tier, lifetimeValue, days, level } = flatFacts(request, facts);
        const [, row] = enforcer.enforceExSync(gesture, role, reason, channel, tier, lifetimeValue, days, level);
        return row.length === 0 ? -1 : Number(row[9]);
      };
    },
  };
}
