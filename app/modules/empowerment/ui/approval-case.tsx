import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { ApprovalDetail } from "../view-models.ts";
import { DecisionList } from "./decision-list.tsx";
import { useBilingual } from "./verdict-panel.tsx";

/** The person, what was asked, and the one reason it was not automatic. */
export function ApprovalQuestion({ approval }: { approval: ApprovalDetail }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const format = useFormat();
  const name = useBilingual();
  const customer = approval.customerRef;
  return (
    <>
      {approval.kind === "second_person" && <Banner tone="info">{t("approvals.secondPerson", { name: approval.requester.name })}</Banner>}
      {approval.kind === "exception" && <Banner tone="info">{t("approvals.exception")}</Banner>}
      {approval.onBehalfOf && <Banner tone="info">{t("approvals.onBehalf", { name: approval.onBehalfOf.name })}</Banner>}
      <Banner tone="warn" title={t("approvals.why")}>
        {approval.why.text}
        {approval.byChoice && (
          <p>
            {t("decision.byChoice")}
            {approval.escalateReason && <>: {words(t, "empowerment:escalateReason", { code: approval.escalateReason })}</>}
          </p>
        )}
      </Banner>
      <Card>
        <DefinitionList
          items={[
            { label: t("field.requester"), value: approval.requester.name },
            approval.site && { label: t("field.site"), value: name(approval.site.name) },
            {
              label: t("field.customer"),
              value: customer ? (
                <Link to={`/customers/${encodeURIComponent(customer)}`} className="underline underline-offset-4">
                  {approval.customerName ?? customer}
                </Link>
              ) : (
                t("customer.walkIn")
              ),
            },
            approval.felt !== null && { label: t("field.felt"), value: words(t, "empowerment:felt", { code: approval.felt }) },
            { label: t("field.reason"), value: name(approval.reason.name) },
            { label: t("field.gesture"), value: name(approval.gesture.name) },
            approval.amount && { label: t("field.amount"), value: <strong>{format.money(approval.amount)}</strong> },
            approval.note !== null && { label: t("field.note"), value: <span className="whitespace-pre-wrap">{approval.note}</span> },
            approval.evidence.length > 0 && { label: t("field.evidence"), value: format.list(approval.evidence) },
            approval.flags.length > 0 && { label: t("field.flags"), value: format.list(approval.flags.map((flag) => name(flag.name))) },
          ]}
        />
      </Card>
    </>
  );
}

/** What approving costs and leaves, and the customer's case so far. */
export function ApprovalContext({ approval }: { approval: ApprovalDetail }) {
  const { t } = useTranslation("decide");
  const { count, total } = approval.goodwill;
  const currency = total.currency;
  return (
    <>
      <Card title={t("approvals.costs")}>
        <ul className="flex flex-col gap-2">
          {approval.room && <li>{t("approvals.youMay", { room: approval.room })}</li>}
          {approval.budgets.map((budget) => (
            <li key={budget.code}>
              {budget.unit === "minor"
                ? t("approvals.budgetLeft", { subject: t(`verdict.budget.${budget.subject}`), remaining: { minor: budget.remaining, currency } })
                : t("approvals.budgetLeftTimes", { subject: t(`verdict.budget.${budget.subject}`), remaining: budget.remaining })}
            </li>
          ))}
          {approval.customerRef && <li>{count > 0 ? t("approvals.goodwill", { count, total }) : t("approvals.noGoodwill")}</li>}
        </ul>
      </Card>
      <Card title={t("approvals.soFar")}>
        {approval.caseSoFar.length === 0 ? <p className="text-muted">{t("approvals.nothingSoFar")}</p> : <DecisionList rows={approval.caseSoFar} withPerson label={t("approvals.soFar")} />}
      </Card>
    </>
  );
}
