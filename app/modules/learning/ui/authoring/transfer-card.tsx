import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { BarsChart } from "#ui/charts/bar-chart.tsx";
import { Badge, Banner } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { Arm, TransferVerdict } from "../../domain/transfer.ts";
import type { MeasureTransfer } from "../../insights/view-models.ts";

const TONES = { effect: "good", worse: "bad", no_effect: "waiting", not_enough_yet: "info" } as const satisfies Record<TransferVerdict, string>;

export function VerdictBadge({ verdict }: { verdict: TransferVerdict }) {
  const { t } = useTranslation("courses");
  return <Badge tone={TONES[verdict]}>{t(`insights.verdict.${verdict}`)}</Badge>;
}

function Measure({ found }: { found: MeasureTransfer }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const { measure, verdict, trained, peers, difference } = found;
  const name = t(`insights.measure.${measure}`);
  const points = (value: number) => `${value > 0 ? "+" : ""}${format.number(value * 100, 1)}`.replace("-", "−");
  if (trained === null || peers === null || difference === null) return <Banner tone="info">{t("insights.sentence.hidden", { measure: name })}</Banner>;
  const sentence = t(`insights.sentence.${verdict}`, { measure: name, difference: points(difference.value), low: points(difference.low), high: points(difference.high) });
  const groups: readonly (readonly [string, Arm])[] = [[t("insights.trained"), trained], [t("insights.peers"), peers]];
  const sides = [[t("insights.before"), "before"], [t("insights.after"), "after"]] as const;
  return (
    <BarsChart
      sentence={<Banner tone={TONES[verdict]}>{sentence}</Banner>}
      unit={{ kind: "share" }}
      bars={groups.flatMap(([group, arm]) => sides.map(([time, side]) => ({ label: t("insights.chart", { group, time }), value: arm[side].value })))}
      table={{
        caption: name,
        columns: [t("insights.group"), t("insights.people"), t("insights.cases"), t("insights.before"), t("insights.after")],
        rows: groups.map(([group, arm]) => [group, format.number(arm.people), `${format.number(arm.before.n)}, ${format.number(arm.after.n)}`, format.percent(arm.before.value * 100), format.percent(arm.after.value * 100)]),
      }}
    />
  );
}

/** What a course changed at work, measure by measure: the sentence first, then the drawing and its table. */
export function TransferCard({ measures }: { measures: readonly MeasureTransfer[] }) {
  const { t } = useTranslation("courses");
  return (
    <Card title={t("insights.transfer")}>
      <p className="max-w-prose text-muted">{t("insights.transferLead")}</p>
      {measures.map((found) => (
        <section key={found.measure} className="flex flex-col gap-2 border-t border-line pt-4">
          <h3 className="text-base font-semibold">{t(`insights.measure.${found.measure}`)}</h3>
          <Measure found={found} />
        </section>
      ))}
    </Card>
  );
}
