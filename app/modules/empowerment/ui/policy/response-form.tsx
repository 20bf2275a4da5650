import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { Select, TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { OwnResponseView, RespondView } from "../../publishing/views.ts";
import { useBilingual } from "../verdict-panel.tsx";

interface Answering {
  policy: RespondView;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** What the reader said, and what was answered. */
export function OwnResponse({ mine }: { mine: OwnResponseView }) {
  const { t } = useTranslation("policy");
  const name = useBilingual();
  const raised = mine.words !== null && (
    <p>
      {mine.rule && <span className="font-semibold">{name(mine.rule.name)}: </span>}
      {mine.words}
    </p>
  );
  return (
    <>
      {mine.response === "understood" ? (
        <Banner tone="good">{t("respond.understoodAt", { at: mine.at })}</Banner>
      ) : (
        <Banner tone={mine.answer === null ? "waiting" : "info"} title={mine.answer === null ? t("respond.sent") : t("respond.answered")}>
          {raised}
        </Banner>
      )}
      {mine.answer !== null && (
        <Card title={t("respond.answerOf", { name: mine.answeredBy ?? "" })}>
          {mine.response === "understood" && raised}
          <p className="whitespace-pre-line">{mine.answer}</p>
        </Card>
      )}
    </>
  );
}

/** Understood (with the question where one is asked), unclear to me, seems unreasonable: one press, or a few words. */
export function ResponseForm({ policy, refusal, typed }: Answering) {
  const { t } = useTranslation("policy");
  const name = useBilingual();
  const { state, formData } = useNavigation();
  const pending = (response: string) => state !== "idle" && formData?.get("response") === response;
  const at = (response: string) => (typed["response"] === response ? refusal : null);
  const { question } = policy;
  return (
    <Card title={t("respond.title")} className="gap-3">
      <p className="text-sm text-muted">{t("respond.seen")}</p>
      <Form method="post" className="flex flex-col gap-4">
        {question && (
          <RadioChips
            label={name(question.question)}
            name="checkAnswer"
            required
            className="[&>div]:flex-col"
            selected={at("understood") === null ? undefined : typed["checkAnswer"]}
            errors={errorsAt(at("understood"), "checkAnswer")}
            options={question.options.map((option, index) => ({ value: String(index), label: name(option) }))}
          />
        )}
        <Button variant="primary" size="large" name="response" value="understood" pending={pending("understood")}>
          {t("respond.understood")}
        </Button>
      </Form>
      <div className="flex flex-col divide-y divide-line border-t border-line">
        {(["unclear", "unreasonable"] as const).map((response) => (
          <Fold key={response} summary={t(`respond.${response}`)} open={at(response) !== null}>
            <Form method="post" className="flex flex-col gap-4">
              <Field label={t("respond.rule")} name="rule" defaultValue={at(response) === null ? undefined : typed["rule"]} errors={errorsAt(at(response), "rule")}>
                <Select placeholder={t("comments.whole")} options={policy.rules.map((rule) => ({ value: rule.code, label: name(rule.name) }))} />
              </Field>
              <Field label={t(`respond.words.${response}`)} name="words" defaultValue={at(response) === null ? undefined : typed["words"]} errors={errorsAt(at(response), "words")}>
                <TextArea rows={3} maxLength={2000} required />
              </Field>
              <div>
                <Button name="response" value={response} pending={pending(response)}>
                  {t("respond.send")}
                </Button>
              </div>
            </Form>
          </Fold>
        ))}
      </div>
    </Card>
  );
}
