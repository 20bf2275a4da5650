import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { words } from "#i18n/words.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { BudgetsView } from "../../design/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";

/** The budgets of a version: per whom, in which window, how much for each role. */
export function BudgetList({ version, mayEdit, currency, budgets }: BudgetsView) {
  const { t } = useTranslation(["designer", "decide", "empowerment", "ui"]);
  const format = useFormat();
  const name = useBilingual();
  const role = (code: string) => (code === "*" ? t("budget.others") : words(t, "ui:role", { code }));
  return (
    <>
      {mayEdit && (
        <div>
          <LinkButton to={`/policies/${version}/budgets/new`} variant="primary">
            {t("budget.add")}
          </LinkButton>
        </div>
      )}
      {budgets.length === 0 && <EmptyState title={t("budget.empty")} />}
      <div className="grid gap-4 md:grid-cols-2">
        {budgets.map((budget) => (
          <Card
            key={budget.code}
            as="article"
            title={t("decide:policies.budgetLine", {
              subject: t(`decide:policies.subject.${budget.subject}`),
              window: typeof budget.window === "string" ? t(`decide:policies.window.${budget.window}`) : t("decide:policies.window.rolling", { days: budget.window.rollingDays }),
            })}
            aside={
              mayEdit && (
                <Link to={`/policies/${version}/budgets/${budget.code}`} className="inline-flex min-h-target items-center underline underline-offset-4">
                  {t("budget.edit")}
                </Link>
              )
            }
          >
            <p>
              {budget.gestures.length === 0 ? t("matrix.anyGesture") : format.list(budget.gestures.map((gesture) => name(gesture.name)))}
              {budget.reasons.length > 0 && <>; {format.list(budget.reasons.map((reason) => name(reason.name)))}</>}
            </p>
            <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
              {budget.limits.map((limit) => (
                <div key={limit.role} className="contents">
                  <dt>{role(limit.role)}</dt>
                  <dd className="text-right tabular-nums">{budget.measure === "amount" ? format.money({ minor: limit.limit, currency }) : t("empowerment:times", { count: limit.limit })}</dd>
                </div>
              ))}
            </dl>
            <p className="text-sm text-muted">
              {t(`decide:policies.onExceed.${budget.onExceed}`)} · {budget.code}
            </p>
          </Card>
        ))}
      </div>
    </>
  );
}
