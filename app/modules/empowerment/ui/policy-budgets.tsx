import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import type { PolicyView } from "../view-models.ts";
import { useBilingual } from "./verdict-panel.tsx";

/** The budgets of a version: per whom, in which window, how much for each role. */
export function PolicyBudgets({ policy, role }: { policy: PolicyView; role: (code: string) => string }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const format = useFormat();
  const name = useBilingual();
  return (
    <ul className="flex flex-col gap-4">
      {policy.budgetList.map((budget) => (
        <li key={budget.code}>
          <p className="font-semibold">
            {t("policies.budgetLine", {
              subject: t(`policies.subject.${budget.subject as "person"}`),
              window: typeof budget.window === "string" ? t(`policies.window.${budget.window}`) : t("policies.window.rolling", { days: budget.window.rollingDays }),
            })}
          </p>
          {budget.gestures.length > 0 && <p>{format.list(budget.gestures.map((gesture) => name(gesture.name)))}</p>}
          <ul className="list-disc pl-5">
            {budget.limits.map((limit) => (
              <li key={limit.role}>
                {role(limit.role)}: {budget.measure === "amount" ? format.money({ minor: limit.limit, currency: policy.currency }) : t("empowerment:times", { count: limit.limit })}
              </li>
            ))}
          </ul>
          <p className="text-sm text-muted">
            {budget.code} · {t(`policies.onExceed.${budget.onExceed}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}
