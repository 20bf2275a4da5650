import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { LinePage } from "../view-models.ts";
import { useWords } from "./use-words.ts";

/** Patterns of a line as a whole, then each leader by name; nothing is sorted or coloured by a figure. */
export function LineCards({ line: { rows, month } }: { line: LinePage }) {
  const { t } = useTranslation("leading");
  const { format } = useWords();
  const sum = (read: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + read(row), 0);
  const silent = rows.filter((row) => row.silent).length;
  return (
    <>
      <Card title={t("line.patterns")}>
        <ul className="flex flex-col gap-2">
          <li>{t("line.waiting", { n: sum(({ ledger }) => ledger.desk.open), part: sum(({ ledger }) => ledger.desk.overdue.part), of: sum(({ ledger }) => ledger.desk.overdue.of) })}</li>
          <li>{t("line.overturned", { n: sum(({ ledger }) => ledger.overturning.n) })}</li>
          <li>{silent === 0 ? t("line.noSilent") : t("line.silent", { count: silent })}</li>
        </ul>
      </Card>
      {rows.map(({ person, teamSize, ledger: { desk, hours, thanks }, sayDo, toAgree, words, silent: quiet }) => (
        <Card
          key={person.id}
          as="article"
          title={<Link to={`/leading/${person.id}?month=${month}`} className="inline-flex min-h-target items-center underline underline-offset-4" aria-label={t("line.open", { name: person.name })}>{person.name}</Link>}
          aside={
            <span className="flex flex-wrap gap-2">
              {toAgree && <Badge tone="waiting">{t("line.toAgree")}</Badge>}
              {words === "waiting" && <Badge tone="waiting">{t("line.wordsWaiting")}</Badge>}
              {quiet && <Badge>{t("line.isSilent")}</Badge>}
            </span>
          }
        >
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            <li>{t("line.team", { n: teamSize })}</li>
            <li>{t("line.desk")}: {desk.n === 0 ? t("figures.nothing") : t("figures.count", { n: desk.n })}{desk.overdue.of > 0 && `, ${t("line.overdue", { share: format.share(desk.overdue.part, desk.overdue.of) })}`}</li>
            <li>{t("figures.thanks")}: {t("figures.count", { n: thanks.evidenced })}</li>
            <li>{t("figures.hours")}: {format.duration(hours.confirmed)}</li>
            <li>{sayDo === null || sayDo.of === 0 ? t("commitments.sayDoNone") : t("commitments.sayDo", { part: sayDo.part, of: sayDo.of })}</li>
          </ul>
        </Card>
      ))}
    </>
  );
}
