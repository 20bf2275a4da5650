import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { PublishView } from "../../publishing/views.ts";
import { useBilingual } from "../verdict-panel.tsx";

interface FormState {
  policy: PublishView;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

const POSITIONS = [0, 1, 2, 3] as const;

/** The question that "understood" asks, where HR wants one: shown to who publishes, written on the draft. */
export function QuestionCard({ policy, refusal, typed }: FormState) {
  const { t } = useTranslation("policy");
  const name = useBilingual();
  const { question, may } = policy;
  const mine = typed["intent"] === "ask" ? refusal : null;
  if (question === null && !may.ask) return null;
  return (
    <Card title={t("question.title")}>
      {question === null ? (
        <p className="text-muted">{t("question.none")}</p>
      ) : (
        <>
          <p className="font-semibold">{name(question.question)}</p>
          <ol className="list-decimal pl-6">
            {question.options.map((option, index) => (
              <li key={index}>
                {name(option)} {index === question.correct && <span className="text-good">({t("question.right")})</span>}
              </li>
            ))}
          </ol>
          <p className="text-muted">{name(question.explanation)}</p>
        </>
      )}
      {may.ask && (
        <Fold summary={question === null ? t("question.add") : t("question.edit")} open={mine !== null}>
          <QuestionFields policy={policy} refusal={mine} typed={mine === null ? {} : typed} />
        </Fold>
      )}
    </Card>
  );
}

function QuestionFields({ policy: { question }, refusal, typed }: FormState) {
  const { t } = useTranslation("policy");
  const { state, formData } = useNavigation();
  const pending = (intent: string) => state !== "idle" && formData?.get("intent") === intent;
  const both = (label: string, field: string, path: string, stored: { vi: string; en: string } | undefined, optional = false) => (
    <div className="grid gap-4 sm:grid-cols-2">
      {(["vi", "en"] as const).map((language) => (
        <Field
          key={language}
          label={t("question.inLanguage", { label, language: t(`question.language.${language}`) })}
          name={`${field}-${language}`}
          defaultValue={typed[`${field}-${language}`] ?? stored?.[language]}
          errors={errorsAt(refusal, `${path}.${language}`)}
          optional={optional}
        >
          <TextInput maxLength={500} />
        </Field>
      ))}
    </div>
  );
  return (
    <Form method="post" className="flex flex-col gap-4">
      {both(t("question.text"), "question", "question", question?.question)}
      {POSITIONS.map((at) => (
        <div key={at}>{both(t("question.option", { number: at + 1 }), `option-${at}`, `options.${at}`, question?.options[at], at > 1)}</div>
      ))}
      <Field label={t("question.correct")} name="correct" defaultValue={typed["correct"] ?? String(question?.correct ?? 0)} errors={errorsAt(refusal, "correct")}>
        <Select options={POSITIONS.map((at) => ({ value: String(at), label: t("question.option", { number: at + 1 }) }))} className="max-w-56" />
      </Field>
      {both(t("question.explanation"), "explanation", "explanation", question?.explanation)}
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" name="intent" value="ask" pending={pending("ask")}>
          {t("question.save")}
        </Button>
        {question !== null && (
          <Button name="intent" value="ask-nothing" pending={pending("ask-nothing")}>
            {t("question.remove")}
          </Button>
        )}
      </div>
    </Form>
  );
}
