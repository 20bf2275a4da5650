import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { type Column, Table } from "#ui/table.tsx";
import type { ChoiceFigures, CourseFigures, CourseInsights, QuestionFigures, TeamFigures } from "../../insights/view-models.ts";
import { VerdictBadge } from "./transfer-card.tsx";
import { useBilingual } from "./use-bilingual.ts";

/** How many of those who began completed, and were signed off. */
function useTeamColumns<Row>(figures: (row: Row) => TeamFigures | null): Column<Row>[] {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const cell = (part: "began" | "completed" | "verified" | "reports") => (row: Row) => {
    const found = figures(row);
    return found === null ? (part === "began" ? <span className="text-sm text-muted">{t("insights.hidden")}</span> : "–") : format.number(found[part]);
  };
  return (["began", "completed", "verified", "reports"] as const).map((part) => ({ key: part, header: t(`insights.${part}`), numeric: true, cell: cell(part) }));
}

/** Every course in use: who took it, and what it changed. */
export function CourseFiguresTable({ courses }: { courses: readonly CourseFigures[] }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const columns = useTeamColumns<CourseFigures>(({ people }) => people);
  return (
    <Table
      caption={t("insights.caption")}
      rows={courses}
      rowKey={({ code }) => code}
      empty={<EmptyState title={t("insights.empty")}>{t("insights.emptyHint")}</EmptyState>}
      columns={[
        { key: "course", header: t("insights.course"), names: true, cell: ({ code, title }) => <Link to={`/courses/${code}/insights`} className="inline-flex min-h-target items-center underline underline-offset-4">{text(title)}</Link> },
        ...columns,
        { key: "effect", header: t("insights.effect"), cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
      ]}
    />
  );
}

type Line = TeamFigures & { readonly key: string; readonly name: string };

/** One course by team; small teams stand together. */
export function TeamTable({ view }: { view: CourseInsights }) {
  const { t } = useTranslation("courses");
  const columns = useTeamColumns<Line>((line) => line);
  if (view.people === null) return <EmptyState title={t("insights.teams")}>{t("insights.teamsHidden")}</EmptyState>;
  const lines: Line[] = [
    ...view.teams.map((team, index) => ({ ...team, key: String(index), name: team.manager === null ? t("insights.noManager") : t("insights.teamOf", { name: team.manager }) })),
    ...(view.others === null ? [] : [{ ...view.others, key: "others", name: t("insights.others", { count: view.others.teams }) }]),
    { ...view.people, key: "all", name: t("insights.all") },
  ];
  return (
    <Card title={t("insights.teams")}>
      <p className="text-muted">{t("insights.teamsLead")}</p>
      <Table caption={t("insights.teams")} rows={lines} rowKey={({ key }) => key} columns={[{ key: "team", header: t("insights.team"), names: true, cell: ({ name }) => name }, ...columns]} />
    </Card>
  );
}

/** Which choice was made how often, turn by turn. */
export function ChoiceTables({ choices }: { choices: readonly ChoiceFigures[] }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const format = useFormat();
  return (
    <Card title={t("insights.choices")}>
      <p className="text-muted">{t("insights.choicesLead")}</p>
      {choices.length === 0 && <p>{t("insights.choicesNone")}</p>}
      {choices.map((turn) => (
        <details key={`${turn.lesson} ${turn.node}`} className="border-t border-line">
          <summary className="flex min-h-target cursor-pointer flex-wrap items-center gap-x-3">
            <span className="font-semibold">{t("insights.choicesOf", { lesson: text(turn.lessonTitle), node: turn.node, n: turn.n })}</span>
            <span className="text-sm text-muted">“{text(turn.says)}”</span>
          </summary>
          <Table
            caption={t("insights.choicesOf", { lesson: text(turn.lessonTitle), node: turn.node, n: turn.n })}
            rows={turn.choices}
            rowKey={({ code }) => code}
            columns={[
              { key: "choice", header: t("insights.choice"), names: true, cell: (choice) => text(choice.text) },
              { key: "count", header: t("insights.count"), numeric: true, cell: ({ count }) => format.number(count) },
              { key: "share", header: t("insights.share"), numeric: true, cell: ({ count }) => format.share(count, turn.n) },
            ]}
          />
        </details>
      ))}
    </Card>
  );
}

/** Questions by how often they were wrong at first. */
export function QuestionTable({ questions }: { questions: readonly QuestionFigures[] }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  return (
    <Card title={t("insights.questions")}>
      <p className="text-muted">{t("insights.questionsLead")}</p>
      {questions.length === 0 ? (
        <p>{t("insights.questionsNone")}</p>
      ) : (
        <Table
          caption={t("insights.questions")}
          rows={questions}
          rowKey={({ lesson, question }) => `${lesson} ${question}`}
          columns={[
            { key: "question", header: t("insights.question"), names: true, cell: (row) => text(row.text) },
            { key: "wrong", header: t("insights.wrong"), numeric: true, cell: ({ wrong, n }) => t("insights.of", { part: wrong, n }) },
            { key: "sure", header: t("insights.sureAndWrong"), numeric: true, cell: ({ sureAndWrong, n }) => t("insights.of", { part: sureAndWrong, n }) },
          ]}
        />
      )}
    </Card>
  );
}
