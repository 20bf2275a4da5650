import { err, ok, type Result } from "./result.ts";

/**
 * Digits after the decimal separator (the minor unit of ISO 4217, list one; `Intl` follows CLDR, which gives some
 * currencies fewer) and the signs people write, in lower case. `d` stands for đ on a keyboard without Vietnamese.
 */
const table = {
  AUD: { exponent: 2, signs: ["$", "a$", "au$"] },
  BHD: { exponent: 3, signs: [] },
  CAD: { exponent: 2, signs: ["$", "c$", "ca$"] },
  CHF: { exponent: 2, signs: [] },
  CNY: { exponent: 2, signs: ["¥", "cn¥"] },
  EUR: { exponent: 2, signs: ["€"] },
  GBP: { exponent: 2, signs: ["£"] },
  HKD: { exponent: 2, signs: ["$", "hk$"] },
  IDR: { exponent: 2, signs: ["rp"] },
  INR: { exponent: 2, signs: ["₹"] },
  JPY: { exponent: 0, signs: ["¥", "￥", "jp¥"] },
  KHR: { exponent: 2, signs: ["៛"] },
  KRW: { exponent: 0, signs: ["₩"] },
  KWD: { exponent: 3, signs: [] },
  LAK: { exponent: 2, signs: ["₭"] },
  MMK: { exponent: 2, signs: [] },
  MYR: { exponent: 2, signs: ["rm"] },
  NZD: { exponent: 2, signs: ["$", "nz$"] },
  PHP: { exponent: 2, signs: ["₱"] },
  SGD: { exponent: 2, signs: ["$", "s$"] },
  THB: { exponent: 2, signs: ["฿"] },
  TWD: { exponent: 2, signs: ["$", "nt$"] },
  USD: { exponent: 2, signs: ["$", "us$"] },
  VND: { exponent: 0, signs: ["₫", "đ", "d", "vnđ", "đồng"] },
} as const satisfies Record<string, { exponent: number; signs: readonly string[] }>;

/** An ISO 4217 code this product books in. */
export type Currency = keyof typeof table;

/** Every supported code, in alphabetical order. */
export const currencies = Object.keys(table) as readonly Currency[];

/**
 * An amount: a safe integer (|minor| ≤ 2^53 − 1) of the currency's smallest unit, so 450000 VND is 450.000 ₫ and
 * 450000 USD is 4,500 dollars. With a known code (`Money<"VND">`) mixing currencies does not compile.
 */
export interface Money<C extends Currency = Currency> {
  readonly minor: number;
  readonly currency: C;
}

/** True for a supported ISO 4217 code, in capitals. */
export function isCurrency(code: unknown): code is Currency {
  return typeof code === "string" && Object.hasOwn(table, code);
}

/** Digits after the decimal separator: VND 0, USD 2, KWD 3. */
export function exponentOf(currency: Currency): number {
  return table[currency].exponent;
}

/** An amount of `minor` units. Throws RangeError unless `minor` is a safe integer. */
export function money<C extends Currency>(minor: number, currency: C): Money<C> {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a safe integer of minor units: ${minor}`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new TypeError(`currencies differ: ${a.currency}, ${b.currency}`);
}

/** a + b, exact. Throws TypeError for two currencies, RangeError when the sum is no safe integer. */
export function add<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  sameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

/** a − b, exact, possibly negative. Throws TypeError for two currencies, RangeError when it is no safe integer. */
export function subtract<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  sameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

/** Negative, 0 or positive as `a` is less than, equal to or more than `b`. Throws TypeError for two currencies. */
export function compare<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): number {
  sameCurrency(a, b);
  return Math.sign(a.minor - b.minor);
}

/**
 * ⌊minor × percent / 100⌋, exact over all safe integers (through BigInt: a double is wrong near the top).
 * @param minor minor units, 0 or more
 * @param percent a whole percentage, 0 or more
 * @throws RangeError for a fraction, a negative number, or a result above 2^53 − 1
 */
export function percentOf(minor: number, percent: number): number {
  if (!Number.isSafeInteger(minor) || minor < 0) throw new RangeError(`not an amount: ${minor}`);
  if (!Number.isSafeInteger(percent) || percent < 0) throw new RangeError(`not a whole percentage: ${percent}`);
  const share = Number((BigInt(minor) * BigInt(percent)) / 100n);
  if (!Number.isSafeInteger(share)) throw new RangeError(`above the largest amount: ${percent} % of ${minor}`);
  return share;
}

/**
 * Why a typed amount is refused: nothing typed; a minus sign; more decimals than the currency has; groups that are not
 * of three digits; `1.234` where it could mean two numbers; another currency's sign; more than 2^53 − 1 minor units;
 * or anything else that is no amount.
 */
export type MoneyFault =
  | "money_empty"
  | "money_negative"
  | "money_fraction"
  | "money_grouping"
  | "money_ambiguous"
  | "money_currency"
  | "money_too_large"
  | "money_malformed";

const SPACES = /[\u0020\u00a0\u2007\u2009\u202f]/g;
const PARTS = /^([^\d\s.,+\-−]*) ?((?:\d[\d., ]*)?\d|) ?([^\d\s.,+\-−]*)$/u;

function isSignOf(sign: string, currency: Currency): boolean {
  const signs: readonly string[] = table[currency].signs;
  return sign === currency.toLowerCase() || signs.includes(sign);
}

/**
 * The one parser of typed and imported amounts; never rounds and never guesses. In a currency without decimals
 * `450000`, `450.000`, `450,000` and `450 000` are the same; otherwise `vi` groups by `.` with a decimal comma, `en`
 * the reverse, and without a locale only what reads one way is taken. A sign or code of the same currency may stand
 * before or after; spaces may be non-breaking.
 * @param text at most 64 characters are looked at; more is refused
 * @returns the amount, 0 included, or a {@link MoneyFault}
 */
export function parseMoney<C extends Currency>(text: string, currency: C, locale?: "vi" | "en"): Result<Money<C>, MoneyFault> {
  if (text.length > 64) return err("money_malformed");
  const typed = text.normalize("NFC").replace(SPACES, " ").trim();
  if (typed === "") return err("money_empty");
  if (/^[-−]|[^\d][-−]\d/.test(typed)) return err("money_negative");
  const [, before = "", figure = "", after = ""] = PARTS.exec(typed) ?? [];
  if (figure === "") return err("money_malformed");
  const sign = (before + after).toLowerCase();
  if (sign !== "" && !isSignOf(sign, currency)) {
    return err(currencies.some((other) => isSignOf(sign, other)) ? "money_currency" : "money_malformed");
  }
  if (before !== "" && after !== "") return err("money_malformed");

  const split = splitFigure(figure, exponentOf(currency), locale);
  if (!split.ok) return split;
  const { whole, fraction } = split.value;
  const minor = Number(whole + fraction.padEnd(exponentOf(currency), "0"));
  return Number.isSafeInteger(minor) ? ok(money(minor, currency)) : err("money_too_large");
}

interface Figure {
  readonly whole: string;
  readonly fraction: string;
}

/** Divides digits and separators into whole and fraction, both without separators. */
function splitFigure(figure: string, exponent: number, locale: "vi" | "en" | undefined): Result<Figure, MoneyFault> {
  const grouped = ungroup(figure, "");
  const last = figure.match(/[., ]/g)?.at(-1);
  if (last === undefined || last === " ") return grouped;
  const at = figure.lastIndexOf(last);
  const wholePart = figure.slice(0, at);
  const fraction = figure.slice(at + 1);
  const repeated = wholePart.includes(last);

  if (exponent === 0) return grouped.ok || repeated || fraction.length > 2 ? grouped : err("money_fraction");
  if (locale === undefined) {
    if (repeated) return grouped;
    if (grouped.ok) return err("money_ambiguous");
  } else if (last !== (locale === "vi" ? "," : ".")) {
    return grouped;
  }
  if (repeated) return err("money_grouping");
  return fraction.length > exponent ? err("money_fraction") : ungroup(wholePart, fraction);
}

/** Takes one kind of separator out of `whole`, each group but the first being three digits. */
function ungroup(whole: string, fraction: string): Result<Figure, MoneyFault> {
  if (!/^(?:\d+|\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*)$/.test(whole)) return err("money_grouping");
  const digits = whole.replace(/[., ]/g, "");
  return /^0\d/.test(digits) ? err("money_malformed") : ok({ whole: digits, fraction });
}

/**
 * An amount as plain text to type it again: no sign, no groups, the decimal mark of the locale. What {@link parseMoney}
 * reads back to the same amount.
 */
export function plainAmount({ minor, currency }: Money, locale: "vi" | "en"): string {
  const exponent = exponentOf(currency);
  const digits = String(minor).padStart(exponent + 1, "0");
  if (exponent === 0) return digits;
  return `${digits.slice(0, -exponent)}${locale === "vi" ? "," : "."}${digits.slice(-exponent)}`;
}
