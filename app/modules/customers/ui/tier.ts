import { useTranslation } from "react-i18next";

export type TierNames = Readonly<Record<string, { readonly vi?: string | undefined; readonly en?: string | undefined }>>;

/** A tier in the reader's language; its code where nobody named it. */
export function useTierName(names: TierNames): (tier: string) => string {
  const { i18n } = useTranslation("customers");
  const [first, second] = i18n.language === "en" ? (["en", "vi"] as const) : (["vi", "en"] as const);
  return (tier) => names[tier]?.[first] || names[tier]?.[second] || tier;
}
