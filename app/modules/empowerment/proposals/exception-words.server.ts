import type { Locale } from "#i18n/locale.ts";
import { words } from "#i18n/words.ts";
import { organisationTranslator } from "#modules/people/public.server.ts";
import type { ProposalEvidence } from "../domain/proposals/stored-evidence.ts";
import type { PolicyDocument, PolicyRule } from "../public.ts";
import { bilingual, nameIn } from "../vocabulary.ts";

/** Writes the words of an exception that a proposal makes: its rule's own, with the reason it is for and what speaks for it. */
export function exceptionWords(document: PolicyDocument, reason: string, { hits, n }: ProposalEvidence): (rule: PolicyRule) => PolicyRule {
  const reasonName = nameIn(document.reasons, reason).name;
  return (rule) => {
    const [name, why] = [bilingual(rule.name, rule.code), bilingual(rule.why, "")];
    const said = (locale: Locale, code: "name" | "why") =>
      words(organisationTranslator(locale), "proposals:exception", { code, params: { name: name[locale], reason: reasonName[locale], why: why[locale], hits, n } }).trim();
    return { ...rule, name: { vi: said("vi", "name"), en: said("en", "name") }, why: { vi: said("vi", "why"), en: said("en", "why") } };
  };
}
