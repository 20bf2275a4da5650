import type { TFunction } from "i18next";
import { messagesOf } from "./catalogue.ts";
import { DEFAULT_SETTINGS, type I18nSettings, createI18n } from "./instance.ts";
import type { Locale } from "./locale.ts";

/** What of the organisation decides words: labels, form of address, zone and currency. */
export type OrganisationWords = Partial<Omit<I18nSettings, "locale">>;

/** The words of the `ui` namespace by default; `t("errors:not_found")` reaches every other. */
export type Translator = TFunction<"ui">;

const plain = new Map<Locale, Translator>();

/**
 * `t` for what is no page: API answers, e-mails, exports, the wrapper of loaders and actions.
 * Without an organisation the defaults hold (bạn, đồng, Asia/Ho_Chi_Minh) and the translator is shared.
 */
export function translator(locale: Locale, organisation?: OrganisationWords): Translator {
  const make = () => createI18n({ ...DEFAULT_SETTINGS, ...organisation, locale }, messagesOf(locale)).getFixedT(locale, "ui");
  if (organisation) return make();
  let shared = plain.get(locale);
  if (!shared) plain.set(locale, (shared = make()));
  return shared;
}
