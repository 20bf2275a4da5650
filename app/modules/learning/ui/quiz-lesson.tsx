import { type FormEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Badge } from "#ui/feedback.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { Card } from "#ui/layout.tsx";
import { CONFIDENCES } from "../domain/quiz.ts";
import type { MarkedView, QuizView } from "../view-models.ts";
import { LessonForm, type Sent, useSent } from "./lesson-form.tsx";
import { useText } from "./use-text.ts";

function Marked({ answer }: { answer: MarkedView }) {
  const { t } = useTranslation("learning");
  const text = useText();
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">{text(answer.question)}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={answer.right ? "good" : "warn"}>{t(answer.right ? "quiz.right" : "quiz.wrong")}</Badge>
        <span>{text(answer.chosen)}</span>
        <span className="text-sm text-muted">{t(`quiz.${answer.confidence}`)}</span>
      </p>
      {!answer.right && <p>{t("quiz.rightIs", { option: text(answer.rightOption) })}</p>}
      <p>{text(answer.feedback)}</p>
      {answer.note !== null && <p className="font-semibold text-accent">{t(`quiz.${answer.note}`)}</p>}
    </div>
  );
}

export interface QuizProps {
  readonly view: QuizView;
  readonly sent: Sent;
  readonly id: string;
  readonly onSubmit?: ((event: FormEvent<HTMLFormElement>) => void) | undefined;
}

/** One question a screen, with how sure one is; the answer before it explained; the whole at the end. */
export function QuizLesson({ view, sent, id, onSubmit }: QuizProps) {
  const { t } = useTranslation("learning");
  const text = useText();
  const { busy, refusal, typed } = useSent(sent, "answer");
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(view.answered);
  useEffect(() => {
    if (before.current !== view.answered) heading.current?.focus();
    before.current = view.answered;
  }, [view.answered]);
  const { question, result } = view;
  return (
    <div className="flex flex-col gap-6">
      {view.last !== null && result === null && (
        <div role="status" className="rounded-card bg-info-soft p-4">
          <p className="mb-1 text-sm text-muted">{t("quiz.last")}</p>
          <Marked answer={view.last} />
        </div>
      )}
      {question !== null && (
        <Card>
          <h2 ref={heading} tabIndex={-1} className="text-sm text-muted outline-none">{t("quiz.place", { position: view.answered + 1, total: view.total })}</h2>
          <p className="max-w-prose text-lg font-semibold">{text(question.text)}</p>
          <LessonForm key={question.code} intent="answer" sent={{ refusal, typed }} fields={{ choice: "choice", confidence: "confidence" }} onSubmit={onSubmit}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="question" value={question.code} />
            <RadioChips label={t("quiz.option")} hideLabel id="choice" name="choice" layout="chips" selected={typed["choice"]} errors={errorsAt(refusal, "choice")} options={question.options.map((option) => ({ value: option.code, label: text(option.text) }))} required />
            <RadioChips label={t("quiz.confidence")} id="confidence" name="confidence" selected={typed["confidence"]} errors={errorsAt(refusal, "confidence")} options={CONFIDENCES.map((confidence) => ({ value: confidence, label: t(`quiz.${confidence}`) }))} required />
            <Button type="submit" variant="primary" pending={busy} className="sm:self-start">{t("quiz.answer")}</Button>
          </LessonForm>
        </Card>
      )}
      {result !== null && (
        <Card>
          <div className="flex flex-wrap items-center gap-3">
            <h2 ref={heading} tabIndex={-1} className="text-lg outline-none">{t("quiz.result", { right: result.right, total: view.total })}</h2>
            {result.passed && <Badge tone="good">{t("quiz.passed")}</Badge>}
          </div>
          {!result.passed && <p>{t("quiz.notPassed", { pass: view.pass })}</p>}
          <ol className="flex flex-col divide-y divide-line [&>li]:py-3">
            {result.answers.map((answer, index) => <li key={index}><Marked answer={answer} /></li>)}
          </ol>
          <LinkButton to="?again=1" variant={result.passed ? "quiet" : "primary"} className="self-start">{t("quiz.again")}</LinkButton>
        </Card>
      )}
    </div>
  );
}
