import { Form, useNavigation } from "@remix-run/react";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { UNDERSTOOD } from "../domain/scales.ts";
import type { AskView, CodedName } from "../view-models.ts";
import { SurveyQuestions } from "./survey-questions.tsx";
import { useName } from "./use-name.ts";

interface OpenSurvey {
  readonly kind: "poster" | "case";
  readonly place: CodedName | null;
  readonly visit: string;
  readonly ask: AskView;
}

/** The questions; one question alone is answered by one tap. */
export function SurveyQuestionsForm({ survey, refusal, typed }: { survey: OpenSurvey; refusal: RefusalLike | null; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("listening");
  const { ask, place, visit, kind } = survey;
  const name = useName();
  const busy = useNavigation().state !== "idle";
  const oneTap = ask.questions.length === 1 && ask.questions[0] === "understood";
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="text-2xl">{t("public.title")}</h1>
        {place && <p className="text-muted">{name(place.name)}</p>}
        {ask.intro && <p className="whitespace-pre-line">{ask.intro}</p>}
      </header>
      <Form method="post" className="flex flex-col gap-7">
        <FormErrors refusal={refusal} fields={{ answer: "understood", said: "said" }} />
        <input type="hidden" name="visit" value={visit} />
        {oneTap ? (
          <fieldset className="flex flex-col gap-3">
            <legend className="mb-3 text-xl font-semibold">{t("public.understood")}</legend>
            {UNDERSTOOD.map((value) => (
              <Button key={value} name="understood" value={value} size="large" variant={value === "yes" ? "primary" : "secondary"} pending={busy}>
                {t(`public.understoodOption.${value}`)}
              </Button>
            ))}
            <p className="text-sm text-muted">{t("public.oneTap")}</p>
          </fieldset>
        ) : (
          <>
            <SurveyQuestions ask={ask} refusal={refusal} typed={typed} />
            <Button variant="primary" size="large" pending={busy}>{t("public.send")}</Button>
          </>
        )}
      </Form>
      <p className="text-sm text-muted">{kind === "case" ? t("public.privateCase") : t("public.private")}</p>
    </>
  );
}

interface Done {
  readonly kind: "kept" | "double" | "added" | "late";
  readonly mayAdd: boolean;
  readonly visit: string;
  readonly words: string | null;
  readonly department: CodedName | null;
}

/** Thanks, what happens with the answer, and room for a few words after a single tap. */
export function SurveyAnswered({ done }: { done: Done }) {
  const { t } = useTranslation("listening");
  const name = useName();
  const busy = useNavigation().state !== "idle";
  const next = done.department === null ? t("public.nextPlain") : t("public.next", { department: name(done.department.name) });
  return (
    <>
      <div className="flex flex-col gap-3" role="status">
        <CircleCheck aria-hidden className="size-12 text-good" />
        <h1 className="text-2xl">{done.kind === "double" ? t("public.thanksBefore") : t("public.thanks")}</h1>
        {done.kind === "added" && <p>{t("public.added")}</p>}
        {done.kind === "late" && <p>{t("public.addLate")}</p>}
        <p className="whitespace-pre-line">{done.words ?? next}</p>
        <p>{t("public.nextHelp")}</p>
      </div>
      {done.mayAdd && (
        <Card title={t("public.addTitle")}>
          <Form method="post" className="flex flex-col gap-4">
            <input type="hidden" name="intent" value="words" />
            <input type="hidden" name="visit" value={done.visit} />
            <Field label={t("public.words")} hideLabel id="said" name="said" hint={t("public.wordsHint")} required>
              <TextArea rows={4} maxLength={2000} />
            </Field>
            <Button pending={busy} className="self-start">{t("public.addSend")}</Button>
          </Form>
        </Card>
      )}
      <p className="text-sm text-muted">{t("public.close")}</p>
    </>
  );
}

/** A link that was used, has ended, or was never made: said kindly, with what to do instead. */
export function SurveyOver({ state }: { state: "used" | "over" | "unknown" }) {
  const { t } = useTranslation("listening");
  if (state === "used") {
    return (
      <div className="flex flex-col gap-3">
        <h1 className="text-2xl">{t("public.thanksBefore")}</h1>
        <p>{t("public.nextPlain")}</p>
        <p>{t("public.nextHelp")}</p>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <h1 className="text-2xl">{state === "over" ? t("public.over") : t("public.unknown")}</h1>
      <p>{state === "over" ? t("public.overText") : t("public.unknownText")}</p>
    </div>
  );
}
