import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { roundHalfAway } from "#kernel/rounding.ts";
import type { Bilingual, Cadence, Unit } from "../definition.ts";

/** How values, intervals and periods of KPIs are written; what is not there is "–", never 0. */
export function useFigures() {
  const { t } = useTranslation("kpis");
  const format = useFormat();
  const { locale } = format;

  function value(number: number | null, unit: Unit): string {
    if (number === null) return NO_VALUE;
    switch (unit) {
      case "percent":
        return format.percent(roundHalfAway(number, 1), 1);
      case "points":
        return format.number(roundHalfAway(number, 1), 1);
      case "vnd":
        return format.moneyCompact({ minor: Math.round(number), currency: "VND" });
      case "minutes":
        return format.duration(roundHalfAway(number, 0));
      case "days":
      case "times":
      case "cases":
      case "people":
        return t(`value.${unit}`, { value: format.number(roundHalfAway(number, 1), 1) });
    }
  }

  /** The number alone, with its unit beside it where that is a word. */
  function parts(number: number | null, unit: Unit): { readonly number: string; readonly unit: string | null } {
    const isWord = unit === "days" || unit === "times" || unit === "cases" || unit === "people";
    return isWord && number !== null ? { number: format.number(roundHalfAway(number, 1), 1), unit: t(`unit.${unit}`) } : { number: value(number, unit), unit: null };
  }

  function period(start: string, cadence: Cadence): string {
    if (cadence === "month") return format.month(start.slice(0, 7));
    if (cadence === "quarter") return t("quarter", { quarter: quarterOf(start), year: start.slice(0, 4) });
    return format.day(start);
  }

  return {
    value,
    parts,
    period,
    n: (count: number) => t("n", { n: format.number(count, 0) }),
    interval: (low: number | null, high: number | null, unit: Unit) => (low === null || high === null ? t("noInterval") : t("interval", { low: value(low, unit), high: value(high, unit) })),
    local: (text: Bilingual) => text[locale] || text.vi || text.en,
  };
}

const quarterOf = (day: string) => Math.ceil(Number(day.slice(5, 7)) / 3);
