import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { Question, QuizLesson } from "../../domain/content.ts";
import { Both } from "./both.tsx";
import { RowButtons } from "./row-buttons.tsx";
import type { Sent } from "./sent.ts";

function QuestionFields({ question, index, sent }: { question: Question; index: number; sent: Sent }) {
  const { t } = useTranslation("courses");
  const at = `questions.${index}`;
  const right = sent.typed[`${at}.right`] ?? question.options.find((option) => option.right)?.code;
  return (
    <Card title={t("lesson.question", { n: index + 1 })} level={3} aside={<RowButtons at={at} first={index === 0} what={t("lesson.question", { n: index + 1 })} />}>
      <input type="hidden" name={`${at}.code`} value={question.code} />
      <Both label={t("lesson.questionText")} path={`${at}.question`} value={question.question} sent={sent} rows={2} />
      {question.options.map((option, place) => {
        const path = `${at}.options.${place}`;
        return (
          <div key={option.code} className="flex flex-col gap-3 border-t border-line pt-3">
            <input type="hidden" name={`${path}.code`} value={option.code} />
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h4 className="font-semibold">{t("lesson.option", { n: place + 1 })}</h4>
              <RowButtons at={path} first={place === 0} what={t("lesson.option", { n: place + 1 })} />
            </div>
            <label className="flex min-h-target items-center gap-3">
              <input type="radio" name={`${at}.right`} value={option.code} defaultChecked={right === option.code} className="size-5 accent-accent" />
              {t("lesson.right")}
            </label>
            <Both label={t("lesson.optionText")} path={`${path}.text`} value={option.text} sent={sent} />
            <Both label={t("lesson.feedback")} path={`${path}.feedback`} value={option.feedback} sent={sent} rows={2} />
          </div>
        );
      })}
      <Button name="intent" value={`add ${at}.options`} className="self-start">{t("lesson.addOption")}</Button>
    </Card>
  );
}

/** The questions of a quiz with their answers, and how many must be right. */
export function QuizFields({ lesson, sent }: { lesson: QuizLesson; sent: Sent }) {
  const { t } = useTranslation("courses");
  return (
    <>
      <Field label={t("lesson.pass")} id="pass" name="pass" defaultValue={sent.typed["pass"] ?? String(lesson.pass)} errors={errorsAt(sent.refusal, "pass")}><IntegerInput /></Field>
      {lesson.questions.map((question, index) => <QuestionFields key={question.code} question={question} index={index} sent={sent} />)}
      <Button name="intent" value="add questions" className="self-start">{t("lesson.addQuestion")}</Button>
    </>
  );
}
