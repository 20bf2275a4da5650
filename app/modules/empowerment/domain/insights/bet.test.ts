import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BetCustomer, HORIZON_DAYS, judgeBet, LEAST_PAIRS, type Won } from "./bet.ts";

const DAY = 86_400_000;
const start = Date.parse("2026-06-01T03:00:00Z");
const now = new Date(start + 200 * DAY);
const on = (day: number) => new Date(start + day * DAY);

const customer = (id: string, purchases: readonly (readonly [day: number, amount: number])[], more: Partial<BetCustomer> = {}): BetCustomer => ({
  id, tier: "gold", lifetimeValue: 20_000_000, purchases: purchases.map(([day, amount]) => ({ at: on(day), amount })), helped: [], ...more,
});
const won = (id: string, day: number, purchases: readonly (readonly [number, number])[], given = 80_000, more: Partial<BetCustomer> = {}): Won => ({ ...customer(id, purchases, more), at: on(day), given });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

describe("a bet on relationships", () => {
  it("is repaid where customers come back with more than similar ones and more than they were given", () => {
    const bet = judgeBet(many(30, (n) => won(`w${n}`, 50, [[70, 900_000 + n * 10_000]])), many(90, (n) => customer(`s${n}`, [[75, 300_000 + (n % 7) * 20_000]])), now);
    expect(bet).toMatchObject({ judged: 30, waiting: 0, alone: 0, pairs: 30, similar: 90, given: 80_000, verdict: "repaid" });
    expect((bet.bought ?? 0) - (bet.similarBought ?? 0)).toBeCloseTo(bet.gap?.value ?? 0, 6);
    expect(bet.curve.map(({ day }) => day)).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(bet.curve.map((point) => point.won > 0)).toEqual([false, false, true, true, true, true, true]);
  });

  it("brings more, without repaying beyond doubt, where what was given is large", () => {
    const bet = judgeBet(many(30, (n) => won(`w${n}`, 50, [[70, 900_000 + n * 10_000]], 2_000_000)), many(90, (n) => customer(`s${n}`, [[75, 300_000]])), now);
    expect(bet.verdict).toBe("more");
  });

  it("is never called repaid where what was given has no amount", () => {
    const exchanged = many(30, (n) => ({ ...won(`w${n}`, 50, [[70, 900_000 + n * 10_000]]), given: null }));
    expect(judgeBet(exchanged, many(90, (n) => customer(`s${n}`, [[75, 300_000]])), now)).toMatchObject({ pairs: 30, given: null, verdict: "more" });
  });

  it("shows no sign where they buy as others do, and less where they stay away", () => {
    const pool = many(90, (n) => customer(`s${n}`, [[70, 300_000 + (n % 9) * 50_000]]));
    expect(judgeBet(many(30, (n) => won(`w${n}`, 50, [[70, 300_000 + (n % 9) * 50_000]])), pool, now).verdict).toBe("no_sign");
    expect(judgeBet(many(30, (n) => won(`w${n}`, 50, [])), pool, now).verdict).toBe("less");
  });

  it("says nothing of too few", () => {
    const pool = many(90, (n) => customer(`s${n}`, []));
    expect(judgeBet(many(LEAST_PAIRS - 1, (n) => won(`w${n}`, 50, [[60, 5_000_000]])), pool, now).verdict).toBe("too_few");
    expect(judgeBet([], pool, now)).toMatchObject({ judged: 0, pairs: 0, given: null, bought: null, gap: null, curve: [], verdict: "too_few" });
  });

  it("waits until the sixty days are over, to the instant", () => {
    const at = new Date(now.getTime() - HORIZON_DAYS * DAY);
    const pool = [customer("s", [])];
    expect(judgeBet([{ ...customer("w", []), at, given: 1 }], pool, now)).toMatchObject({ judged: 1, waiting: 0 });
    expect(judgeBet([{ ...customer("w", []), at: new Date(at.getTime() + 1), given: 1 }], pool, now)).toMatchObject({ judged: 0, waiting: 1 });
  });

  it("takes as similar only the same tier, the same band of value, and buyers beside buyers", () => {
    const others = [
      customer("tier", [[40, 1]], { tier: "silver" }),
      customer("band", [[40, 1]], { lifetimeValue: 50_000_000 }),
      customer("idle", []),
      customer("unknown", [[40, 1]], { lifetimeValue: null }),
      customer("helped before", [[40, 1]], { helped: [on(21)] }),
      customer("helped after", [[40, 1]], { helped: [on(110)] }),
    ];
    expect(judgeBet([won("w", 50, [[40, 500_000]])], others, now)).toMatchObject({ judged: 1, alone: 1, pairs: 0 });
    expect(judgeBet([won("w", 50, [[40, 500_000]])], [...others, customer("alike", [[45, 1]], { helped: [on(20), on(110.001)] })], now)).toMatchObject({ alone: 0, pairs: 1, similar: 1 });
  });

  it("counts purchases after the day and up to the sixtieth, and nobody twice", () => {
    const bet = judgeBet([won("w", 50, [[50, 100], [50.001, 1_000], [110, 10_000], [110.001, 100_000]])], [customer("s", [[60, 7_000]])], now);
    // the purchase of day 50 lies in the ninety days before, so only a buyer is similar
    expect(bet.alone).toBe(1);
    const again = judgeBet([won("w", 50, [[50, 100], [50.001, 1_000], [110, 10_000], [110.001, 100_000]])], [customer("s", [[49, 1], [60, 7_000]])], now);
    expect([again.bought, again.similarBought]).toEqual([11_000, 7_000]);
    expect(judgeBet([won("a", 50, []), won("b", 51, [])], [customer("s", [])], now)).toMatchObject({ pairs: 1, alone: 1 });
  });

  it("does not depend on the order in which customers come", () => {
    const drawn = fc.array(fc.record({ day: fc.integer({ min: 0, max: 130 }), value: fc.integer({ min: 1, max: 60_000_000 }), buys: fc.integer({ min: 0, max: 3 }), treated: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(drawn, (people) => {
        const made = people.map(({ day, value, buys, treated }, index) => ({ treated, one: won(`c${index}`, day, many(buys, (n) => [day + 5 + n * 20, 100_000 * (n + 1)] as const), 50_000, { lifetimeValue: value }) }));
        const split = (list: typeof made) => judgeBet(list.filter(({ treated }) => treated).map(({ one }) => one), list.filter(({ treated }) => !treated).map(({ one }) => one), now);
        const bet = split(made);
        expect(split([...made].reverse())).toEqual(bet);
        expect(bet.pairs + bet.alone).toBe(bet.judged);
        expect(bet.similar).toBeLessThanOrEqual(3 * bet.pairs);
      }),
      { numRuns: 60 },
    );
  });
});
