import { add as dineroAdd, compare as dineroCompare, dinero, subtract as dineroSubtract, toDecimal, toSnapshot } from "dinero.js";
import * as iso from "dinero.js/currencies";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  compare,
  currencies,
  exponentOf,
  isCurrency,
  money,
  parseMoney,
  percentOf,
  plainAmount,
  subtract,
  type Currency,
  type Money,
} from "./money.ts";

const MAX = Number.MAX_SAFE_INTEGER;
const anyCurrency = fc.constantFrom(...currencies);
const anyMinor = fc.integer({ min: -MAX, max: MAX });
const anyAmount = fc.integer({ min: 0, max: MAX });
const oracle = (minor: number, currency: Currency) => dinero({ amount: minor, currency: iso[currency] });

describe("amounts", () => {
  test("exponents are those of ISO 4217", () => {
    for (const code of currencies) expect([code, exponentOf(code)]).toEqual([code, iso[code].exponent]);
  });

  test("only supported codes in capitals are currencies", () => {
    expect(isCurrency("VND")).toBe(true);
    for (const code of ["vnd", "", "XXX", "toString", "__proto__", null, undefined, 5]) expect(isCurrency(code)).toBe(false);
  });

  test("an amount is a safe integer and never negative zero", () => {
    for (const minor of [0.5, NaN, Infinity, MAX + 1, -MAX - 1]) expect(() => money(minor, "VND")).toThrow(RangeError);
    expect(Object.is(money(-0, "VND").minor, 0)).toBe(true);
  });

  test("sum, difference and order equal those of dinero.js wherever the result is a safe integer", () => {
    fc.assert(
      fc.property(anyMinor, anyMinor, anyCurrency, (x, y, currency) => {
        const [a, b] = [money(x, currency), money(y, currency)];
        if (Number.isSafeInteger(x + y)) {
          expect(add(a, b).minor).toBe(toSnapshot(dineroAdd(oracle(x, currency), oracle(y, currency))).amount);
        } else expect(() => add(a, b)).toThrow(RangeError);
        if (Number.isSafeInteger(x - y)) {
          expect(subtract(a, b).minor).toBe(toSnapshot(dineroSubtract(oracle(x, currency), oracle(y, currency))).amount);
        } else expect(() => subtract(a, b)).toThrow(RangeError);
        expect(compare(a, b)).toBe(dineroCompare(oracle(x, currency), oracle(y, currency)));
      }),
    );
  });

  test("mixing currencies throws", () => {
    const [dong, dollars]: Money[] = [money(1, "VND"), money(1, "USD")];
    for (const operation of [add, subtract, compare]) expect(() => operation(dong!, dollars!)).toThrow(TypeError);
  });

  test("mixing known currencies does not compile", () => {
    const dong = money(1, "VND");
    const dollars = money(1, "USD");
    // @ts-expect-error -- the point of the test: đồng and dollars have different types
    expect(() => add(dong, dollars)).toThrow(TypeError);
  });
});

describe("a percentage of an amount", () => {
  test("is rounded down to a whole minor unit", () => {
    expect(percentOf(999, 10)).toBe(99);
    expect(percentOf(1_250_000, 40)).toBe(500_000);
    expect(percentOf(0, 50)).toBe(0);
    expect(percentOf(MAX, 100)).toBe(MAX);
    expect(percentOf(MAX, 99)).toBe(8_917_127_262_193_581);
  });

  test("is at most the exact value and less than one minor unit below it, up to 2^53 − 1", () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 100 }), (minor, percent) => {
        const rest = BigInt(minor) * BigInt(percent) - BigInt(percentOf(minor, percent)) * 100n;
        expect(rest >= 0n && rest < 100n).toBe(true);
      }),
    );
  });

  test("of anything but whole numbers from 0 on, or above 2^53 − 1, throws", () => {
    for (const [minor, percent] of [[-1, 10], [0.5, 10], [1, -1], [1, 0.5], [NaN, 1], [MAX, 101]] as const) {
      expect(() => percentOf(minor, percent)).toThrow(RangeError);
    }
  });
});

describe("a typed amount without decimals", () => {
  const taken = [
    ["450000", 450_000], ["450.000", 450_000], ["450,000", 450_000], ["450 000", 450_000], ["450\u00a0000", 450_000],
    ["450\u202f000", 450_000], ["  450.000  ", 450_000], ["450.000₫", 450_000], ["450.000\u00a0₫", 450_000],
    ["450.000 đ", 450_000], ["450.000Đ", 450_000], ["450000 VND", 450_000], ["450000 vnđ", 450_000], ["450.000 đồng", 450_000],
    ["₫450,000", 450_000], ["VND 450,000", 450_000], ["1.000", 1000], ["1,000", 1000], ["12.345.678", 12_345_678],
    ["12 345 678", 12_345_678], ["0", 0], ["7", 7], ["9007199254740991", MAX],
  ] as const;
  test.each(taken)("%j is %d đồng, in every locale", (text, minor) => {
    for (const locale of [undefined, "vi", "en"] as const) {
      expect(parseMoney(text, "VND", locale)).toEqual({ ok: true, value: { minor, currency: "VND" } });
    }
  });

  const refused = [
    ["", "money_empty"], [" \u00a0 ", "money_empty"], ["-5", "money_negative"], ["−5", "money_negative"], ["₫-5", "money_negative"],
    ["4.5", "money_fraction"], ["4,5", "money_fraction"], ["450.000,00", "money_fraction"], ["450,000.50", "money_fraction"],
    ["1.00.000", "money_grouping"], ["45.0000", "money_grouping"], ["1,234.567", "money_grouping"], ["1.234 567", "money_grouping"],
    ["4500.000", "money_grouping"], ["12 34", "money_grouping"], ["1  000", "money_grouping"], ["1..000", "money_grouping"],
    ["1e3", "money_malformed"], ["0x10", "money_malformed"], ["0b1", "money_malformed"], ["+5", "money_malformed"],
    ["Infinity", "money_malformed"], ["NaN", "money_malformed"], ["450k", "money_malformed"], ["450 nghìn", "money_malformed"],
    ["00450", "money_malformed"], ["0.450", "money_malformed"], [".5", "money_malformed"], ["5.", "money_malformed"],
    ["5 5 đ đ", "money_malformed"], ["₫ 5 ₫", "money_malformed"], ["₫", "money_malformed"], ["٤٥٠", "money_malformed"],
    ["４５０", "money_malformed"], ["1_000", "money_malformed"], ["(5)", "money_malformed"], ["5-6", "money_malformed"],
    ["450.000 USD", "money_currency"], ["$450", "money_currency"], ["9007199254740992", "money_too_large"],
    ["1".repeat(60), "money_too_large"], ["1".repeat(65), "money_malformed"],
  ] as const;
  test.each(refused)("%j is refused as %s", (text, code) => {
    for (const locale of [undefined, "vi", "en"] as const) {
      expect(parseMoney(text, "VND", locale)).toEqual({ ok: false, error: code });
    }
  });
});

describe("a typed amount with decimals", () => {
  const taken = [
    ["1.234,50", "vi", 123_450], ["1.234", "vi", 123_400], ["1,5", "vi", 150], ["1 234,5", "vi", 123_450], ["0,05", "vi", 5],
    ["1,234.50", "en", 123_450], ["1,234", "en", 123_400], ["1.5", "en", 150], ["$1,234.50", "en", 123_450], ["1234.5 USD", "en", 123_450],
    ["1.50", undefined, 150], ["1,5", undefined, 150], ["1,234.50", undefined, 123_450], ["1.234,50", undefined, 123_450],
    ["1.234.567", undefined, 123_456_700], ["1 234", undefined, 123_400], ["12", undefined, 1200], ["90071992547409.91", "en", MAX],
  ] as const;
  test.each(taken)("%j in locale %s is %d cents", (text, locale, minor) => {
    expect(parseMoney(text, "USD", locale)).toEqual({ ok: true, value: { minor, currency: "USD" } });
  });

  const refused = [
    ["1.234", undefined, "money_ambiguous"], ["1,234", undefined, "money_ambiguous"], ["1.50", "vi", "money_grouping"],
    ["1,50", "en", "money_grouping"], ["1,234.50", "vi", "money_grouping"], ["1.234,50", "en", "money_grouping"],
    ["1.234.567", "en", "money_grouping"], ["1.234", "en", "money_fraction"], ["1,2345", "vi", "money_fraction"],
    ["1.000,5,5", "vi", "money_grouping"], ["1e3", "en", "money_malformed"], ["1.", "en", "money_malformed"], ["-1.50", "en", "money_negative"],
    ["1.50 VND", "en", "money_currency"], ["90071992547409.92", "en", "money_too_large"],
  ] as const;
  test.each(refused)("%j in locale %s is refused as %s", (text, locale, code) => {
    expect(parseMoney(text, "USD", locale)).toEqual({ ok: false, error: code });
  });

  test("three decimals: 1.234 is 1234 fils in English, 1,234,000 in Vietnamese, and refused without a locale", () => {
    expect(parseMoney("1.234", "KWD", "en")).toMatchObject({ value: { minor: 1234 } });
    expect(parseMoney("1.234", "KWD", "vi")).toMatchObject({ value: { minor: 1_234_000 } });
    expect(parseMoney("1.234", "KWD")).toEqual({ ok: false, error: "money_ambiguous" });
  });
});

describe("reading back what was written", () => {
  const tags = { vi: "vi-VN", en: "en-US" } as const;
  const decimalText = (minor: number, currency: Currency) => toDecimal(oracle(minor, currency)) as `${number}`;

  test("parse(plainAmount(m)) = m for every currency and locale", () => {
    fc.assert(
      fc.property(anyAmount, anyCurrency, fc.constantFrom("vi" as const, "en" as const), (minor, currency, locale) => {
        expect(parseMoney(plainAmount({ minor, currency }, locale), currency, locale)).toEqual({ ok: true, value: { minor, currency } });
      }),
    );
    expect(plainAmount({ minor: 450_000, currency: "VND" }, "vi")).toBe("450000");
    expect(plainAmount({ minor: 5, currency: "USD" }, "vi")).toBe("0,05");
  });

  test("parse(format(m)) = m for every currency and locale, with and without the sign", () => {
    fc.assert(
      fc.property(anyAmount, anyCurrency, fc.constantFrom("vi", "en"), fc.boolean(), (minor, currency, locale, withSign) => {
        const digits = exponentOf(currency);
        const format = new Intl.NumberFormat(tags[locale], {
          ...(withSign ? { style: "currency", currency } : {}),
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
        // Intl formats a decimal text exactly; a double has not the digits
        const text = format.format(decimalText(minor, currency));
        expect({ text, ...parseMoney(text, currency, locale) }).toEqual({ text, ok: true, value: { minor, currency } });
      }),
      { numRuns: 500 },
    );
  });

  test("whatever is typed, the answer is a safe integer from 0 on or a code, and never an exception", () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789., -đ₫$eEx\u00a0") }));
    fc.assert(
      fc.property(typed, anyCurrency, fc.constantFrom(undefined, "vi", "en"), (text, currency, locale) => {
        const result = parseMoney(text, currency, locale);
        if (result.ok) expect(Number.isSafeInteger(result.value.minor) && result.value.minor >= 0).toBe(true);
        else expect(result.error).toMatch(/^money_[a-z_]+$/);
      }),
      { numRuns: 2000 },
    );
  });
});
