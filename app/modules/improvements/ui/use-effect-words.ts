import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { type KpiUnit, type Measure, SYSTEM_MEASURES } from "../domain/measures.ts";
import type { EffectView } from "../view-models.ts";
import { useLocal } from "./badges.tsx";

/** The unit a measure's figures are in; null for numbers that have none. Shares are kept as fractions, what else is a percentage is not. */
function unitOf(measure: Measure): "share" | KpiUnit | null {
  if (measure.shape === "share") return "share";
  if (measure.code === "own") return null;
  return measure.code === "kpi" ? measure.unit : SYSTEM_MEASURES[measure.code].unit;
}

/** How the figures of a measure are written: shares as percentages, waits as times, the rest as numbers. */
export function useEffectWords(measure: Measure) {
  const { t } = useTranslation("improvements");
  const format = useFormat();
  const local = useLocal();
  const unit = unitOf(measure);
  const signed = (value: number, text: (size: number) => string) => (value < 0 ? `-${text(-value)}` : text(value));
  const inUnit = (value: number) =>
    unit === "percent" ? format.percent(value)
    : unit === "minutes" ? signed(value, format.duration)
    : unit === "vnd" ? format.moneyCompact({ minor: Math.round(value), currency: "VND" })
    : format.number(value);
  return {
    name: measure.code === "own" ? measure.name : measure.code === "kpi" ? local(measure.name) : t(`measure.${measure.code}`),
    figure: (value: number | null) => (value === null ? NO_VALUE : unit === "share" ? format.percent(value * 100) : inUnit(value)),
    /** Of a share in percentage points. */
    difference: (value: number) => (unit === "share" ? t("effect.points", { value: signed(value, (size) => format.number(size * 100, 1)) }) : inUnit(value)),
    end: (value: number) => (unit === "share" ? signed(value, (size) => format.number(size * 100, 1)) : inUnit(value)),
    target: measure.target === null ? null : unit === "share" ? format.percent(measure.target) : inUnit(measure.target),
  };
}

/** What the comparison says, in one sentence, never without its numbers of cases or its interval. */
export function useEffectSentence({ measure, comparison }: EffectView): string {
  const { t } = useTranslation("improvements");
  const { figure, difference, end } = useEffectWords(measure);
  const { verdict, before, after, signal } = comparison;
  const sides = { before: figure(before.value), after: figure(after.value) };
  if (verdict === "not_enough") return t(measure.shape === "series" ? "effect.seriesTooShort" : "effect.not_enough", { beforeN: before.n, afterN: after.n });
  if (comparison.difference === null) return [t(`effect.series.${verdict}`, sides), ...(signal === null ? [] : [t(`effect.signal.${signal}`)])].join(" ");
  const { value, low, high } = comparison.difference;
  return t(`effect.${verdict}`, { ...sides, difference: difference(value), low: end(low), high: end(high) });
}
