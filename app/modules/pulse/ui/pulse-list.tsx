import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { PulseRow } from "../view-models.ts";
import { useLocal } from "./use-words.ts";

const TONES = { draft: "neutral", scheduled: "neutral", open: "good", closed: "neutral" } as const;

/** Pulses, those to answer first; `watches`: the reader may open the page of each. */
export function PulseList({ rows, watches }: { rows: readonly PulseRow[]; watches: boolean }) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const local = useLocal();
  return (
    <ul className="flex flex-col gap-4">
      {rows.map((row) => (
        <li key={row.id}>
          <Card title={row.about === null ? local(row.title) : t("circle.about", { title: local(row.title), name: row.about })}>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <Badge tone={row.waits ? "waiting" : TONES[row.state]}>{row.waits ? t("list.waiting") : t(`state.${row.state}`)}</Badge>
              {row.seat === "answered" && <Badge icon={Check}>{t("list.answered")}</Badge>}
              <span>{t(`mode.${row.mode}`)}</span>
              <span>{t("list.from", { from: format.day(row.opensOn), to: format.day(row.closedOn ?? row.closesOn) })}</span>
            </p>
            {row.waits && <p>{t("list.answerHint", { closesOn: format.day(row.closesOn) })}</p>}
            {row.state === "closed" && !row.results && <p className="text-sm text-muted">{t("circle.closedHint")}</p>}
            <div className="flex flex-wrap gap-2">
              {row.waits && <LinkButton to={`/pulse/${row.id}`} variant="primary">{t("list.answer")}</LinkButton>}
              {row.results && <LinkButton to={`/pulses/${row.id}/results`} variant={row.waits ? "secondary" : "primary"}>{t("list.results")}</LinkButton>}
              {row.seat !== null && !row.waits && (row.state === "open" || row.state === "scheduled") && <LinkButton to={`/pulse/${row.id}`}>{t("list.promise")}</LinkButton>}
              {watches && <LinkButton to={`/pulses/${row.id}`} variant={row.state === "draft" ? "secondary" : "quiet"}>{t(row.state === "draft" ? "list.draft" : "list.open")}</LinkButton>}
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
