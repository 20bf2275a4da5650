import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { RANGE } from "../domain/figures.ts";
import { MAX_WORDS } from "../schemas.ts";
import type { Question } from "../bank.ts";
import { useLocal } from "./use-words.ts";

const POINTS = ["1", "2", "3", "4", "5"] as const;

function ScoreField({ question, refusal, typed }: { question: Question; refusal: RefusalLike | null; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("pulse");
  const local = useLocal();
  const { code, scale } = question;
  const [low, high] = RANGE[scale] ?? [0, 0];
  const numbers = Array.from({ length: high - low + 1 }, (_each, index) => String(low + index));
  const points = scale === "agree" || scale === "loyal" ? POINTS.map((value) => ({ value, label: t(`answer.${scale}.${value}`) })) : numbers.map((value) => ({ value, label: value }));
  return (
    <RadioChips
      label={local(question.text)}
      {...(scale === "enps" ? { hint: t("answer.enpsHint") } : {})}
      id={`q-${code}`}
      name={`q-${code}`}
      layout="words"
      selected={typed[`q-${code}`]}
      errors={errorsAt(refusal, `answers.${code}`)}
      options={[...points, { value: "skip", label: t("answer.skip") }]}
      required
    />
  );
}

interface AnswerFormProps {
  readonly questions: readonly Question[];
  readonly sheet: string;
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** One minute on a phone: a tap a question, words where somebody likes; works without scripts. */
export function AnswerForm({ questions, sheet, refusal, typed }: AnswerFormProps) {
  const { t } = useTranslation("pulse");
  const local = useLocal();
  const busy = useNavigation().state !== "idle";
  const fields = Object.fromEntries(questions.map(({ code, scale }) => [`answers.${code}`, scale === "text" ? `w-${code}` : `q-${code}`]));
  return (
    <Form method="post" className="flex flex-col gap-7">
      <input type="hidden" name="sheet" value={sheet} />
      <FormErrors refusal={refusal} fields={fields} />
      {questions.map((question) =>
        question.scale === "text" ? (
          <Field key={question.code} label={local(question.text)} hint={t("answer.words")} id={`w-${question.code}`} name={`w-${question.code}`} defaultValue={typed[`w-${question.code}`]} errors={errorsAt(refusal, `answers.${question.code}`)} optional>
            <TextArea maxLength={MAX_WORDS} />
          </Field>
        ) : (
          <ScoreField key={question.code} question={question} refusal={refusal} typed={typed} />
        ),
      )}
      <Button variant="primary" size="large" pending={busy} className="self-start">{t("answer.send")}</Button>
    </Form>
  );
}
