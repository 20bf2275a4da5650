import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { classes } from "#ui/classes.ts";
import { Badge } from "#ui/feedback.tsx";
import type { ProposalDetail } from "../../proposals/views.ts";

type Bar = ProposalDetail["evidence"]["histogram"]["bars"][number];

/** From the first bar that says something: the one of the limit, or the first with a case. */
function shownBars(bars: readonly Bar[], limit: number): readonly Bar[] {
  const first = bars.findIndex(({ good, other, below }) => good + other > 0 || below > limit);
  return bars.slice(Math.max(0, first));
}

/** How the amounts of the cases lie, with the limit and the proposed one drawn in: a table whose rows are bars. */
export function AmountBars({ proposal }: { proposal: ProposalDetail }) {
  const { t } = useTranslation("proposals");
  const format = useFormat();
  const { kind, from, to, evidence } = proposal;
  const money = (minor: number) => ({ minor, currency: from.currency });
  const bars = shownBars(evidence.histogram.bars, from.minor);
  const most = Math.max(1, ...bars.map(({ good, other }) => good + other));
  const width = (count: number) => ({ width: `${(count / most) * 100}%` });
  const holds = (bar: Bar, { minor }: { minor: number }, last: boolean) => minor >= bar.from && (minor < bar.below || last);
  return (
    <table className="w-full border-collapse text-left">
      <caption className="pb-2 text-left font-semibold">{t(`amounts.${kind}`)}</caption>
      <thead className="text-sm text-muted">
        <tr className="border-b border-line">
          <th scope="col" className="py-2 pr-3 font-semibold">{t("amounts.amount")}</th>
          <td className="w-1/3 sm:w-1/2" />
          <th scope="col" className="px-2 py-2 text-right font-semibold">
            <span aria-hidden className="mr-1.5 inline-block size-3 rounded-xs bg-accent" />
            {t(`amounts.good.${kind}`)}
          </th>
          <th scope="col" className="py-2 pl-2 text-right font-semibold">
            <span aria-hidden className="mr-1.5 inline-block size-3 rounded-xs border border-control bg-sunken" />
            {t(`amounts.other.${kind}`)}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar, index) => {
          const last = index === bars.length - 1;
          const marks = [
            ...(holds(bar, from, last) ? [{ key: "limit", tone: "neutral" as const, text: t("amounts.limit", { limit: from }) }] : []),
            ...(holds(bar, to, last) ? [{ key: "to", tone: "info" as const, text: t("amounts.proposed", { limit: to }) }] : []),
          ];
          return (
            <tr key={bar.from} className={classes("border-b border-line last:border-b-0", marks.length > 0 && "bg-sunken/50")}>
              <th scope="row" className="py-2 pr-3 align-top text-sm font-normal">
                {last && evidence.histogram.open ? t("amounts.last", { from: money(bar.from) }) : t("amounts.range", { from: money(bar.from), below: money(bar.below) })}
                {marks.map(({ key, tone, text }) => (
                  <Badge key={key} tone={tone} icon={null} className="mt-1 block w-fit text-xs">
                    {text}
                  </Badge>
                ))}
              </th>
              <td aria-hidden className="py-2 align-top">
                <div className="flex h-6">
                  <span className="h-full bg-accent" style={width(bar.good)} />
                  <span className={classes("h-full bg-sunken", bar.other > 0 && "border border-control")} style={width(bar.other)} />
                </div>
              </td>
              <td className="px-2 py-2 text-right align-top">{format.number(bar.good)}</td>
              <td className="py-2 pl-2 text-right align-top">{format.number(bar.other)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
