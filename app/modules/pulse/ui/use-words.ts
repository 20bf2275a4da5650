import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import type { LocalName } from "../domain/audience.ts";
import type { Told } from "../domain/disclose.ts";
import type { Scale } from "../domain/figures.ts";
import type { Mode } from "../domain/thresholds.ts";
import type { GroupView } from "../view-models.ts";

/** A text in the language of the page. */
export function useLocal(): (text: LocalName) => string {
  const { i18n } = useTranslation("pulse");
  return ({ vi, en }) => (i18n.language === "en" ? en || vi : vi || en);
}

/** How groups and what may be told of them are written, by what was promised. What is hidden is never a number. */
export function useToldWords(mode: Mode) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const local = useLocal();
  const signed = (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${format.number(Math.abs(value), 0)}`;
  const bound = (scale: Scale, value: number) => (scale === "enps" ? signed(value) : format.percent(value, 0));
  const groupName = ({ kind, name }: GroupView) => (kind === "all" ? t("results.all") : t(`results.${kind}`, { name: local(name) }));
  const shortName = ({ kind, name }: GroupView) => (kind === "all" ? t("results.all") : local(name) || t(`results.${kind}`, { name: "" }));
  const hidden = t(mode === "anonymous" ? "results.hidden" : "results.hiddenClose");
  const value = (scale: Scale, told: Told): string => {
    if (told.state === "open") return NO_VALUE;
    if (told.state === "named") return told.answer === null ? NO_VALUE : t(`circle.answer.${told.answer}`);
    if (told.state === "hidden") return hidden;
    if (told.state === "trend") return t(`results.trend.${told.trend}`);
    const { figure } = told;
    if (scale === "enps") return t(figure.banded ? "results.enpsLow" : "results.enps", { value: signed(figure.value) });
    if (scale === "loyal") return t(figure.banded ? "results.faithfulLow" : "results.faithful", { value: figure.value });
    return t(figure.banded ? "results.favourableLow" : "results.favourable", { value: figure.value });
  };
  const range = (scale: Scale, told: Told): string => {
    const interval = told.state === "shown" ? told.figure.interval : null;
    return interval === null ? NO_VALUE : `${bound(scale, interval.low)} – ${bound(scale, interval.high)}`;
  };
  const answers = (told: Told): string => (told.state === "shown" ? t("results.atLeast", { count: told.figure.atLeast }) : NO_VALUE);
  const sentence = (scale: Scale, group: GroupView, told: Told): string => {
    if (told.state !== "shown") return value(scale, told);
    const { interval, atLeast } = told.figure;
    const parts = { group: groupName(group), figure: value(scale, told), atLeast: t("results.atLeast", { count: atLeast }) };
    if (interval === null) return t("results.sentenceLow", parts);
    return t("results.sentence", { ...parts, interval: t("results.interval", { low: bound(scale, interval.low), high: bound(scale, interval.high) }) });
  };
  return { groupName, shortName, hidden, value, range, answers, sentence };
}
