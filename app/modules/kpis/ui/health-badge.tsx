import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import type { Tone } from "#ui/tone.ts";
import type { Health } from "../domain/reading.ts";
import type { KpiRow, TimelinessView } from "../view-models.ts";
import { useFigures } from "./use-figures.ts";

const TONES: Readonly<Record<Health, Tone>> = { well: "good", unwell: "bad", watch: "info", unknown: "neutral" };

/** One word for how a KPI does, with its picture. */
export function HealthBadge({ health }: { health: Health }) {
  const { t } = useTranslation("kpis");
  return <Badge tone={TONES[health]}>{t(`health.${health}`)}</Badge>;
}

/** Signal or noise in a few words. */
export function useReadingWords() {
  const { t } = useTranslation("kpis");
  return ({ reading, signal }: Pick<KpiRow, "reading" | "signal">) =>
    reading !== "signal" ? t(`reading.${reading}`) : t(signal?.good == null ? "reading.signal_plain" : signal.good ? "reading.signal_good" : "reading.signal_bad");
}

/** That figures are late or never came; nothing where they come in time. */
export function Timeliness({ timeliness, cadence }: { timeliness: TimelinessView; cadence: KpiRow["cadence"] }) {
  const { t } = useTranslation("kpis");
  const figures = useFigures();
  if (timeliness.code === "in_time") return null;
  const { code, missing, last } = timeliness;
  return <Badge tone={code === "late" ? "waiting" : "warn"}>{t(`timeliness.${code}`, { missing, last: last === null ? "" : figures.period(last, cadence) })}</Badge>;
}
