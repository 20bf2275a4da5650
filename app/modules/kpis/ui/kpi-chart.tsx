import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { ControlChart } from "#ui/charts/control-chart.tsx";
import { Legend, LegendItem } from "#ui/charts/chart-figure.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { Reading } from "../domain/reading.ts";
import type { GuardrailView, KpiView } from "../view-models.ts";
import { useFigures } from "./use-figures.ts";

/** The sentence that says signal or noise. */
function useSentence(kpi: KpiView) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  return (reading: Reading): string => {
    const unit = kpi.definition.unit;
    if (reading.code === "nothing") return t("sentence.nothing");
    if (reading.code === "too_few") return t("sentence.too_few", { points: reading.points, needed: reading.needed });
    const { centre, low, high } = reading.limits;
    const limits = { centre: figures.value(centre, unit), low: figures.value(low, unit), high: figures.value(high, unit) };
    if (reading.code === "noise") return t("sentence.noise", limits);
    const found = t(`sentence.${reading.signal}`, { ...limits, side: t(`sentence.${reading.side}`) });
    return reading.good === null ? found : `${found} ${t(reading.good ? "sentence.good" : "sentence.bad")}`;
  };
}

/** The course of a KPI between its natural limits, with target, segments and signals. */
export function KpiChart({ kpi }: { kpi: KpiView }) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  const sentence = useSentence(kpi);
  const { unit, cadence, target, range } = kpi.definition;
  const text = (value: number) => figures.value(value, unit);
  const label = (start: string) => figures.period(start, cadence);
  const segmentAt = (index: number) => kpi.segments.find(({ start, end }) => index >= start && index < end);
  const levels = range !== null ? [range.from, range.to].map((value) => ({ value, name: t("page.legendTarget", { value: text(value) }) })) : target === null ? [] : [{ value: target.value, name: t("page.legendTarget", { value: text(target.value) }) }];
  return (
    <Card title={t("page.chart")}>
      <ControlChart
        sentence={sentence(kpi.reading)}
        text={text}
        points={kpi.points.map(({ start, value, signals }, index) => {
          const segment = segmentAt(index);
          return { label: label(start), value, centre: segment?.centre ?? null, low: segment?.low ?? null, high: segment?.high ?? null, signal: signals.length > 0 };
        })}
        breaks={kpi.segments.filter(({ because }) => because !== "first").map(({ start, because }) => ({ label: label(kpi.points[start]?.start ?? ""), name: t(because === "definition" ? "page.segmentDefinition" : "page.segmentChange") }))}
        levels={levels}
        legend={
          <Legend>
            <LegendItem mark="solid">{t("page.legendValue")}</LegendItem>
            <LegendItem mark="dotted">{t("page.legendLimits")}</LegendItem>
            {levels.length > 0 && <LegendItem mark="dashed">{t("page.target")}</LegendItem>}
            <span>{t("page.legendSignal")}</span>
          </Legend>
        }
        table={{
          caption: t("page.table"),
          columns: [t("page.tPeriod"), t("page.tValue"), t("page.tN"), t("page.tInterval"), t("page.tSays")],
          rows: [...kpi.points].reverse().map(({ start, value, n, low, high, signals }) => [
            label(start),
            value === null ? t("page.missing") : text(value),
            value === null ? NO_VALUE : String(n),
            low === null || high === null ? NO_VALUE : `${text(low)} – ${text(high)}`,
            value === null ? NO_VALUE : t(signals.length > 0 ? "reading.signal_plain" : "reading.noise"),
          ]),
        }}
      />
      <Segments kpi={kpi} />
    </Card>
  );
}

function Segments({ kpi }: { kpi: KpiView }) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  const { unit, cadence } = kpi.definition;
  if (kpi.segments.length < 2) return null;
  return (
    <div>
      <h3 className="font-semibold">{t("page.segments")}</h3>
      <ul className="list-disc pl-5">
        {kpi.segments.map(({ start, centre, low, high, because }) => {
          const from = figures.period(kpi.points[start]?.start ?? "", cadence);
          const why = because === "first" ? "" : ` (${t(because === "definition" ? "page.segmentDefinition" : "page.segmentChange")})`;
          return <li key={start}>{centre === null ? t("page.segmentOpen", { from }) : t("page.segment", { from, centre: figures.value(centre, unit), low: figures.value(low, unit), high: figures.value(high, unit) })}{why}</li>;
        })}
      </ul>
    </div>
  );
}

function Guardrail({ guardrail, kpi }: { guardrail: GuardrailView; kpi: KpiView }) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  const text = (value: number) => figures.value(value, guardrail.unit);
  const label = (start: string) => figures.period(start, kpi.definition.cadence);
  // The same periods as the chart above, so that both read along one axis.
  const by = new Map(guardrail.points.map((point) => [label(point.start), point]));
  const points = kpi.points.map(({ start }) => ({ label: label(start), value: by.get(label(start))?.value ?? null, centre: null, low: null, high: null, signal: false }));
  const name = figures.local(guardrail.name);
  const sentence = guardrail.good === false ? t("page.guardrailWorse", { name }) : `${name}: ${t(guardrail.reading === "signal" ? (guardrail.good === null ? "reading.signal_plain" : "reading.signal_good") : `reading.${guardrail.reading}`)}`;
  return (
    <div className="flex flex-col gap-2">
      <h3><a href={`/kpis/${guardrail.code}`} className="inline-flex min-h-target items-center underline underline-offset-4">{name}</a></h3>
      <ControlChart
        small
        sentence={sentence}
        text={text}
        points={points}
        breaks={[]}
        levels={[]}
        table={{
          caption: name,
          columns: [t("page.tPeriod"), t("page.tValue"), t("page.tN")],
          rows: [...guardrail.points].reverse().map(({ start, value, n }) => [label(start), value === null ? t("page.missing") : text(value), value === null ? NO_VALUE : String(n)]),
        }}
      />
    </div>
  );
}

/** What must not get worse meanwhile, beneath the chart on the same periods. */
export function Guardrails({ kpi }: { kpi: KpiView }) {
  const { t } = useTranslation("kpis");
  const needs = ["speed", "volume", "revenue"].includes(kpi.definition.moves);
  if (kpi.guardrails.length === 0) return needs ? <Banner tone="warn">{t("page.noGuardrails")}</Banner> : null;
  return (
    <Card title={t("page.guardrails")}>
      {kpi.guardrails.map((guardrail) => <Guardrail key={guardrail.code} guardrail={guardrail} kpi={kpi} />)}
    </Card>
  );
}
