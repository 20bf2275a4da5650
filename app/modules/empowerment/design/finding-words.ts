import { formatDay, formatList, formatMoney, NO_VALUE } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import { words } from "#i18n/words.ts";
import type { Finding } from "../domain/lint/findings.ts";
import type { Bilingual, PolicyDocument } from "../schemas.ts";
import { nameIn } from "../vocabulary.ts";

interface FindingReader {
  readonly t: (...input: never[]) => unknown;
  readonly locale: Locale;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : typeof value === "string" ? [value] : []);

/** A finding as an HR person reads it: what was found and how to mend it, rules by their names. */
export function findingWords({ code, rules, budgets = [], params }: Finding, document: PolicyDocument, { t, locale }: FindingReader): { readonly message: string; readonly fix: string } {
  const inLanguage = (name: Bilingual) => name[locale] || name.vi || name.en;
  const ruleName = (rule: string | undefined) => (rule === undefined ? "" : inLanguage(nameIn(document.rules, rule).name));
  const role = (value: unknown) => (textOf(value) === "" || value === "*" ? words(t, "lint:", { code: "anyRole" }) : words(t, "ui:role", { code: textOf(value) }, "lint:anyRole"));
  const limits = typeof params["limits"] === "object" && params["limits"] !== null ? (params["limits"] as Readonly<Record<string, unknown>>) : {};
  const amount = (value: unknown) => (typeof value === "number" ? formatMoney({ minor: value, currency: document.currency }, locale) : NO_VALUE);
  const said = {
    rule: ruleName(rules[0]),
    other: ruleName(rules[1]),
    gesture: inLanguage(nameIn(document.gestures, textOf(params["gesture"])).name).toLocaleLowerCase(locale),
    role: role(params["role"]),
    lower: role(params["lower"]),
    higher: role(params["higher"]),
    stricter: amount(limits["stricter"]),
    looser: amount(limits["looser"]),
    lowerLimit: amount(limits["lower"]),
    higherLimit: amount(limits["higher"]),
    budgets: formatList([...budgets], locale),
    codes: formatList(textsOf(params["codes"]), locale),
    roles: formatList(textsOf(params["roles"]).map(role), locale),
    asked: formatList(textsOf(params["asked"]).map(role), locale),
    largest: amount(params["largest"]),
    top: amount(params["top"]),
    what: words(t, "lint:what", { code: textOf(params["what"]) || "other" }, "lint:what.other"),
    languages: formatList(textsOf(params["languages"]).map((language) => words(t, "lint:language", { code: language })), locale),
    day: /^\d{4}-\d{2}-\d{2}$/.test(textOf(params["day"])) ? formatDay(textOf(params["day"])) : "",
    name: textOf(params["name"]),
  };
  const kind = rules.length === 0 && (code === "missing_words" || code === "unknown_code") ? "whole" : textOf(params["kind"]);
  return { message: words(t, "lint:found", { code: `${code}_${kind}`, params: said }, `lint:found.${code}`), fix: words(t, "lint:fix", { code, params: said }) };
}
