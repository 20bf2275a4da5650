import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { LesserRuleRow, RuleFigures as Figures, RulePage } from "../../insights/view-models.ts";
import { useBilingual } from "../verdict-panel.tsx";
import { BetCard } from "./bet.tsx";
import { useSides } from "./care.tsx";
import { ShareCell, useFigures } from "./figures.tsx";
import { BunchingBadge, EdgeCard } from "./limits.tsx";
import { AutonomyCard, TimesCard } from "./overview.tsx";

/** How one rule is used: outcomes, waits, its limit, its bet, and rules that give more or less for the same fault. */
export function RuleFigures({ page, figures }: { page: RulePage; figures: Figures }) {
  const { t } = useTranslation("insights");
  const { currency, rule } = page;
  const { money } = useFigures(currency);
  const { total, months, times, edge, bet, lesserRules } = figures;
  const near = edge === null ? 0 : edge.under.n + edge.over.n;
  if (total.autonomy.n === 0) {
    return (
      <>
        <EmptyState title={t("rule.usedNever")} />
        {bet && <BetCard bet={bet} currency={currency} />}
      </>
    );
  }
  return (
    <>
      {bet && <BetCard bet={bet} currency={currency} />}
      <AutonomyCard total={total} months={months} />
      <OutcomeCard figures={figures} currency={currency} />
      <TimesCard times={times} />
      {edge && near > 0 && <EdgeCard edge={edge} currency={currency} title={rule.perCase === null ? t("edge.title") : t("rule.gap", { limit: money(rule.perCase.minor) })} />}
      {lesserRules.length > 0 && <Compared rows={lesserRules} code={rule.code} currency={currency} />}
    </>
  );
}

function OutcomeCard({ figures: { total, bunching }, currency }: { figures: Figures; currency: string }) {
  const { t } = useTranslation("insights");
  const { money } = useFigures(currency);
  return (
    <Card title={t("rule.counts")}>
      <DefinitionList
        items={[
          { label: t("rules.approval"), value: <ShareCell share={total.approval} /> },
          { label: t("rules.overturn"), value: <ShareCell share={total.overturn} /> },
          total.given > 0 && { label: t("rule.given"), value: money(total.given) },
          bunching !== null && bunching.share.n > 0 && { label: t("bunching.title"), value: <span className="flex flex-wrap items-center gap-3"><ShareCell share={bunching.share} /><BunchingBadge bunched={bunching.bunched} fixedSteps={bunching.fixedSteps} /></span> },
        ]}
      />
    </Card>
  );
}

function Compared({ rows, code, currency }: { rows: readonly LesserRuleRow[]; code: string; currency: string }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const name = useBilingual();
  const sides = useSides();
  const limit = (minor: number) => format.money({ minor, currency });
  return (
    <Card title={t("care.title")}>
      <ul className="flex max-w-prose flex-col gap-2">
        {rows.map(({ lesser, greater, by, lesserLimit, greaterLimit }) => (
          <li key={`${lesser.code} ${greater.code}`}>
            {lesser.code === code
              ? t("rule.compareLess", { rule: name(greater.name), limit: limit(greaterLimit), by: sides(by) })
              : t("rule.compareMore", { rule: name(lesser.name), limit: limit(lesserLimit), by: sides(by) })}
          </li>
        ))}
      </ul>
    </Card>
  );
}
