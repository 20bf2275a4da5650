import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";

/** A bound of a rule in words: an amount in minor units, a number of days, a level, a local day. */
export function useBound(currency: string): (bound: number | string, unit: "minor" | "days" | "level" | "day") => string {
  const { t } = useTranslation("decide");
  const format = useFormat();
  return (bound, unit) => {
    if (unit === "day") return format.day(String(bound));
    if (unit === "minor") return format.money({ minor: Number(bound), currency });
    return unit === "days" ? t("condition.days", { value: Number(bound) }) : t("condition.level", { value: Number(bound) });
  };
}
