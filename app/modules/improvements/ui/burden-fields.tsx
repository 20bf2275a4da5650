import { useTranslation } from "react-i18next";
import { Field } from "#ui/field.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { IntegerInput } from "#ui/inputs.tsx";
import type { Load } from "../domain/burden.ts";

const PARTS = ["minutes", "uses", "people"] as const;

export interface LoadFieldsProps {
  readonly legend: string;
  /** Prefix of the three fields' names. */
  readonly name: string;
  readonly load: Load | null;
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** minutes × times × people of one group; empty when nobody knows. */
export function LoadFields({ legend, name, load, refusal, typed }: LoadFieldsProps) {
  const { t } = useTranslation("improvements");
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-3">
        {PARTS.map((part) => {
          const id = `${name}-${part}`;
          return (
            <Field key={part} label={t(`plan.${part}`)} id={id} name={id} defaultValue={typed[id] ?? (load === null ? "" : String(load[part]))} errors={errorsAt(refusal, id)} className="w-32 sm:w-36">
              <IntegerInput />
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Where a fault at one of the fields jumps to. */
export function loadFieldIds(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => PARTS.map((part) => [`${name}-${part}`, `${name}-${part}`])));
}
