import type { Locale } from "#i18n/locale.ts";
import { translator, type OrganisationWords, type Translator } from "#i18n/translator.ts";
import { findOrganisation } from "./organisation.server.ts";

const translators = new Map<Locale, { readonly key: string; readonly t: Translator }>();

/** `t` with the organisation's zone, labels and form of address; kept until one of these changes. */
export function organisationTranslator(locale: Locale): Translator {
  const organisation = findOrganisation();
  const settings: OrganisationWords | undefined =
    organisation === null
      ? undefined
      : { timeZone: organisation.timeZone, currency: organisation.currency, address: organisation.addressForm, labels: organisation.labels };
  const key = JSON.stringify(settings ?? null);
  const kept = translators.get(locale);
  if (kept?.key === key) return kept.t;
  const t = translator(locale, settings);
  translators.set(locale, { key, t });
  return t;
}
