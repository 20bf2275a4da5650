import type { PolicyDocument, PolicyRule, Words } from "../../schemas.ts";
import { finding, type Finding } from "./findings.ts";

const LANGUAGES = ["vi", "en"] as const;
const SAYINGS = ["refused", "escalated", "declined", "expired", "noRule"] as const;
const VOCABULARY = ["gestures", "reasons", "channels", "tiers", "flags"] as const;

/** Names, reasons and words to say that are missing, in both languages or in one. */
export function lintWording(document: PolicyDocument): Finding[] {
  const rules = [...document.rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [...rules.flatMap(ofRule), ...ofSayings(document), ...ofVocabulary(document)];
}

function missing(words: Words | undefined): string[] {
  return LANGUAGES.filter((language) => (words?.[language] ?? "").trim() === "");
}

function ofRule(rule: PolicyRule): Finding[] {
  const lacks = (code: "missing_name" | "missing_why" | "missing_words", what: string, languages: readonly string[]): Finding[] =>
    languages.length === 0 ? [] : [finding({ code, rules: [rule.code], params: { rule: rule.code, what, languages }, about: [what, ...languages] })];
  const half = (words: Words | undefined) => (words === undefined ? [] : missing(words));
  return [
    ...lacks("missing_name", "name", missing(rule.name)),
    ...lacks("missing_why", "why", missing(rule.why)),
    // a rule need not have words of its own; those it has are wanted in both languages
    ...lacks("missing_words", "say", half(rule.say)),
    ...lacks("missing_words", "serves", half(rule.serves?.text)),
    ...lacks("missing_words", "bet", half(rule.bet?.because)),
  ];
}

/** What is said to a customer where a rule has no words of its own; `noRule` and `expired` fall back on others. */
function ofSayings({ sayings }: PolicyDocument): Finding[] {
  return SAYINGS.flatMap((what) => {
    const optional = what === "noRule" || what === "expired";
    const languages = optional && sayings[what] === undefined ? [] : missing(sayings[what]);
    return languages.length === 0 ? [] : [finding({ code: "missing_words", params: { rule: null, what, languages }, about: [what, ...languages] })];
  });
}

function ofVocabulary(document: PolicyDocument): Finding[] {
  return VOCABULARY.flatMap((kind) => {
    const unnamed = document[kind].filter(({ name }) => missing(name).length > 0);
    if (unnamed.length === 0) return [];
    const languages = LANGUAGES.filter((language) => unnamed.some(({ name }) => missing(name).includes(language)));
    const codes = unnamed.map(({ code }) => code).sort();
    return [finding({ code: "missing_words", params: { rule: null, what: kind, languages, codes }, about: [kind, ...codes] })];
  });
}
