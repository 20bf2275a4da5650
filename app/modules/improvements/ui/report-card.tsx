import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { ImprovementView, Local } from "../view-models.ts";
import { useLocal } from "./badges.tsx";

const LINK = "underline underline-offset-4";

/** What was reported, in the reporter's own words; the title says it where it is short. */
export function ReportCard({ improvement }: { improvement: ImprovementView }) {
  const { t } = useTranslation("improvements");
  return (
    <Card>
      {improvement.what !== improvement.title && <p className="max-w-prose text-lg whitespace-pre-line">{improvement.what}</p>}
      <DefinitionList
        items={[
          { label: t("page.customer"), value: <span className="whitespace-pre-line">{improvement.cost}</span> },
          { label: t("page.often"), value: t(`often.${improvement.often}`) },
        ]}
      />
    </Card>
  );
}

export interface AboutProps {
  readonly improvement: ImprovementView;
  readonly ruleName: Local | null;
  readonly decision: { readonly id: string; readonly number: string } | null;
}

/** Who reported it, where, and what it is about. */
export function AboutCard({ improvement, ruleName, decision }: AboutProps) {
  const { t } = useTranslation("improvements");
  const local = useLocal();
  const format = useFormat();
  const { procedure, rule } = improvement;
  return (
    <Card>
      <DefinitionList
        items={[
          { label: t("page.reporters"), value: format.list(improvement.reporters.map(({ name }) => name)) },
          { label: t("page.reported"), value: format.dateTime(improvement.reportedAt) },
          improvement.site !== null && { label: t("page.place"), value: local(improvement.site.name) },
          improvement.touchpoint !== null && { label: t("page.touchpoint"), value: improvement.touchpoint },
          procedure !== null && { label: t("page.procedure"), value: <Link to={`/procedures/${procedure.id}`} className={LINK}>{local(procedure.name)}</Link> },
          rule !== null && { label: t("page.rule"), value: <Link to={`/policies/rules/${encodeURIComponent(rule)}`} className={LINK}>{ruleName ? local(ruleName) : rule}</Link> },
          decision !== null && { label: t("page.decision"), value: <Link to={`/decisions/${decision.id}`} className={LINK}>{decision.number}</Link> },
          improvement.merged.length > 0 && {
            label: t("page.merged"),
            value: (
              <span className="flex flex-wrap gap-x-3">
                {improvement.merged.map(({ id, number }) => (
                  <Link key={id} to={`/improvements/${id}`} className={LINK}>{number}</Link>
                ))}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
