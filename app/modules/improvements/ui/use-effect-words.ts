import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { type Measure, SYSTEM_MEASURES } from "../domain/measures.ts";
import type { EffectView } from "../view-models.ts";

/** How the figures of a measure are written: shares as percentages, waits as times, the rest as numbers. */
export function useEffectWords(measure: Measure) {
  const { t } = useTranslation("improvements");
  const format = useFormat();
  const minutes = measure.code !== "own" && SYSTEM_MEASURES[measure.code].unit === "minutes";
  const share = measure.shape === "share";
  const signed = (value: number, text: (size: number) => string) => (value < 0 ? `-${text(-value)}` : text(value));
  const figure = (value: number | null) => (value === null ? NO_VALUE : share ? format.percent(value * 100) : minutes ? signed(value, format.duration) : format.number(value));
  const end = (value: number) => signed(value, (size) => (share ? format.number(size * 100, 1) : minutes ? format.duration(size) : format.number(size)));
  return {
    name: measure.code === "own" ? measure.name : t(`measure.${measure.code}`),
    figure,
    difference: (value: number) => (share ? t("effect.points", { value: end(value) }) : end(value)),
    end,
    target: measure.target === null ? null : share ? format.percent(measure.target) : minutes ? format.duration(measure.target) : format.number(measure.target),
  };
}

/** What the comparison says, in one sentence, never without its numbers of cases or its interval. */
export function useEffectSentence({ measure, comparison }: EffectView): string {
  const { t } = useTranslation("improvements");
  const { figure, difference, end } = useEffectWords(measure);
  const { verdict, before, after, signal } = comparison;
  const sides = { before: figure(before.value), after: figure(after.value) };
  if (verdict === "not_enough") return t("effect.not_enough", { beforeN: before.n, afterN: after.n });
  if (comparison.difference === null) return [t(`effect.series.${verdict}`, sides), ...(signal === null ? [] : [t(`effect.signal.${signal}`)])].join(" ");
  const { value, low, high } = comparison.difference;
  return t(`effect.${verdict}`, { ...sides, difference: difference(value), low: end(low), high: end(high) });
}
