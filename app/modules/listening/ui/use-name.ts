import { useTranslation } from "react-i18next";
import type { LocalName } from "../view-models.ts";

/** A name in the language of the page, the other one where it is missing. */
export function useName(): (name: LocalName) => string {
  const { i18n } = useTranslation("listening");
  return (name) => (i18n.language === "en" ? name.en || name.vi : name.vi || name.en);
}
