import { useTranslation } from "react-i18next";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { TextArea, TextInput } from "#ui/inputs.tsx";
import type { Text } from "../../domain/content.ts";
import type { Sent } from "./sent.ts";

export interface BothProps {
  readonly label: string;
  readonly hint?: string;
  /** Path within the part that the form saves; names and ids of the two fields. */
  readonly path: string;
  readonly value: Text;
  readonly sent: Sent;
  /** Lines shown from the start; left out: one line. */
  readonly rows?: number;
  readonly longest?: number;
}

/** One text in both languages, side by side where there is room. */
export function Both({ label, hint, path, value, sent, rows, longest = 1000 }: BothProps) {
  const { t } = useTranslation("courses");
  const one = (language: "vi" | "en") => {
    const name = `${path}.${language}`;
    return (
      <Field key={language} label={t(`language.${language}`)} id={name} name={name} defaultValue={sent.typed[name] ?? value[language]} errors={errorsAt(sent.refusal, name)}>
        {rows === undefined ? <TextInput lang={language} maxLength={longest} /> : <TextArea lang={language} rows={rows} maxLength={longest} />}
      </Field>
    );
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <div className="grid gap-3 md:grid-cols-2 [&_label]:text-sm [&_label]:font-normal [&_label]:text-muted">{(["vi", "en"] as const).map(one)}</div>
    </fieldset>
  );
}
