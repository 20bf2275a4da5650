import { useTranslation } from "react-i18next";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput, Select } from "#ui/inputs.tsx";
import type { EditorView } from "../../authoring/view-models.ts";
import { Both } from "./both.tsx";
import type { Sent } from "./sent.ts";
import { useBilingual } from "./use-bilingual.ts";

const LENSES = ["goal", "need", "expectation", "emotion", "pain"] as const;

/** What a course is for, what it trains and what its certificate asks. */
export function HeadFields({ content, skills, sent }: Pick<EditorView, "content" | "skills"> & { sent: Sent }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const verified = sent.refusal === null ? content.verified : sent.typed["verified"] !== undefined;
  return (
    <>
      <Both label={t("edit.name")} path="title" value={content.title} sent={sent} longest={120} />
      <Both label={t("edit.summary")} hint={t("edit.summaryHint")} path="summary" value={content.summary} sent={sent} rows={2} />
      <Both label={t("edit.why")} path="why" value={content.why} sent={sent} rows={2} />
      <Field label={t("edit.serves")} id="serves.kind" name="serves.kind" defaultValue={sent.typed["serves.kind"] ?? content.serves.kind} errors={errorsAt(sent.refusal, "serves.kind")}>
        <Select options={LENSES.map((value) => ({ value, label: t(`edit.lens.${value}`) }))} />
      </Field>
      <Both label={t("edit.servesText")} path="serves.text" value={content.serves.text} sent={sent} />
      <Field label={t("edit.skill")} id="skill" name="skill" defaultValue={sent.typed["skill"] ?? content.skill} errors={errorsAt(sent.refusal, "skill")}>
        <Select placeholder options={skills.map(({ code, name }) => ({ value: code, label: text(name) }))} />
      </Field>
      <Field label={t("edit.validMonths")} hint={t("edit.validMonthsHint")} id="validMonths" name="validMonths" defaultValue={sent.typed["validMonths"] ?? String(content.validMonths ?? "")} errors={errorsAt(sent.refusal, "validMonths")} optional><IntegerInput /></Field>
      <label className="flex min-h-target items-center gap-3">
        <input type="checkbox" name="verified" value="on" defaultChecked={verified} className="size-5 accent-accent" />
        {t("edit.verified")}
      </label>
    </>
  );
}
