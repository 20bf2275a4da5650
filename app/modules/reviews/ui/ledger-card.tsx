import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "#ui/layout.tsx";
import type { Ledger, Share } from "../domain/ledger.ts";
import type { Figure } from "../view-models.ts";
import { useWords } from "./use-words.ts";

interface RowProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly notes?: readonly (string | false)[];
  /** null: nothing opens up. */
  readonly see: string | null;
}

function Row({ label, value, notes = [], see }: RowProps) {
  const { t } = useTranslation("leading");
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3 last:border-0">
      <dt className="min-w-0 flex-1 basis-56">
        {label}
        {notes.map((note) => note && <span key={note} className="block text-sm text-muted">{note}</span>)}
      </dt>
      <dd className="flex items-baseline gap-4 text-right">
        <span className="text-lg font-semibold tabular-nums">{value}</span>
        {see !== null && <Link to={see} className="inline-flex min-h-target items-center underline underline-offset-4" aria-label={`${t("figures.see")}: ${label}`}>{t("figures.see")}</Link>}
      </dd>
    </div>
  );
}

/** What the records say of a leader; each figure opens up to its acts where `at` says where. */
export function LedgerCard({ ledger, at }: { ledger: Ledger; at: ((figure: Figure) => string) | null }) {
  const { t } = useTranslation("leading");
  const { format } = useWords();
  const { desk, overturning, overturned, frictions, thanks, hours, promises, log, practice } = ledger;
  const nothing = t("figures.nothing");
  const share = ({ part, of }: Share) => (of === 0 ? nothing : t("figures.outOf", { part, of }));
  const see = (figure: Figure, n: number) => (at === null || n === 0 ? null : at(figure));
  const count = (n: number) => t("figures.count", { n });
  return (
    <Card title={t("figures.title")}>
      <p className="text-muted">{t(at === null ? "figures.leadClosed" : "figures.lead")}</p>
      <dl>
        <Row
          label={t("figures.desk")}
          value={desk.n === 0 ? nothing : count(desk.n)}
          see={see("desk", desk.n)}
          notes={[
            desk.median !== null && t("figures.median", { wait: format.duration(desk.median) }),
            desk.p90 !== null && t("figures.p90", { wait: format.duration(desk.p90) }),
            desk.overdue.of > 0 && t("figures.overdue", { share: format.share(desk.overdue.part, desk.overdue.of), part: desk.overdue.part, of: desk.overdue.of }),
            desk.open > 0 && t("figures.open", { n: desk.open }),
          ]}
        />
        <Row
          label={t("figures.overturning")}
          value={overturning.n === 0 ? nothing : count(overturning.n)}
          see={see("overturning", overturning.n)}
          notes={[overturning.n > 0 && t("figures.explained", { explained: overturning.explained, n: overturning.n }), overturning.n > 0 && t("figures.became", { resolved: overturning.resolved, unresolved: overturning.unresolved, unknown: overturning.unknown })]}
        />
        <Row label={t("figures.overturned")} value={overturned.n === 0 ? nothing : count(overturned.n)} see={see("overturned", overturned.n)} />
        <Row label={t("figures.frictions")} value={share(frictions.inTime)} see={see("frictions", frictions.acts.length)} notes={[frictions.open > 0 && t("figures.frictionsOpen", { n: frictions.open })]} />
        <Row label={t("figures.changes")} value={frictions.acts.length === 0 ? nothing : count(frictions.changed)} see={see("changes", frictions.changed)} />
        <Row label={t("figures.thanks")} value={count(thanks.evidenced)} see={see("thanks", thanks.evidenced)} notes={[thanks.given > 0 && t("figures.thanksOf", { n: thanks.given })]} />
        <Row label={t("figures.hours")} value={format.duration(hours.confirmed)} see={see("hours", hours.acts.length)} notes={[hours.waiting > 0 && t("figures.hoursWaiting", { wait: format.duration(hours.waiting) })]} />
        <Row label={t("figures.promises")} value={share(promises.kept)} see={see("promises", promises.kept.of)} />
        <Row label={t("figures.log")} value={count(log.n)} see={see("log", log.n)} notes={[log.n > 0 && t("figures.logLooked", { n: log.lookedAt })]} />
        <Row
          label={t("figures.practice")}
          value={practice === null ? t("figures.notCounted") : practice.n === 0 ? nothing : count(practice.n)}
          see={see("practice", practice?.n ?? 0)}
          notes={
            practice === null
              ? []
              : [
                  practice.lessons > 0 && t("figures.practiceLessons", { n: practice.lessons }),
                  practice.scenarios > 0 && t("figures.practiceScenarios", { n: practice.scenarios }),
                  practice.field > 0 && t("figures.practiceField", { n: practice.field }),
                  practice.observed > 0 && t("figures.practiceObserved", { n: practice.observed }),
                ]
          }
        />
      </dl>
    </Card>
  );
}
