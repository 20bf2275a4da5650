import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import { DefinitionList } from "#ui/layout.tsx";
import { DateTime } from "#ui/time.tsx";
import { Timeline } from "#ui/timeline.tsx";
import type { ApprovalStep, DecisionDetail } from "../view-models.ts";
import { useBilingual } from "./verdict-panel.tsx";

/** What was known and asked for. */
export function DecisionFacts({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  const format = useFormat();
  const name = useBilingual();
  const customer = decision.customerRef;
  return (
    <DefinitionList
      items={[
        { label: t("field.person"), value: decision.person.name },
        { label: t("field.at"), value: <DateTime iso={decision.at} long /> },
        { label: t("field.gesture"), value: name(decision.gesture.name) },
        decision.amount && { label: t("field.amount"), value: format.money(decision.amount) },
        { label: t("field.reason"), value: name(decision.reason.name) },
        { label: t("field.channel"), value: name(decision.channel.name) },
        {
          label: t("field.customer"),
          value: customer ? <Link to={`/customers/${encodeURIComponent(customer)}`} className="underline underline-offset-4">{customer}</Link> : t("customer.walkIn"),
        },
        decision.orderRef !== null && { label: t("field.order"), value: decision.orderRef },
        decision.caseRef !== null && { label: t("field.case"), value: decision.caseRef },
        decision.felt !== null && { label: t("field.felt"), value: words(t, "empowerment:felt", { code: decision.felt }) },
        decision.flags.length > 0 && { label: t("field.flags"), value: format.list(decision.flags.map((flag) => name(flag.name))) },
        decision.note !== null && { label: t("field.note"), value: <span className="whitespace-pre-wrap">{decision.note}</span> },
        decision.evidence.length > 0 && { label: t("field.evidence"), value: format.list(decision.evidence) },
        decision.externalRef !== null && { label: t("field.externalRef"), value: decision.externalRef },
        { label: t("field.policy"), value: t("policies.version", { version: decision.verdict.policyVersion }) },
      ]}
    />
  );
}

/** Who was asked, in order. */
export function ApprovalPath({ steps }: { steps: readonly ApprovalStep[] }) {
  const { t } = useTranslation(["decide", "empowerment"]);
  return (
    <Timeline
      items={steps.map((step) => ({
        key: `${step.level} ${step.askedAt} ${step.approver.id}`,
        at: step.answeredAt ?? step.askedAt,
        title: (
          <span className="flex flex-wrap items-center gap-2">
            {step.approver.name}
            <Badge tone={step.state === "pending" ? "waiting" : "neutral"}>{words(t, "empowerment:approvalState", { code: step.state })}</Badge>
          </span>
        ),
        body: (
          <>
            <p className="text-muted">
              {t(`empowerment:approvalKind.${step.kind}`)}
              {step.onBehalfOf && <> · {t("decision.onBehalf", { name: step.onBehalfOf.name })}</>}
            </p>
            {step.note && <p className="whitespace-pre-wrap">{step.note}</p>}
          </>
        ),
      }))}
    />
  );
}
