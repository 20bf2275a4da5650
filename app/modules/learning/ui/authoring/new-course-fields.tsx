import { useTranslation } from "react-i18next";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import type { EditorView } from "../../authoring/view-models.ts";
import type { Sent } from "./sent.ts";
import { useBilingual } from "./use-bilingual.ts";

interface NewCourseFieldsProps {
  /** Keeps ids apart where a page has the fields twice. */
  readonly prefix: string;
  readonly skills: EditorView["skills"];
  readonly sent: Sent;
}

/** Name, code and skill of a course that begins. */
export function NewCourseFields({ prefix, skills, sent }: NewCourseFieldsProps) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const at = (name: string, path = name) => ({ id: `${prefix}-${name}`, name, defaultValue: sent.typed[name] ?? "", errors: errorsAt(sent.refusal, path) });
  return (
    <>
      <div className="grid gap-3 md:grid-cols-2">
        {(["vi", "en"] as const).map((language) => (
          <Field key={language} label={`${t("create.name")} (${t(`language.${language}`)})`} {...at(`title.${language}`)} required><TextInput lang={language} maxLength={120} /></Field>
        ))}
      </div>
      <Field label={t("create.code")} hint={t("create.codeHint")} {...at("ref", "code")} required><TextInput maxLength={64} autoComplete="off" autoCapitalize="characters" /></Field>
      <Field label={t("create.skill")} {...at("skill")} required><Select placeholder options={skills.map(({ code, name }) => ({ value: code, label: text(name) }))} /></Field>
    </>
  );
}
