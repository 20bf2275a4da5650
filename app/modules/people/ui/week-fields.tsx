import { useTranslation } from "react-i18next";
import type { Weekday } from "#kernel/business-time.ts";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextInput } from "#ui/inputs.tsx";

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const satisfies readonly Weekday[];

/** Where FormErrors finds the field of a fault in the hours. */
export const WEEK_FIELDS: Readonly<Record<string, string>> = Object.fromEntries(
  WEEKDAYS.flatMap((day) => [[`hours.${day}`, `hours-${day}`], ...[0, 1, 2, 3].map((index) => [`hours.${day}.${index}`, `hours-${day}`])]),
);

export interface WeekFieldsProps {
  legend: string;
  hint: string;
  /** What each day begins with, by field name (`hours.1`). */
  values: Readonly<Record<string, string | undefined>>;
  refusal: RefusalLike | null;
  readOnly?: boolean;
}

/** Opening hours, a line of text for each weekday. */
export function WeekFields({ legend, hint, values, refusal, readOnly = false }: WeekFieldsProps) {
  const { t } = useTranslation("people");
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <p className="text-sm text-muted">{hint}</p>
      {WEEKDAYS.map((day) => (
        <Field
          key={day}
          beside
          label={t(`organisation.weekday.${day}`)}
          id={`hours-${day}`}
          name={`hours.${day}`}
          defaultValue={values[`hours.${day}`] ?? ""}
          errors={[...errorsAt(refusal, `hours.${day}`), ...[0, 1, 2, 3].flatMap((index) => errorsAt(refusal, `hours.${day}.${index}`))]}
        >
          <TextInput readOnly={readOnly} maxLength={120} autoComplete="off" />
        </Field>
      ))}
    </fieldset>
  );
}
