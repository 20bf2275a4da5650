import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { BarsChart } from "#ui/charts/bar-chart.tsx";
import { CurveChart } from "#ui/charts/curve-chart.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { Tone } from "#ui/tone.ts";
import type { BetVerdict, BetView } from "../../insights/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { useFigures } from "./figures.tsx";

const TONE: Record<BetVerdict, Tone> = { too_few: "neutral", repaid: "good", more: "good", no_sign: "neutral", less: "warn" };

function useVerdict({ verdict, pairs, gap, given }: BetView, currency: string): string {
  const { t } = useTranslation("insights");
  const { money } = useFigures(currency);
  if (verdict === "too_few" || gap === null) return t("bet.verdict.too_few", { pairs });
  const figures = { gap: money(Math.abs(gap.value)), low: money(gap.low), high: money(gap.high), given: money(given) };
  return t(verdict === "more" && given === null ? "bet.verdict.moreUnvalued" : `bet.verdict.${verdict}`, figures);
}

/** What was given under a rule with a bet, and what those customers came back with beside similar ones. */
export function BetCard({ bet, currency, linked = false }: { bet: BetView; currency: string; linked?: boolean }) {
  const { t } = useTranslation("insights");
  const name = useBilingual();
  const format = useFormat();
  const { money, moneyGap } = useFigures(currency);
  const sentence = useVerdict(bet, currency);
  return (
    <Card title={linked ? name(bet.rule.name) : t("bet.title")} aside={<Badge tone={TONE[bet.verdict]}>{t(`bet.badge.${bet.verdict}`)}</Badge>}>
      <div className="flex flex-col gap-1">
        <p className="font-semibold">{t("bet.accepted", { amount: money(bet.acceptedLossPerMonth) })}</p>
        {name(bet.because) && <p className="max-w-prose text-muted">{name(bet.because)}</p>}
      </div>
      {bet.curve.length === 0 ? (
        <p className="max-w-prose">{sentence}</p>
      ) : (
        <CurveChart
          sentence={sentence}
          currency={currency}
          unit={t("bet.curve.unit")}
          names={{ first: t("bet.curve.won"), second: t("bet.curve.similar") }}
          level={bet.given === null ? null : { value: bet.given, name: t("bet.curve.given") }}
          points={bet.curve.map(({ day, won, similar, gap }) => ({ x: day, first: won, second: similar, low: gap?.low ?? null, high: gap?.high ?? null }))}
          table={{
            caption: t("bet.curve.table"),
            columns: [t("bet.curve.day"), t("bet.curve.won"), t("bet.curve.similar"), t("bet.curve.gap")],
            rows: bet.curve.map(({ day, won, similar, gap }) => [
              t("bet.curve.dayOf", { day }),
              money(won),
              money(similar),
              gap === null ? t("figure.few") : moneyGap({ value: won - similar, ...gap, clear: false }),
            ]),
          }}
        />
      )}
      <p className="max-w-prose text-sm text-muted">
        {[
          ...(bet.pairs > 0 ? [t("bet.method", { pairs: bet.pairs, count: bet.similar })] : []),
          ...[bet.waiting > 0 && t("bet.waiting", { count: bet.waiting }), bet.alone > 0 && t("bet.alone", { count: bet.alone })].filter((part) => part !== false).map((part) => `${part}.`),
          t("bet.turnover"),
        ].join(" ")}
      </p>
      <BetMonths bet={bet} currency={currency} />
      {linked && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Link to={`/policies/rules/${encodeURIComponent(bet.rule.code)}`}>{t("bet.open")}</Link>
          {bet.reviewBy && <span className="text-muted">{t("review.next", { day: format.day(bet.reviewBy) })}</span>}
        </p>
      )}
    </Card>
  );
}

function BetMonths({ bet, currency }: { bet: BetView; currency: string }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { money } = useFigures(currency);
  const beyond = bet.months.filter(({ given }) => given !== null && given > bet.acceptedLossPerMonth).map(({ month }) => format.month(month));
  const times = bet.months.reduce((sum, month) => sum + month.times, 0);
  const valued = bet.months.every(({ given }) => given !== null);
  const told = beyond.length === 0 ? t("bet.months.within") : t("bet.months.beyond", { months: format.list(beyond) });
  const sentence = times === 0 ? t("bet.months.nothing") : valued ? told : t("bet.months.unvalued", { count: times });
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-base font-semibold">{t("bet.months.title")}</h3>
      {times === 0 || !valued ? (
        <p className="max-w-prose">{sentence}</p>
      ) : (
        <BarsChart
          sentence={sentence}
          unit={{ kind: "money", currency }}
          level={{ value: bet.acceptedLossPerMonth, name: t("bet.months.level") }}
          bars={bet.months.map(({ month, given }) => ({ label: format.month(month), value: given ?? 0 }))}
          table={{
            caption: t("bet.months.table"),
            columns: [t("bet.months.month"), t("bet.months.given"), t("bet.months.times")],
            rows: bet.months.map((month) => [format.month(month.month), money(month.given), format.number(month.times)]),
          }}
        />
      )}
    </div>
  );
}
