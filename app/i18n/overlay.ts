import type { LocaleMessages, MessageTree } from "./catalogue.ts";
import type { Locale } from "./locale.ts";

/** An organisation's own words: `{"role.supervisor": {"vi": "cửa hàng trưởng", "en": "store lead"}}`. */
export type Labels = Readonly<Record<string, Partial<Readonly<Record<Locale, string>>>>>;

/** How staff are addressed: `bạn`, or `anh/chị`. English has one form. */
export const ADDRESS_FORMS = ["bạn", "anh/chị"] as const;
export type AddressForm = (typeof ADDRESS_FORMS)[number];

export function isAddressForm(text: unknown): text is AddressForm {
  return typeof text === "string" && (ADDRESS_FORMS as readonly string[]).includes(text);
}

/** The groups of the `ui` namespace that an organisation may rename; all other words stay fixed. */
const RENAMABLE = ["role", "term"] as const;

/** What every message may use without being given it: `{{you}}`, `{{role.supervisor}}`, `{{term.case}}`. */
export interface DefaultVariables {
  readonly you: string;
  readonly role: MessageTree;
  readonly term: MessageTree;
}

/** Messages with the organisation's labels laid over the renamable words. Unknown keys and empty labels change nothing. */
export function overlay(messages: LocaleMessages, labels: Labels, locale: Locale): LocaleMessages {
  let ui: MessageTree = messages.ui ?? {};
  for (const [key, label] of Object.entries(labels)) {
    const text = label[locale]?.trim();
    const [group = "", name = "", ...rest] = key.split(".");
    const words = ui[group];
    const renamable = (RENAMABLE as readonly string[]).includes(group) && rest.length === 0;
    if (!text || !renamable || !words || typeof words === "string" || typeof words[name] !== "string") continue;
    ui = { ...ui, [group]: { ...words, [name]: text } };
  }
  return ui === messages.ui ? messages : { ...messages, ui };
}

/** The default variables of one language after the overlay. */
export function defaultVariables(messages: LocaleMessages, locale: Locale, address: AddressForm): DefaultVariables {
  const group = (name: (typeof RENAMABLE)[number]): MessageTree => {
    const words = messages.ui?.[name];
    return typeof words === "object" ? words : {};
  };
  return { you: locale === "vi" ? address : "you", role: group("role"), term: group("term") };
}
