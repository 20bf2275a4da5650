import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { useFormat } from "#i18n/use-format.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { ProposalDetail } from "../../proposals/views.ts";
import { AmountBars } from "./amount-bars.tsx";
import { BoundSentence } from "./proposal-list.tsx";

interface Shown {
  readonly proposal: ProposalDetail;
}

/** The sentence, the counts behind it and how sure they make it. */
export function ProposalCounts({ proposal }: Shown) {
  const { t } = useTranslation("proposals");
  const format = useFormat();
  const { kind, hits, n, bound, certainty, evidence, window } = proposal;
  const { widening, narrowing } = evidence;
  const count = (label: string, value: number) => ({ label, value: format.number(value) });
  return (
    <Card title={t("evidence")}>
      <p>
        {t(`sentence.${kind}`, { hits, n })} {bound !== null && <BoundSentence bound={bound} needed={certainty} />}
      </p>
      <DefinitionList
        items={
          kind === "widen"
            ? [
                count(t("count.inFull"), widening.inFull),
                count(t("count.less"), widening.less),
                count(t("count.declined"), widening.declined),
                count(t("count.expired"), widening.expired),
                widening.overturned > 0 && count(t("count.approvalsOverturned"), widening.overturned),
              ]
            : [
                count(t("count.unresolved"), narrowing.unresolved),
                count(t("count.overturned"), narrowing.overturned),
                count(t("count.partly"), narrowing.partly),
                count(t("count.resolved"), narrowing.resolved),
                count(t("count.untold"), narrowing.untold),
              ]
        }
      />
      <p className="text-sm text-muted">
        {t("window", window)}. {evidence.capped && t("capped")}
      </p>
    </Card>
  );
}

/** The distribution of amounts, as a table of bars. */
export function ProposalAmounts({ proposal }: Shown) {
  const { t } = useTranslation("proposals");
  return (
    <Card>
      <AmountBars proposal={proposal} />
      <p className="text-sm text-muted">{t("amounts.sum")}</p>
    </Card>
  );
}

/** What the new limit would have cost and saved, who would have it, and until when. */
export function ProposalEffect({ proposal }: Shown) {
  const { t } = useTranslation(["proposals", "ui"]);
  const format = useFormat();
  const { kind, from, evidence, trialDays, noticeDays } = proposal;
  const { cases, cost, minutes, typicalWait } = evidence.estimate;
  const { roles, people } = evidence.beneficiaries;
  const amount = { minor: Math.abs(cost), currency: from.currency };
  const paid = cost === 0 ? t("estimate.costSame") : cost > 0 ? t("estimate.costMore", { amount }) : t("estimate.costLess", { amount });
  const waiting = [
    minutes >= 0 ? t("estimate.saved", { minutes }) : t("estimate.added", { minutes: -minutes }),
    ...(typicalWait === null ? [] : [t("estimate.typical", { minutes: typicalWait })]),
  ];
  const holders = roles.length === 0 ? t("who.anyRole") : format.list(roles.map((code) => words(t, "ui:role", { code })));
  return (
    <>
      <Card title={t("estimate.title")}>
        <p className="font-semibold">{t(kind === "widen" ? "estimate.casesWiden" : "estimate.casesNarrow", { count: cases })}</p>
        <DefinitionList items={[{ label: t("estimate.cost"), value: paid }, { label: t("estimate.waiting"), value: waiting.join("; ") }]} />
        <p className="text-sm text-muted">
          {kind === "narrow" && t("estimate.narrowNote")} {t("estimate.note")}
        </p>
      </Card>
      <Card title={t(`who.title.${kind}`)}>
        <p>
          {holders} · {t("who.people", { count: people })}
        </p>
        <p className="text-muted">{t("expiry", { days: trialDays, from, notice: noticeDays })}</p>
      </Card>
    </>
  );
}

/** Decisions to look at one by one. */
export function ProposalExamples({ proposal }: Shown) {
  const { t } = useTranslation("proposals");
  if (proposal.examples.length === 0) return null;
  return (
    <Card title={t("examples")}>
      <ul className="flex flex-col gap-1">
        {proposal.examples.map(({ id, number }) => (
          <li key={id}>
            <Link to={`/decisions/${id}`} className="inline-flex min-h-target items-center underline underline-offset-4">
              {number}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
