import { useTranslation } from "react-i18next";
import type { Bilingual } from "../view-models.ts";

/** A text in the language of the page, the other one where it is missing. */
export function useBilingual(): (text: Bilingual) => string {
  const { i18n } = useTranslation("stories");
  return ({ vi, en }) => (i18n.language === "en" ? en || vi : vi || en);
}
