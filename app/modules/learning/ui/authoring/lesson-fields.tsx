import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput, Select } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { Lesson, PracticeLesson, RecallCard, Scenario } from "../../domain/content.ts";
import { Both } from "./both.tsx";
import { QuizFields } from "./quiz-fields.tsx";
import { RowButtons } from "./row-buttons.tsx";
import type { Sent } from "./sent.ts";

interface Props<L> {
  readonly lesson: L;
  readonly sent: Sent;
}

function PracticeFields({ lesson, sent }: Props<PracticeLesson>) {
  const { t } = useTranslation("courses");
  return (
    <>
      <Both label={t("lesson.task")} path="task" value={lesson.task} sent={sent} rows={3} />
      <Field label={t("lesson.times")} id="times" name="times" defaultValue={sent.typed["times"] ?? String(lesson.times)} errors={errorsAt(sent.refusal, "times")}><IntegerInput /></Field>
      <Card title={t("lesson.observe")} level={3}>
        <p className="text-sm text-muted">{t("lesson.observeHint")}</p>
        {lesson.observe.map((text, index) => (
          <div key={index} className="flex flex-col gap-1">
            <input type="hidden" name={`observe.${index}.code`} value={index} />
            <Both label={t("lesson.observeAt", { n: index + 1 })} path={`observe.${index}`} value={text} sent={sent} />
            <RowButtons at={`observe.${index}`} first={index === 0} what={t("lesson.observeAt", { n: index + 1 })} />
          </div>
        ))}
        <Button name="intent" value="add observe" className="self-start">{t("lesson.addObserve")}</Button>
      </Card>
    </>
  );
}

/** Everything of a scenario but its turns, which have forms of their own. */
function ScenarioHead({ scenario, sent }: { scenario: Scenario; sent: Sent }) {
  const { t } = useTranslation("courses");
  const number = (path: string, label: string, value: number) => (
    <Field label={label} id={path} name={path} defaultValue={sent.typed[path] ?? String(value)} errors={errorsAt(sent.refusal, path)} className="flex-1 basis-32"><IntegerInput /></Field>
  );
  const nameOf = ({ code, kind }: Scenario["nodes"][number]) => t(kind === "turn" ? "scenario.turn" : "scenario.ending", { code });
  return (
    <>
      {scenario.madeFrom !== undefined && <p className="text-muted">{t("scenario.madeFrom", { number: scenario.madeFrom })}</p>}
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-lg font-semibold">{t("scenario.person")}</legend>
        <Both label={t("scenario.personName")} path="scenario.person.name" value={scenario.person.name} sent={sent} />
        <Both label={t("scenario.personWho")} path="scenario.person.who" value={scenario.person.who} sent={sent} />
      </fieldset>
      <Both label={t("scenario.situation")} hint={t("scenario.situationHint")} path="scenario.situation" value={scenario.situation} sent={sent} rows={3} />
      <Both label={t("scenario.unsaid")} hint={t("scenario.unsaidHint")} path="scenario.unsaid" value={scenario.unsaid} sent={sent} rows={3} />
      <Field label={t("scenario.start")} id="scenario.start" name="scenario.start" defaultValue={sent.typed["scenario.start"] ?? scenario.start} errors={errorsAt(sent.refusal, "scenario.start")}>
        <Select placeholder={t("scenario.toNowhere")} options={scenario.nodes.map((node) => ({ value: node.code, label: nameOf(node) }))} />
      </Field>
      <fieldset className="flex flex-wrap gap-4">
        <legend className="mb-2 font-semibold">{t("scenario.begins")}</legend>
        {number("scenario.begins.trust", t("scenario.trust"), scenario.begins.trust)}
        {number("scenario.begins.frustration", t("scenario.frustration"), scenario.begins.frustration)}
        {number("scenario.begins.time", t("scenario.time"), scenario.begins.time)}
      </fieldset>
    </>
  );
}

function KindFields({ lesson, sent }: Props<Lesson>) {
  const { t } = useTranslation("courses");
  switch (lesson.kind) {
    case "read":
      return (
        <>
          <Both label={t("lesson.body")} hint={t("lesson.bodyHint")} path="body" value={lesson.body} sent={sent} rows={12} longest={12_000} />
          <Both label={t("lesson.remember")} path="remember" value={lesson.remember} sent={sent} />
        </>
      );
    case "scenario":
      return <ScenarioHead scenario={lesson.scenario} sent={sent} />;
    case "quiz":
      return <QuizFields lesson={lesson} sent={sent} />;
    case "practice":
      return <PracticeFields lesson={lesson} sent={sent} />;
    case "reflection":
      return <Both label={t("lesson.prompt")} hint={t("lesson.promptHint")} path="prompt" value={lesson.prompt} sent={sent} rows={3} />;
  }
}

function RecallFields({ cards, sent }: { cards: readonly RecallCard[]; sent: Sent }) {
  const { t } = useTranslation("courses");
  return (
    <Card title={t("lesson.recall")} level={3}>
      <p className="text-sm text-muted">{t("lesson.recallHint")}</p>
      {cards.map(({ code, question, answer }, index) => (
        <div key={code} className="flex flex-col gap-3 border-t border-line pt-3">
          <input type="hidden" name={`recall.${index}.code`} value={code} />
          <div className="flex items-center justify-between">
            <h4 className="font-semibold">{t("lesson.card", { n: index + 1 })}</h4>
            <RowButtons at={`recall.${index}`} first={index === 0} what={t("lesson.card", { n: index + 1 })} />
          </div>
          <Both label={t("lesson.cardQuestion")} path={`recall.${index}.question`} value={question} sent={sent} />
          <Both label={t("lesson.cardAnswer")} path={`recall.${index}.answer`} value={answer} sent={sent} rows={2} />
        </div>
      ))}
      <Button name="intent" value="add recall" className="self-start">{t("lesson.addCard")}</Button>
    </Card>
  );
}

/** Every field of a lesson. */
export function LessonFields({ lesson, sent }: Props<Lesson>) {
  const { t } = useTranslation("courses");
  return (
    <>
      <Both label={t("lesson.title")} path="title" value={lesson.title} sent={sent} />
      <Field label={t("lesson.minutes")} hint={t("lesson.minutesHint")} id="minutes" name="minutes" defaultValue={sent.typed["minutes"] ?? String(lesson.minutes)} errors={errorsAt(sent.refusal, "minutes")}><IntegerInput /></Field>
      <KindFields lesson={lesson} sent={sent} />
      <RecallFields cards={lesson.recall} sent={sent} />
    </>
  );
}
