import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import type { Bilingual, CommitmentView } from "../view-models.ts";

/** How quantities of commitments and two-language texts read on the page. */
export function useWords() {
  const { t, i18n } = useTranslation("leading");
  const format = useFormat();
  const local = ({ vi, en }: Bilingual) => (i18n.language === "en" ? en || vi : vi || en);
  const amount = (unit: CommitmentView["unit"], value: number): string => {
    if (unit === "percent") return format.percent(value);
    if (unit === "minutes") return format.duration(value);
    return unit === "hours" ? t("commitments.hours", { n: format.number(value, 1) }) : t("commitments.count", { n: value });
  };
  return { local, amount, format };
}
