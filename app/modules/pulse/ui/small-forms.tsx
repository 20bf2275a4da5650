import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { IntegerInput, Select, TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { SCALES } from "../domain/figures.ts";
import { type Question, TOPICS } from "../bank.ts";
import { useLocal } from "./use-words.ts";

/** What the last form of the page answered: shown by the form it was sent from. */
export interface Sent {
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** What the last form answered, if it was this one. */
export function useSent({ refusal, typed }: Sent, intent: string): Sent & { readonly busy: boolean } {
  const { state, formData } = useNavigation();
  const own = typed["intent"] === intent;
  return { refusal: own ? refusal : null, typed: own ? typed : {}, busy: state !== "idle" && formData?.get("intent") === intent };
}

/** The administrator raises the threshold for pulses to come; everybody else reads it. */
export function ThresholdCard({ k, mayRaise, sent }: { k: number; mayRaise: boolean; sent: Sent }) {
  const { t } = useTranslation("pulse");
  const { refusal, typed, busy } = useSent(sent, "raise");
  return (
    <Card title={t("threshold.title")}>
      <p>{t("threshold.now", { k })}</p>
      {mayRaise && (
        <Form method="post" className="flex flex-col gap-4">
          <FormErrors refusal={refusal} fields={{ k: "k" }} />
          <Field label={t("threshold.k")} id="k" name="k" defaultValue={typed["k"]} errors={errorsAt(refusal, "k")} required>
            <IntegerInput />
          </Field>
          <Button name="intent" value="raise" pending={busy} className="self-start">{t("threshold.save")}</Button>
        </Form>
      )}
    </Card>
  );
}

/** A question of the company's own. */
export function QuestionForm({ sent }: { sent: Sent }) {
  const { t } = useTranslation("pulse");
  const { refusal, typed, busy } = useSent(sent, "question");
  const at = (name: string) => ({ id: `question-${name}`, name, defaultValue: typed[name], errors: errorsAt(refusal, name) });
  return (
    <Card title={t("question.add")}>
      <Fold summary={t("question.save")} open={refusal !== null}>
        <p className="text-sm text-muted">{t("question.hint")}</p>
        <Form method="post" className="flex flex-col gap-4">
          <FormErrors refusal={refusal} fields={Object.fromEntries(["code", "scale", "topic", "textVi", "textEn"].map((name) => [name, `question-${name}`]))} />
          <Field label={t("question.textVi")} {...at("textVi")} required>
            <TextArea rows={2} maxLength={300} lang="vi" />
          </Field>
          <Field label={t("question.textEn")} {...at("textEn")} required>
            <TextArea rows={2} maxLength={300} lang="en" />
          </Field>
          <Field label={t("question.topic")} {...at("topic")} required>
            <Select options={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))} />
          </Field>
          <Field label={t("question.scale")} {...at("scale")} required>
            <Select options={SCALES.map((value) => ({ value, label: t(`scale.${value}`) }))} />
          </Field>
          <Field label={t("question.code")} hint={t("question.codeHint")} {...at("code")} required>
            <TextInput maxLength={40} autoComplete="off" spellCheck={false} />
          </Field>
          <Button name="intent" value="question" pending={busy} className="self-start">{t("question.save")}</Button>
        </Form>
      </Fold>
    </Card>
  );
}

/** An operational change as the results tell of it. */
export interface TiedChange {
  readonly id: string;
  /** What is being done, in words for everybody. */
  readonly words: string;
  /** When it was tied to the results. */
  readonly at: string;
  /** Its page, for who may know of it. */
  readonly href: string | null;
  /** Code of the question it answers; null where nothing says so. */
  readonly question: string | null;
}

interface ActionsProps<C extends TiedChange> {
  readonly tied: readonly C[];
  readonly questions: readonly Question[];
  readonly choices: readonly { readonly id: string; readonly title: string }[] | null;
  readonly sent: Sent;
  /** How far a change has come. */
  readonly standing: (change: C) => ReactNode;
}

/** What is being done about the results, and how one says so. */
export function ActionsCard<C extends TiedChange>({ tied, questions, choices, sent, standing }: ActionsProps<C>) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const local = useLocal();
  const { refusal, typed, busy } = useSent(sent, "tie");
  const textOf = (code: string | null) => questions.find((question) => question.code === code)?.text;
  return (
    <Card title={t("actions.title")}>
      {tied.length === 0 ? (
        <p className="text-muted">{t("actions.empty")} {choices !== null && t("actions.emptyHint")}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {tied.map((change) => {
            const { id, words, href, question, at } = change;
            const text = textOf(question);
            return (
              <li key={id}>
                {href === null ? <span className="font-semibold">{words}</span> : <Link to={href} className="font-semibold text-accent underline underline-offset-4">{words}</Link>}
                <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
                  {standing(change)} {t("actions.since", { day: format.date(at) })}
                </span>
                {text && <span className="block text-sm text-muted">{t("actions.about", { question: local(text) })}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {choices !== null && (
        <Fold summary={t("actions.tie")} open={refusal !== null}>
          <Form method="post" className="flex flex-col gap-4">
            <FormErrors refusal={refusal} fields={{ improvement: "tie-improvement", question: "tie-question", words: "tie-words" }} />
            <Field label={t("actions.improvement")} id="tie-improvement" name="improvement" defaultValue={typed["improvement"]} errors={errorsAt(refusal, "improvement")} required>
              <Select placeholder={t("actions.chooseImprovement")} options={choices.map(({ id, title }) => ({ value: id, label: title }))} />
            </Field>
            <Field label={t("actions.question")} id="tie-question" name="question" defaultValue={typed["question"]} errors={errorsAt(refusal, "question")} required>
              <Select options={questions.map(({ code, text }) => ({ value: code, label: local(text) }))} />
            </Field>
            <Field label={t("actions.words")} hint={t("actions.wordsHint")} id="tie-words" name="words" defaultValue={typed["words"]} errors={errorsAt(refusal, "words")} required>
              <TextArea rows={2} maxLength={300} />
            </Field>
            <Button name="intent" value="tie" pending={busy} className="self-start">{t("actions.save")}</Button>
          </Form>
          <LinkButton to="/improvements/new" variant="quiet" className="self-start">{t("actions.report")}</LinkButton>
        </Fold>
      )}
    </Card>
  );
}

/** For a leader whose people are too few to be told by themselves: three questions, and what others changed. */
export function GuideCard({ others }: { others: readonly Pick<TiedChange, "id" | "words">[] }) {
  const { t } = useTranslation("pulse");
  return (
    <Card title={t("guide.title")}>
      <p className="max-w-prose">{t("guide.lead")}</p>
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        {(["one", "two", "three"] as const).map((key) => (
          <li key={key}>{t(`guide.${key}`)}</li>
        ))}
      </ol>
      {others.length > 0 && (
        <>
          <h3 className="text-base">{t("guide.others")}</h3>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {others.map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
