import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PolicyRule } from "../../schemas.ts";
import { lesserRules } from "./lesser-rules.ts";
import { type CareCase, LEAST_CARE, sameCare } from "./same-care.ts";

const why = { vi: "Chưa thấy hàng", en: "We have not seen the goods" };
const rule = (code: string, perCase: number, more: Partial<PolicyRule> = {}): PolicyRule => ({
  code, effect: "grant", gestures: ["refund"], name: { vi: code, en: code }, why, who: { roles: ["frontline"] }, when: { reasons: ["product_fault"], channels: ["store"] }, limit: { perCase }, ...more,
});
const remote = { when: { reasons: ["product_fault", "late_delivery"], channels: ["hotline"] } };

describe("rules that give less for the same fault", () => {
  it("are found by channel, with the reasons both are for", () => {
    expect(lesserRules({ rules: [rule("STORE", 500_000), rule("REMOTE", 300_000, remote)] })).toEqual([
      { lesser: "REMOTE", greater: "STORE", by: ["channel"], reasons: ["product_fault"], gestures: ["refund"], limits: [300_000, 500_000], silent: [] },
    ]);
  });

  it("are found by tier, shop and value, also where the lesser one is for everybody", () => {
    const rules = [
      rule("ALL", 500_000),
      rule("GOLD", 700_000, { when: { reasons: ["product_fault"], channels: ["store"], tiers: ["gold"] } }),
      rule("HN", 600_000, { who: { roles: ["frontline"], sites: ["HN-01"] } }),
      rule("RICH", 900_000, { when: { channels: ["store"], lifetimeValue: { min: 1 } } }),
    ];
    const found = lesserRules({ rules }).map(({ lesser, greater, by }) => `${lesser}<${greater} ${by.join("+")}`);
    expect(found).toEqual(["ALL<GOLD tier", "ALL<HN site", "ALL<RICH value", "GOLD<RICH tier+value", "HN<GOLD tier+site", "HN<RICH site+value"]);
  });

  it("say where they do not say why", () => {
    const rules = [rule("STORE", 500_000), rule("REMOTE", 300_000, { ...remote, why: { vi: " ", en: why.en } })];
    expect(lesserRules({ rules })[0]?.silent).toEqual(["vi"]);
  });

  it("are none of those that differ by staff or by the matter itself", () => {
    const rules = [
      rule("STORE", 500_000),
      rule("NEW", 200_000, { who: { roles: ["frontline"], tenureDays: { below: 60 } }, when: { reasons: ["product_fault"], channels: ["hotline"] } }),
      rule("OLD", 200_000, { when: { reasons: ["product_fault"], channels: ["store"], daysSincePurchase: { min: 31 } } }),
      rule("OTHER", 100_000, { when: { reasons: ["long_wait"], channels: ["hotline"] } }),
      rule("LEAD", 2_000_000, { who: { roles: ["supervisor"] }, when: {} }),
      rule("FREE", 0, { effect: "prohibit" }),
      rule("EQUAL", 500_000, remote),
    ];
    expect(lesserRules({ rules })).toEqual([]);
  });
});

describe("same fault, same care", () => {
  const one = (more: Partial<CareCase> = {}): CareCase => ({ reason: "product_fault", tier: "standard", site: "HN-01", channel: "store", amount: 400_000, asked: false, minutes: 5, ...more });
  const many = (count: number, more: (index: number) => Partial<CareCase> = () => ({})) => Array.from({ length: count }, (_, index) => one(more(index)));

  it("shows who gets less, has to be asked about more and waits longer, and which rule says so", () => {
    const cases = [...many(60), ...many(60, (index) => ({ channel: "hotline", amount: 200_000 + (index % 10) * 1_000, asked: index % 2 === 0, minutes: 90 + (index % 7) }))];
    const lesser = lesserRules({ rules: [rule("STORE", 500_000), rule("REMOTE", 300_000, remote)] });
    const groups = sameCare(cases, lesser);
    expect(groups.map(({ side, channel, code }) => `${side} ${channel} ${code}`)).toEqual(["channel null hotline", "channel null store"]);
    expect(groups[0]).toMatchObject({ n: 60, others: 60, worse: ["amount", "asked", "minutes"], explainedBy: ["REMOTE"] });
    expect(groups[1]).toMatchObject({ worse: [], explainedBy: [] });
  });

  it("leaves a difference that no rule names without an explanation", () => {
    const cases = [...many(60), ...many(60, () => ({ site: "HN-02", amount: 250_000 }))];
    const group = sameCare(cases, lesserRules({ rules: [rule("STORE", 500_000), rule("REMOTE", 300_000, remote)] })).find(({ code }) => code === "HN-02");
    expect(group).toMatchObject({ side: "site", worse: ["amount"], explainedBy: [] });
  });

  it("compares shops and tiers within a channel, since what is sent takes longer", () => {
    const far = { channel: "hotline", site: "HOTLINE", minutes: 600 };
    const cases = [...many(40), ...many(40, () => ({ site: "HN-02" })), ...many(40, () => far), ...many(40, () => ({ ...far, tier: "gold" }))];
    const groups = sameCare(cases, []);
    expect(groups.map(({ side, channel, code }) => [side, channel, code].join(" "))).toEqual(["channel  hotline", "channel  store", "tier hotline gold", "tier hotline standard", "site store HN-01", "site store HN-02"]);
    expect(groups.filter(({ worse }) => worse.length > 0).map(({ code }) => code)).toEqual(["hotline"]);
  });

  it("compares no fewer than thirty with no fewer than thirty others, and only within a reason", () => {
    expect(sameCare([...many(LEAST_CARE - 1), ...many(60, () => ({ channel: "hotline" }))], [])).toEqual([]);
    expect(sameCare([...many(60), ...many(60, () => ({ reason: "long_wait", channel: "hotline", amount: 1 }))], [])).toEqual([]);
  });

  it("finds nothing where everybody gets the same", () => {
    const cases = fc.array(fc.record({ tier: fc.constantFrom("standard", "gold", null), channel: fc.constantFrom("store", "hotline"), site: fc.constantFrom("A", "B", null) }), { minLength: 80, maxLength: 200 });
    fc.assert(
      fc.property(cases, (drawn) => {
        for (const group of sameCare(drawn.map((sides) => one(sides)), [])) expect(group.worse).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
