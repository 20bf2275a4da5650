import { useTranslation } from "react-i18next";

/** A name in the language of the page, the other one where it is missing. */
export function useLocalName(): (name: { readonly vi: string; readonly en: string }) => string {
  const { i18n } = useTranslation("people");
  return (name) => (i18n.language === "en" ? name.en || name.vi : name.vi || name.en);
}

/** The same for rows that keep the two names in columns. */
export function useRowName(): (row: { readonly nameVi: string; readonly nameEn: string }) => string {
  const local = useLocalName();
  return ({ nameVi, nameEn }) => local({ vi: nameVi, en: nameEn });
}
