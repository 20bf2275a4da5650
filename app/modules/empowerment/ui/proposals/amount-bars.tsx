import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { classes } from "#ui/classes.ts";
import type { ProposalDetail } from "../../proposals/views.ts";

type Bar = ProposalDetail["evidence"]["histogram"]["bars"][number];

/** From the first bar that says something: the one of the limit, or the first with a case. */
function shownBars(bars: readonly Bar[], limit: number): readonly Bar[] {
  const first = bars.findIndex(({ good, other, below }) => good + other > 0 || below > limit);
  return bars.slice(Math.max(0, first));
}

const GOOD = "bg-accent";
const OTHER = "border border-control bg-sunken";

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
  const square = (look: string) => <span aria-hidden className={classes("mr-1.5 inline-block size-3 rounded-xs", look)} />;
  return (
    <table className="w-full border-collapse text-left">
      <caption className="pb-3 text-left">
        <span className="block font-semibold">{t(`amounts.${kind}`)}</span>
        <span aria-hidden className="flex flex-wrap gap-x-4 text-sm text-muted">
          <span>
            {square(GOOD)}
            {t(`amounts.good.${kind}`)}
          </span>
          <span>
            {square(OTHER)}
            {t(`amounts.other.${kind}`)}
          </span>
        </span>
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("amounts.amount")}</th>
          <td />
          <th scope="col">{t(`amounts.good.${kind}`)}</th>
          <th scope="col">{t(`amounts.other.${kind}`)}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar, index) => {
          const last = index === bars.length - 1;
          const [now, then] = [holds(bar, from, last), holds(bar, to, last)];
          return (
            <tr key={bar.from} className="border-t border-line">
              <th scope="row" className={classes("w-32 border-l-4 py-2 pr-3 pl-2 align-top text-sm font-normal sm:w-72", now ? "border-ink" : then ? "border-accent" : "border-transparent")}>
                {last && evidence.histogram.open ? t("amounts.last", { from: money(bar.from) }) : t("amounts.range", { from: money(bar.from), below: money(bar.below) })}
                {now && <span className="block font-semibold">{t("amounts.limit", { limit: from })}</span>}
                {then && <span className="block font-semibold text-accent">{t("amounts.proposed", { limit: to })}</span>}
              </th>
              <td aria-hidden className="py-2 align-top">
                <div className="flex h-6">
                  <span className={classes("h-full", GOOD)} style={width(bar.good)} />
                  {bar.other > 0 && <span className={classes("h-full", OTHER)} style={width(bar.other)} />}
                </div>
              </td>
              <td className="w-10 py-2 pl-2 text-right align-top">{format.number(bar.good)}</td>
              <td className="w-10 py-2 pl-2 text-right align-top text-muted">{format.number(bar.other)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
