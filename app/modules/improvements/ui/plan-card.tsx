import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { ImprovementView, PlanView } from "../view-models.ts";

/** What will change, what of the customer's it serves and on which evidence, and the burden it takes off. */
export function PlanCard({ improvement, plan }: { improvement: ImprovementView; plan: PlanView }) {
  const { t } = useTranslation("improvements");
  const format = useFormat();
  const { staff, customer } = plan.removed;
  const removed = [
    ...(staff === null ? [] : [t("plan.removedStaff", { minutes: staff })]),
    ...(customer === null ? [] : [t("plan.removedCustomer", { minutes: customer })]),
  ];
  const may = improvement.may.moves.includes("plan");
  return (
    <Card title={t("plan.heading")} aside={may && <LinkButton to={`/improvements/${improvement.id}/plan`} variant="quiet">{t("plan.change")}</LinkButton>}>
      <p className="max-w-prose whitespace-pre-line">{plan.text}</p>
      <DefinitionList
        items={[
          { label: t("plan.lensKind"), value: `${t(`lens.${plan.lensKind}`)}: ${plan.lensText}` },
          { label: t("plan.evidence"), value: plan.evidence === null ? <span className="text-warn">{t("plan.noEvidence")}</span> : <span className="whitespace-pre-line">{plan.evidence}</span> },
          { label: t("plan.way"), value: t(`way.${plan.way}`) },
          { label: t("plan.removed"), value: removed.length > 0 ? format.list(removed) : t("plan.burdenUnknown") },
        ]}
      />
    </Card>
  );
}
