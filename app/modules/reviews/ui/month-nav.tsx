import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { LinkButton } from "#ui/button.tsx";

/** Which month is shown, and the ways to the months beside it. */
export function MonthNav({ at, month, earlier, later }: { at: string; month: string; earlier: string; later: string | null }) {
  const { t } = useTranslation("leading");
  const format = useFormat();
  return (
    <nav aria-label={t("month.heading", { month: format.month(month) })} className="-mx-4 flex flex-wrap items-center sm:mx-0 sm:gap-3">
      <LinkButton to={`${at}?month=${earlier}`} variant="quiet" className="-mx-1 sm:mx-0">{t("month.earlier")}</LinkButton>
      <span className="font-semibold tabular-nums">{t("month.heading", { month: format.month(month) })}</span>
      {later && <LinkButton to={`${at}?month=${later}`} variant="quiet" className="-mx-1 sm:mx-0">{t("month.later")}</LinkButton>}
    </nav>
  );
}
