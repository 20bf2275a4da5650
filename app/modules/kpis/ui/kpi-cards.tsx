import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { ChangeView, KpiView } from "../view-models.ts";
import { HealthBadge, Timeliness } from "./health-badge.tsx";
import { useFigures } from "./use-figures.ts";

/** The figure of the last whole period, with n and its interval, and where it stands against the target. */
export function FigureCard({ kpi }: { kpi: KpiView }) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  const { latest, definition } = kpi;
  const { unit, cadence, target } = definition;
  return (
    <Card title={t("page.figure")} aside={<HealthBadge health={kpi.health} />}>
      {latest === null ? (
        <p className="text-2xl font-semibold">{t("timeliness.never")}</p>
      ) : (
        <div>
          <p className="text-4xl font-semibold tabular-nums">{figures.value(latest.value, unit)}</p>
          <p className="tabular-nums">{figures.n(latest.n)} · {figures.period(latest.periodStart, cadence)}</p>
          <p className="text-muted tabular-nums">{figures.interval(latest.low, latest.high, unit)}</p>
          {latest.p90 !== null && <p className="text-muted">{t("p90", { value: figures.value(latest.p90, unit) })}</p>}
        </div>
      )}
      <p>{t(`standing.${kpi.standing}`)}{target !== null && <>: {t("page.targetBy", { value: figures.value(target.value, unit), by: figures.period(target.by, "day") })}</>}</p>
      <Timeliness timeliness={kpi.timeliness} cadence={cadence} />
    </Card>
  );
}

/** How a KPI is defined, in words. */
export function DefinitionCard({ kpi }: { kpi: KpiView }) {
  const { t } = useTranslation("kpis");
  const format = useFormat();
  const figures = useFigures();
  const { definition, owners } = kpi;
  const { measure, unit } = definition;
  const how = measure.kind === "ces" && measure.convention !== undefined ? `${t("measure.ces")} (${t(`convention.${measure.convention}`)})` : t(`measure.${measure.kind}`);
  const { fact } = definition.source;
  const source = definition.source.kind === "computed" && fact !== null ? `${t("source.computed")}: ${t(`fact.${fact}` as "fact.decisions")}` : t(`source.${definition.source.kind}`);
  return (
    <Card title={t("page.definition")} aside={<span className="text-sm text-muted">{t("page.version", { version: kpi.version })}</span>}>
      <DefinitionList
        items={[
          { label: t("page.why"), value: figures.local(definition.why) },
          { label: t("page.measure"), value: `${how}. ${t(`direction.${definition.direction}`)}.` },
          definition.counts !== null && { label: t("page.counts"), value: t(`counts.${definition.counts}`) },
          definition.stage !== null && { label: t("page.stage"), value: t(`stage.${definition.stage}`) },
          { label: t("page.owners"), value: format.list(owners.map(({ name }) => figures.local(name))) },
          definition.influencedBy.length > 0 && { label: t("page.influencedBy"), value: format.list(definition.influencedBy.map((role) => t(`role.${role}`))) },
          { label: t("page.source"), value: source },
          { label: t("page.cadence"), value: t(`cadence.${definition.cadence}`) },
          { label: t("page.sample"), value: format.number(definition.minimumSample, 0) },
          definition.baseline !== null && { label: t("page.baseline"), value: figures.value(definition.baseline, unit) },
        ]}
      />
    </Card>
  );
}

function Change({ change, kpi }: { change: ChangeView; kpi: KpiView }) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  const { unit } = kpi.definition;
  const target = (value: number | null) => (value === null ? t("page.noTarget") : figures.value(value, unit));
  const text =
    change.kind === "target" ? t("page.change.target", { from: target(change.from), to: target(change.to) })
    : change.kind === "definition" ? t("page.change.definition", { version: change.version ?? 0 })
    : change.kind === "policy" ? t("page.change.policy", { title: change.title ?? "" })
    : t("page.change.improvement");
  return (
    <li className="flex flex-col">
      <span className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        {figures.period(change.day, "day")}
        {change.kind !== "policy" && change.href === null && <span>{text}</span>}
        {change.kind === "improvement" && <span>{text}</span>}
        {change.verified && <Badge tone="good">{t("page.verified")}</Badge>}
      </span>
      {change.href !== null && <Link to={change.href} className="inline-flex min-h-target items-center underline underline-offset-4">{change.kind === "policy" ? text : change.title}</Link>}
      {change.note !== null && <span>{change.note}</span>}
    </li>
  );
}

/** What changed and when: changes of the work, versions of the policy, the definition and targets. */
export function ChangesCard({ kpi }: { kpi: KpiView }) {
  const { t } = useTranslation("kpis");
  return (
    <Card title={t("page.changes")}>
      {kpi.changes.length === 0 ? (
        <p className="text-muted">{t("page.noChanges")}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {kpi.changes.map((change) => <Change key={`${change.kind} ${change.day} ${change.href ?? change.version ?? change.to}`} change={change} kpi={kpi} />)}
        </ul>
      )}
    </Card>
  );
}

/** Figures that were corrected, with the earlier value and its author. */
export function CorrectionsCard({ kpi }: { kpi: KpiView }) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  const { unit, cadence } = kpi.definition;
  if (kpi.corrections.length === 0) return null;
  return (
    <Card title={t("page.corrections")}>
      <ul className="flex flex-col gap-2">
        {kpi.corrections.map(({ at, period, before, after, by, saidBy, reason }) => (
          <li key={`${at} ${period}`}>
            <span className="block">{t("page.correction", { period: figures.period(period, cadence), before: figures.value(before, unit), after: figures.value(after, unit) })}</span>
            <span className="block text-sm text-muted">{t("page.correctionBy", { by: by ?? t("page.somebody"), saidBy: saidBy ?? t("page.somebody"), reason })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
