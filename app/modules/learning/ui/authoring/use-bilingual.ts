import { useTranslation } from "react-i18next";
import type { Text } from "../../domain/content.ts";

/** A text in the language of the page, the other one where it is missing. */
export function useBilingual(): (text: Text) => string {
  const { i18n } = useTranslation("courses");
  return ({ vi, en }) => (i18n.language === "en" ? en || vi : vi || en);
}
