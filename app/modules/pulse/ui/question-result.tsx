import { ArrowDownRight, ArrowRight, ArrowUpRight, EyeOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { type ShareBar, ShareBarsChart } from "#ui/charts/share-bars.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import { Table } from "#ui/table.tsx";
import type { Told } from "../domain/disclose.ts";
import type { GroupView, QuestionResult, ResultsView } from "../view-models.ts";
import { useLocal, useToldWords } from "./use-words.ts";

const ARROWS = { up: ArrowUpRight, steady: ArrowRight, down: ArrowDownRight } as const;
const TONES = { up: "good", steady: "neutral", down: "warn" } as const;

/** One question: the chosen group's figure, what stands in for it where it is hidden, groups and waves beside it. */
export function QuestionResultCard({ result, view }: { result: QuestionResult; view: ResultsView }) {
  const { t } = useTranslation("pulse");
  const local = useLocal();
  const words = useToldWords(view.promise.mode);
  const { question, told, instead } = result;
  const { scale } = question;
  const trend = told.state === "shown" || told.state === "trend" ? told.trend : null;
  return (
    <Card title={local(question.text)}>
      <p className="text-sm text-muted">{t(`topic.${question.topic}`)} · {t(`scale.${scale}`)}</p>
      {scale === "text" ? (
        <>
          <Themes result={result} view={view} />
          <Texts result={result} view={view} />
        </>
      ) : (
        <>
          {told.state === "shown" && (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="text-2xl font-semibold tabular-nums">{words.value(scale, told)}</span>
              {trend && <Badge tone={TONES[trend]} icon={ARROWS[trend]}>{t(`results.trend.${trend}`)}</Badge>}
            </p>
          )}
          {told.state === "trend" && (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {trend && <Badge tone={TONES[trend]} icon={ARROWS[trend]}>{t(`results.trend.${trend}`)}</Badge>}
              <span className="text-muted">{t("results.onlyTrend")}</span>
            </p>
          )}
          {told.state === "named" && told.answer !== null && <p className="text-xl font-semibold">{t(`circle.answer.${told.answer}`)}</p>}
          {told.state === "hidden" && <Hidden k={view.promise.kScores} view={view} />}
          {told.state !== "shown" && told.state !== "named" && told.state !== "open" && (
            <p>
              {instead ? (
                <>
                  <span className="text-muted">{t("results.instead", { group: words.groupName(instead.group) })}</span> <strong>{words.value(scale, instead.told)}</strong>
                </>
              ) : (
                <span className="text-muted">{t("results.noInstead")}</span>
              )}
            </p>
          )}
          {view.about === null ? <Chart result={result} view={view} /> : <Around result={result} view={view} />}
          {result.waves.length > 1 && <Waves result={result} view={view} />}
          {scale === "enps" && <p className="text-sm text-muted">{t("results.enpsNote")}</p>}
        </>
      )}
    </Card>
  );
}

/** That nothing is told of the chosen group, and why that is: of everybody nothing is left over, of one person nothing is counted. */
function Hidden({ k, view: { chosen, promise } }: { k: number; view: ResultsView }) {
  const { t } = useTranslation("pulse");
  const words = useToldWords(promise.mode);
  const why = chosen.kind === "self" || chosen.kind === "manager" ? t("results.hiddenNamed") : t(chosen.kind === "all" || chosen.kind === "circle" ? "results.hiddenAll" : "results.hiddenWhy", { k });
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge icon={EyeOff}>{words.hidden}</Badge>
      <span className="text-sm text-muted">{why}</span>
    </p>
  );
}

/** Groups side by side; with one group alone its answers for and against. Nothing where nothing is told. */
function Chart({ result: { question, told, instead, groups }, view }: { result: QuestionResult; view: ResultsView }) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const words = useToldWords(view.promise.mode);
  const { scale } = question;
  const subject: { group: GroupView; told: Told } = told.state === "shown" || instead === null ? { group: view.chosen, told } : instead;
  if (subject.told.state !== "shown") return null;
  const side = groups.length > 1 ? groups : [subject];
  const bars = side.flatMap(({ group, told: one }): ShareBar[] => {
    if (one.state !== "shown" || scale === "enps") return [];
    const { value, banded, interval } = one.figure;
    return [{ id: group.id, label: words.shortName(group), value, interval, atMost: banded, text: banded ? t("results.atMost", { value }) : format.percent(value, 0) }];
  });
  const table = {
    caption: t("results.byGroup"),
    columns: [t("results.group"), t("results.value"), t("results.range"), t("results.n")],
    rows: side.map(({ group, told: one }) => [words.groupName(group), words.value(scale, one), words.range(scale, one), words.answers(one)]),
  };
  const sentence = words.sentence(scale, subject.group, subject.told);
  const legend = [...(bars.some(({ interval }) => interval !== null) ? [t("results.barsInterval")] : []), ...(bars.some(({ atMost }) => atMost) ? [t("results.barsBand")] : [])];
  if (bars.length > 1) return <ShareBarsChart sentence={sentence} bars={bars} legend={legend.join(" ")} table={table} />;
  return (
    <>
      <p className="max-w-prose">{sentence}</p>
      {side.length > 1 && (
        <Fold summary={t("results.byGroup")}>
          <Table caption={table.caption} rows={table.rows} rowKey={([name]) => name ?? ""} columns={table.columns.map((header, index) => ({ key: header, header, names: index === 0, numeric: index > 0, cell: (row: readonly string[]) => row[index] ?? "" }))} />
        </Fold>
      )}
    </>
  );
}

/** How those around a person see them and how they see themselves, beside each other. */
function Around({ result: { question, told, groups }, view }: { result: QuestionResult; view: ResultsView }) {
  const words = useToldWords(view.promise.mode);
  const { scale } = question;
  const items = groups.map(({ group, told: one }) => ({
    label: words.groupName(group),
    value: <>{words.value(scale, one)}{one.state === "shown" && <span className="block text-sm text-muted">{words.range(scale, one)}</span>}</>,
  }));
  return (
    <>
      {told.state === "shown" && <p className="max-w-prose">{words.sentence(scale, view.chosen, told)}</p>}
      {items.length > 1 && <DefinitionList items={items} />}
    </>
  );
}

function Waves({ result: { question, waves }, view }: { result: QuestionResult; view: ResultsView }) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const words = useToldWords(view.promise.mode);
  return (
    <Fold summary={t("results.waves")}>
      <Table
        caption={t("results.waves")}
        rows={[...waves].reverse()}
        rowKey={({ id }) => id}
        columns={[
          { key: "wave", header: t("results.wave"), names: true, cell: ({ closesOn }) => format.day(closesOn) },
          { key: "value", header: t("results.value"), cell: ({ told }) => words.value(question.scale, told) },
          { key: "range", header: t("results.range"), cell: ({ told }) => words.range(question.scale, told) },
          { key: "n", header: t("results.n"), cell: ({ told }) => words.answers(told) },
        ]}
      />
    </Fold>
  );
}

/** What was written about most; a theme too few wrote about is not told, and so no number is left over. */
function Themes({ result: { themes, told }, view }: { result: QuestionResult; view: ResultsView }) {
  const { t } = useTranslation("pulse");
  const words = useToldWords(view.promise.mode);
  if (themes === null) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t(told.state === "shown" ? "results.themes" : "results.themesInstead", { group: words.groupName(themes.group) })}</h3>
      {themes.told.length === 0 ? (
        <p className="text-muted">{t("results.noThemes")}</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {themes.told.map(({ theme, atLeast }) => (
            <li key={theme} className="rounded-control bg-sunken px-3 py-2">
              {t(`theme.${theme}`)} <span className="text-sm text-muted">{t("results.themeCount", { count: atLeast })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Texts({ result: { told, texts }, view }: { result: QuestionResult; view: ResultsView }) {
  const { t } = useTranslation("pulse");
  if (told.state === "hidden" || told.state === "trend") return <Hidden k={view.promise.kComments} view={view} />;
  if (texts === null) return <p className="text-muted">{t("results.textsOthers")}</p>;
  return (
    <>
      <p className="text-sm text-muted">{t("results.textsHint")}</p>
      <ul className="flex flex-col gap-2">
        {texts.map((text, index) => (
          <li key={index} className="max-w-prose rounded-control bg-sunken px-4 py-3 whitespace-pre-line">{text}</li>
        ))}
      </ul>
    </>
  );
}
