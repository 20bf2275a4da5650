import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { Verdict } from "../domain/compare.ts";
import type { EffectView, MeasureScope } from "../view-models.ts";
import { useLocal } from "./badges.tsx";
import { useEffectSentence, useEffectWords } from "./use-effect-words.ts";

const TONES = { better: "good", worse: "bad", no_difference: "info", not_enough: "waiting" } as const satisfies Record<Verdict, string>;

export interface EffectCardProps {
  readonly effect: EffectView;
  readonly trialFrom: string | null;
  /** Names of what the measure is narrowed to. */
  readonly scope: MeasureScope;
}

/** Before and after: the sentence first, then the figures with their cases and intervals. */
export function EffectCard({ effect, trialFrom, scope }: EffectCardProps) {
  const { t } = useTranslation("improvements");
  const sentence = useEffectSentence(effect);
  const { name, target } = useEffectWords(effect.measure);
  const local = useLocal();
  const format = useFormat();
  const { comparison, measure, sources } = effect;
  const narrowed = [scope.rule, scope.gesture, scope.department, scope.site].filter((part) => part !== null).map(local);
  return (
    <Card title={t("effect.title")}>
      <p className="font-semibold">{measure.code === "kpi" ? <Link to={`/kpis/${encodeURIComponent(measure.kpi)}`} className="underline underline-offset-4">{name}</Link> : name}</p>
      {narrowed.length > 0 && <p className="text-muted">{t("effect.scope", { scope: format.list(narrowed) })}</p>}
      {trialFrom === null ? <p>{t(measure.code === "kpi" ? "effect.kpiNotStarted" : "effect.notStarted")}</p> : <Banner tone={TONES[comparison.verdict]}>{sentence}</Banner>}
      <p>
        {target === null ? t("plan.noTarget") : comparison.targetMet === null ? t("plan.targetLine", { target }) : t(comparison.targetMet ? "effect.target.met" : "effect.target.missed", { target })}
        {trialFrom !== null && target !== null && <span className="text-muted"> {t("plan.locked", { at: trialFrom })}</span>}
      </p>
      <Sides effect={effect} started={trialFrom !== null} />
      {measure.code === "own" && sources.length > 0 && (
        <div>
          <h3 className="text-base font-semibold">{t("effect.sources")}</h3>
          <ul className="list-disc pl-5">
            {sources.map(({ phase, source, n, at, by }) => (
              <li key={`${phase} ${at} ${source}`}>
                {t(`effect.${phase}`)}: {t("effect.source", { source, n })}
                <span className="text-sm text-muted"> {[by, format.date(at)].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

function Sides({ effect, started }: { effect: EffectView; started: boolean }) {
  const { t } = useTranslation("improvements");
  const format = useFormat();
  const { figure } = useEffectWords(effect.measure);
  const time = ({ from, to }: EffectView["before"]) => (from === null || to === null ? NO_VALUE : `${format.date(from)} – ${format.date(to)}`);
  const rows = (started ? (["before", "after"] as const) : (["before"] as const)).map((phase) => ({ phase, ...effect.comparison[phase], when: time(effect[phase]) }));
  const series = effect.measure.shape === "series";
  return (
    <Table
      caption={t("effect.title")}
      rows={rows}
      rowKey={({ phase }) => phase}
      columns={[
        { key: "phase", header: t("effect.time"), names: true, cell: ({ phase, when }) => <>{t(`effect.${phase}`)}{when !== NO_VALUE && <span className="block text-sm font-normal text-muted">{when}</span>}</> },
        { key: "figure", header: t("effect.figure"), numeric: true, cell: ({ value }) => figure(value) },
        { key: "interval", header: t(series ? "effect.limits" : "effect.interval"), numeric: true, cell: ({ low, high }) => (low === null || high === null ? NO_VALUE : `${figure(low)} – ${figure(high)}`) },
        { key: "n", header: t(series ? "effect.periods" : "effect.n"), numeric: true, cell: ({ n }) => format.number(n) },
      ]}
    />
  );
}
