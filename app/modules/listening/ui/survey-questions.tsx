import { useTranslation } from "react-i18next";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { UNDERSTOOD } from "../domain/scales.ts";
import type { AskView } from "../view-models.ts";

interface SurveyQuestionsProps {
  ask: AskView;
  refusal?: RefusalLike | null;
  typed?: Readonly<Record<string, string>>;
}

/** The questions of a survey as customers see them; the form around them is the page's. */
export function SurveyQuestions({ ask, refusal = null, typed = {} }: SurveyQuestionsProps) {
  const { t } = useTranslation("listening");
  return (
    <>
      {ask.questions.includes("understood") && (
        <RadioChips
          label={<span className="text-lg">{t("public.understood")}</span>}
          id="understood"
          name="understood"
          layout="tiles"
          selected={typed["understood"] ?? ""}
          errors={errorsAt(refusal, "understood")}
          options={UNDERSTOOD.map((value) => ({ value, label: t(`public.understoodOption.${value}`) }))}
        />
      )}
      {ask.questions.includes("csat") && (
        <RadioChips
          label={<span className="text-lg">{t("public.csat")}</span>}
          name="csat"
          layout="tiles"
          selected={typed["csat"] ?? ""}
          errors={errorsAt(refusal, "csat")}
          options={(["5", "4", "3", "2", "1"] as const).map((value) => ({ value, label: t(`public.csatOption.${value}`) }))}
        />
      )}
      {ask.questions.includes("nps") && (
        <RadioChips
          label={<span className="text-lg">{t("public.nps")}</span>}
          name="nps"
          hint={t("public.npsHint")}
          selected={typed["nps"] ?? ""}
          errors={errorsAt(refusal, "nps")}
          options={Array.from({ length: 11 }, (_, value) => ({ value: String(value), label: String(value) }))}
        />
      )}
      {ask.asksWords && (
        <Field label={<span className="text-lg">{t("public.words")}</span>} id="said" name="said" hint={t("public.wordsHint")} defaultValue={typed["said"]} errors={errorsAt(refusal, "said")} optional>
          <TextArea rows={4} maxLength={2000} />
        </Field>
      )}
    </>
  );
}
