import { useTranslation } from "react-i18next";
import type { PeriodView } from "../scorecards/view-models.ts";

/** "Tháng 10/2026", "Quý 3/2026". */
export function usePeriodName(): (period: PeriodView) => string {
  const { t } = useTranslation("scorecards");
  return ({ kind, from }) => {
    const [year = "", month = ""] = from.split("-");
    return kind === "month" ? t("periods.month", { month: `${month}/${year}` }) : t("periods.quarter", { quarter: Math.ceil(Number(month) / 3), year });
  };
}
