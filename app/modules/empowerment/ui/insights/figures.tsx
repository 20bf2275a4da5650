import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { useFormat } from "#i18n/use-format.tsx";
import type { Gap, Share, Spread } from "../../insights/view-models.ts";

/** Fewer cases than this are shown as they are, never as a percentage. */
const LEAST_FOR_PERCENT = 10;

/** How figures are written: "–" for nothing counted, few cases as they are, the interval beside the figure. */
export function useFigures(currency: string) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const money = (minor: number | null) => (minor === null ? NO_VALUE : format.money({ minor: Math.round(minor), currency }));
  const minutes = (value: number | null) => (value === null ? NO_VALUE : format.duration(value));
  const percent = (fraction: number | null) => (fraction === null ? NO_VALUE : format.percent(fraction * 100));
  const range = (low: string, high: string) => t("figure.range", { low, high });
  const points = (fraction: number) => format.number(Math.abs(fraction) * 100, 1);
  const apart = ({ value, low, high }: Gap, text: (value: number) => string, end: (value: number) => string = text) => {
    const between = t("figure.fromTo", { low: signed(low, end), high: signed(high, end) });
    const [size, shown] = [Math.abs(value), text(Math.abs(value))];
    return `${size === 0 ? t("figure.same") : value > 0 ? t("figure.more", { value: shown }) : t("figure.less", { value: shown })} (${between})`;
  };
  return {
    money,
    minutes,
    percent,
    points,
    of: ({ hits, n }: Share) => (n === 0 ? NO_VALUE : t("figure.of", { hits, n })),
    /** A percentage from ten cases on, else the two counts. */
    share: (share: Share) => (share.n === 0 ? NO_VALUE : share.n < LEAST_FOR_PERCENT ? t("figure.of", { hits: share.hits, n: share.n }) : format.share(share.hits, share.n)),
    interval: ({ low, high }: { readonly low: number | null; readonly high: number | null }, text: (value: number | null) => string) => (low === null || high === null ? NO_VALUE : range(text(low), text(high))),
    moneyGap: (gap: Gap) => apart(gap, money),
    minutesGap: (gap: Gap) => apart(gap, minutes),
    pointsGap: (gap: Gap) => apart(gap, (fraction) => t("figure.points", { value: points(fraction) }), points),
  };
}

const signed = (value: number, text: (value: number) => string) => (value < 0 ? `-${text(-value)}` : text(value));

/** A share with the cases it rests on below it. */
export function ShareCell({ share }: { share: Share }) {
  const { share: text, of } = useFigures("VND");
  if (share.n === 0) return <>{NO_VALUE}</>;
  return (
    <span className="whitespace-nowrap">
      {text(share)}
      {share.n >= LEAST_FOR_PERCENT && <span className="block text-sm text-muted">{of(share)}</span>}
    </span>
  );
}

/** A median length of time with how many cases it rests on. */
export function MinutesCell({ spread }: { spread: Spread }) {
  const { t } = useTranslation("insights");
  const { minutes } = useFigures("VND");
  if (spread.n === 0) return <>{NO_VALUE}</>;
  return (
    <span>
      {minutes(spread.median)}
      <span className="block text-sm whitespace-nowrap text-muted">{t("figure.n")}: {spread.n}</span>
    </span>
  );
}
