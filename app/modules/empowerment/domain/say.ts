import type { Bilingual, Placeholder, PolicyDocument, Words } from "../schemas.ts";
import type { Verdict } from "./verdict.ts";

/** What fills the placeholders of words to say; money and instants are given as text. */
export type SayValues = Partial<Record<Placeholder, string>>;

/** How a customer is addressed, and how the speaker calls themself, where nothing was chosen. */
const address = { vi: { customer: "anh/chị", me: "em" }, en: { customer: "you", me: "I" } } as const;

/** Fills `{{customer}}`, `{{me}}`, … of one text; what has no value reads as an ellipsis. */
export function renderSay(template: string, values: SayValues, language: "vi" | "en" = "vi"): string {
  const filled: SayValues = { ...address[language], ...definedOf(values) };
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => (Object.hasOwn(filled, name) ? filled[name as Placeholder] : undefined) ?? "…");
}

/** Fills both languages of the words to say; one that is missing reads as the other. */
export function renderWords(words: Words, values: SayValues): Bilingual {
  const { vi = words.en ?? "", en = words.vi ?? "" } = words;
  return {
    vi: renderSay(vi, values, words.vi === undefined ? "en" : "vi"),
    en: renderSay(en, values, words.en === undefined ? "vi" : "en"),
  };
}

function definedOf(values: SayValues): SayValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));
}

/**
 * The words a policy has for the customer: a granted request those of its rule, a forbidden one those of the
 * prohibition, anything else, or what a rule lacks, the policy's sayings. Null when the policy has none.
 * @param ended how an escalated request ended, where it did; an approved one has the words of its rule
 */
export function resolveSay(
  document: Pick<PolicyDocument, "rules" | "sayings">,
  verdict: Pick<Verdict, "outcome" | "reason" | "rule">,
  ended?: "approved" | "declined" | "expired",
): Words | null {
  const { sayings } = document;
  const own = document.rules.find(({ code }) => code === verdict.rule)?.say;
  if (ended === "declined") return sayings.declined ?? sayings.refused ?? null;
  if (ended === "expired") return sayings.expired ?? sayings.declined ?? null;
  if (ended === "approved" || verdict.outcome === "granted") return own ?? null;
  if (verdict.outcome === "refused") return (verdict.reason === "forbidden_by_rule" ? own : undefined) ?? sayings.refused ?? null;
  return (verdict.reason === "no_rule_covers" ? sayings.noRule : undefined) ?? sayings.escalated ?? null;
}
