import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { answersLittle, FEW_ANSWER_PERCENT } from "../domain/line-patterns.ts";
import type { LinePage } from "../view-models.ts";
import { useWords } from "./use-words.ts";

/** How the teams of a line took part in the newest pulse, as far as it may be told. */
function TurnoutSentence({ pulse, quietTeams, teams }: { pulse: LinePage["pulse"]; quietTeams: number; teams: number }) {
  const { t } = useTranslation("leading");
  const { format } = useWords();
  if (pulse === null) return t("line.unasked");
  if (pulse.told === 0) return t("line.answersKept");
  const told = { told: pulse.told, of: teams, percent: format.percent(FEW_ANSWER_PERCENT, 0) };
  return quietTeams === 0 ? t("line.allAnswer", told) : t("line.fewAnswer", { ...told, count: quietTeams });
}

/** Patterns of a line as a whole, then each leader by name; nothing is sorted or coloured by a figure. */
export function LineCards({ line: { rows, patterns, month, pulse } }: { line: LinePage }) {
  const { t } = useTranslation("leading");
  const { format, local } = useWords();
  return (
    <>
      <Card title={t("line.patterns")}>
        <ul className="flex flex-col gap-2">
          <li>{t("line.waiting", { n: patterns.open, ...patterns.overdue })}</li>
          <li>{t("line.overturned", { n: patterns.overturning, of: patterns.overturned })}</li>
          <li>{patterns.silentTeams === 0 ? t("line.noSilent") : t("line.silent", { count: patterns.silentTeams })}</li>
          <li>
            <TurnoutSentence pulse={pulse} quietTeams={patterns.quietTeams} teams={rows.length} />
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
              {answersLittle(answered) && <Badge>{t("line.answersLittle")}</Badge>}
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
