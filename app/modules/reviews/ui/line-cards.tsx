import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { FEW_ANSWER_PERCENT, type LinePage } from "../view-models.ts";
import { useWords } from "./use-words.ts";

/** Patterns of a line as a whole, then each leader by name; nothing is sorted or coloured by a figure. */
export function LineCards({ line: { rows, month, pulse } }: { line: LinePage }) {
  const { t } = useTranslation("leading");
  const { format, local } = useWords();
  const sum = (read: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + read(row), 0);
  const silent = rows.filter((row) => row.silent).length;
  const few = (answered: number | null) => answered !== null && answered < FEW_ANSWER_PERCENT;
  const quietTeams = rows.filter((row) => few(row.answered)).length;
  return (
    <>
      <Card title={t("line.patterns")}>
        <ul className="flex flex-col gap-2">
          <li>{t("line.waiting", { n: sum(({ ledger }) => ledger.desk.open), part: sum(({ ledger }) => ledger.desk.overdue.part), of: sum(({ ledger }) => ledger.desk.overdue.of) })}</li>
          <li>{t("line.overturned", { n: sum(({ ledger }) => ledger.overturning.n), of: sum(({ ledger }) => ledger.overturned.n) })}</li>
          <li>{silent === 0 ? t("line.noSilent") : t("line.silent", { count: silent })}</li>
          <li>
            {pulse === null ? t("line.unasked") : pulse.told === 0 ? t("line.answersKept") : quietTeams === 0 ? t("line.allAnswer", { told: pulse.told, of: rows.length, percent: format.percent(FEW_ANSWER_PERCENT, 0) }) : t("line.fewAnswer", { count: quietTeams, told: pulse.told, of: rows.length, percent: format.percent(FEW_ANSWER_PERCENT, 0) })}
            {pulse !== null && <> <Link to={`/pulses/${pulse.id}/results`} className="inline-flex min-h-target items-center underline underline-offset-4">{local(pulse.title)}</Link></>}
          </li>
        </ul>
      </Card>
      {rows.map(({ person, teamSize, ledger: { desk, hours, thanks, overturning, overturned }, sayDo, toAgree, words, silent: quiet, answered }) => (
        <Card
          key={person.id}
          as="article"
          title={<Link to={`/leading/${person.id}?month=${month}`} className="inline-flex min-h-target items-center underline underline-offset-4" aria-label={t("line.open", { name: person.name })}>{person.name}</Link>}
          aside={
            <span className="flex flex-wrap gap-2">
              {toAgree && <Badge tone="waiting">{t("line.toAgree")}</Badge>}
              {words === "waiting" && <Badge tone="waiting">{t("line.wordsWaiting")}</Badge>}
              {quiet && <Badge>{t("line.isSilent")}</Badge>}
              {few(answered) && <Badge>{t("line.answersLittle")}</Badge>}
            </span>
          }
        >
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            <li>{t("line.team", { n: teamSize })}</li>
            <li>{t("line.desk")}: {desk.n === 0 ? t("figures.nothing") : t("figures.count", { n: desk.n })}{desk.overdue.of > 0 && `, ${t("line.overdue", { share: format.share(desk.overdue.part, desk.overdue.of) })}`}</li>
            {desk.open > 0 && <li>{t("figures.open", { n: desk.open })}</li>}
            {overturning.n + overturned.n > 0 && <li>{t("line.overturned", { n: overturning.n, of: overturned.n })}</li>}
            <li>{t("figures.thanks")}: {t("figures.count", { n: thanks.evidenced })}</li>
            <li>{t("figures.hours")}: {format.duration(hours.confirmed)}</li>
            {pulse !== null && <li>{answered === null ? t("line.answerKept") : t("line.answered", { percent: format.percent(answered, 0) })}</li>}
            <li>{sayDo === null || sayDo.of === 0 ? t("commitments.sayDoNone") : t("commitments.sayDoSoFar", { part: sayDo.part, of: sayDo.of })}</li>
          </ul>
        </Card>
      ))}
    </>
  );
}
