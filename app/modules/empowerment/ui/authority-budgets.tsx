import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import type { AuthorityBudget } from "../view-models.ts";
import { useBilingual } from "./verdict-panel.tsx";

/** What is left of each budget of the reader: what it counts, whose it is, how much, until when. */
export function AuthorityBudgets({ budgets, currency }: { budgets: readonly AuthorityBudget[]; currency: string }) {
  const { t } = useTranslation("decide");
  const format = useFormat();
  const name = useBilingual();
  const span = ({ window }: AuthorityBudget) => (typeof window === "string" ? t(`policies.window.${window}`) : t("policies.window.rolling", { days: window.rollingDays }));
  return (
    <ul className="flex flex-col divide-y divide-line">
      {budgets.map((budget) => (
        <li key={budget.code} className="flex flex-wrap justify-between gap-x-4 py-2 first:pt-0 last:pb-0">
          <span className="min-w-0 flex-1 basis-44">
            <span className="block">{budget.gestures.length === 0 ? t("authority.anyGesture") : format.list(budget.gestures.map((gesture) => name(gesture.name)))}</span>
            <span className="block text-sm text-muted">{t("policies.budgetLine", { subject: t(`verdict.budget.${budget.subject}`), window: span(budget) })}</span>
          </span>
          <span className="ml-auto text-right tabular-nums">
            {budget.unit === "minor"
              ? t("verdict.leftOf", { remaining: { minor: budget.remaining, currency }, limit: { minor: budget.limit, currency } })
              : t("verdict.leftTimes", { remaining: budget.remaining, limit: budget.limit })}
            {budget.resetsAt && <span className="block text-sm text-muted">{t("verdict.resets", { at: budget.resetsAt })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
