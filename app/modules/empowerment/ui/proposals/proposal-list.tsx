import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { useFormat } from "#i18n/use-format.tsx";
import type { ProposalLine } from "../../proposals/views.ts";
import { KindBadge, useTargetName } from "./proposal-words.tsx";

/** What waits for an answer: what it changes, and the one sentence that speaks for it. */
export function OpenProposals({ proposals, certainty }: { proposals: readonly ProposalLine[]; certainty: number }) {
  const { t } = useTranslation("proposals");
  const nameOf = useTargetName();
  return (
    <ul className="flex flex-col gap-4">
      {proposals.map((line) => (
        <Card key={line.id} as="li" title={nameOf(line)} aside={<KindBadge kind={line.kind} />}>
          <p className="text-xl font-semibold tabular-nums">{t("change", { from: line.from, to: line.to })}</p>
          <p>
            {t(`sentence.${line.kind}`, { hits: line.hits, n: line.n })} {line.bound !== null && <BoundSentence bound={line.bound} needed={certainty} />}
          </p>
          <div>
            <LinkButton to={`/policies/proposals/${line.id}`} variant="primary">
              {t("open")}
            </LinkButton>
          </div>
        </Card>
      ))}
    </ul>
  );
}

/** How sure the share is, chance included. */
export function BoundSentence({ bound, needed }: { bound: number; needed: number }) {
  const { t } = useTranslation("proposals");
  return <span className="text-muted">{t("bound", { low: bound * 100, needed: needed * 100 })}</span>;
}

/** Accepted ones whose draft is under way or whose limit is on trial. */
export function TrialList({ proposals }: { proposals: readonly ProposalLine[] }) {
  const { t } = useTranslation("proposals");
  const nameOf = useTargetName();
  return (
    <ul className="flex flex-col divide-y divide-line">
      {proposals.map((line) => (
        <li key={line.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
          <div className="min-w-0">
            <p className="font-semibold">{nameOf(line)}</p>
            <p className="tabular-nums">{t("change", { from: line.from, to: line.to })}</p>
            <TrialState line={line} />
          </div>
          <LinkButton to={`/policies/proposals/${line.id}`}>{t("look")}</LinkButton>
        </li>
      ))}
    </ul>
  );
}

/** Where an accepted proposal stands: its draft is open, or its limit is on trial until a day. */
export function TrialState({ line }: { line: ProposalLine }) {
  const { t } = useTranslation("proposals");
  if (line.trialEndsAt === null) return <Badge tone="waiting">{t("trialDraft", { version: line.draftVersion ?? 0 })}</Badge>;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Badge tone="info">{t("trialUntil", { until: line.trialEndsAt })}</Badge>
      {line.trialBegins && <span className="text-sm text-muted">{t("trialFrom", { from: line.trialBegins })}</span>}
    </p>
  );
}

/** What was answered, newest first, with the words that were given. */
export function PastProposals({ proposals }: { proposals: readonly ProposalLine[] }) {
  const { t } = useTranslation("proposals");
  const format = useFormat();
  const nameOf = useTargetName();
  return (
    <ul className="flex flex-col divide-y divide-line">
      {proposals.map((line) => (
        <li key={line.id} className="py-3 first:pt-0 last:pb-0">
          <p className="font-semibold">{nameOf(line)}</p>
          <p className="tabular-nums">
            {t("change", { from: line.from, to: line.to })} <PastOutcome line={line} />
          </p>
          <p className="text-sm text-muted">
            {line.answeredBy?.name} {line.answeredAt && <>· {format.date(line.answeredAt)}</>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** How an answered proposal ended. */
export function PastOutcome({ line }: { line: ProposalLine }) {
  const { t } = useTranslation("proposals");
  if (line.state === "rejected") return <span>· {t("outcome.rejected", { note: line.note ?? "" })}</span>;
  return line.trialOutcome === null ? null : <span>· {t(`outcome.${line.trialOutcome}`)}</span>;
}
