import { CircleAlert } from "lucide-react";
import { type ReactNode, createContext, useContext, useId } from "react";
import { useTranslation } from "react-i18next";
import { type Coded, errorWords } from "#i18n/words.ts";
import { classes } from "./classes.ts";

/** What a form library (@conform-to/react's FieldMetadata fits) or a plain object says about one field. */
export interface FieldState {
  readonly id?: string | undefined;
  readonly name: string;
  /** What was typed or stored; shown again after an error. */
  readonly defaultValue?: unknown;
  readonly initialValue?: unknown;
  readonly errors?: readonly FieldError[] | undefined;
  readonly required?: boolean | undefined;
}

/** Words, an error code such as `required`, or a code with parameters. */
export type FieldError = string | Coded;

export interface FieldProps {
  label: ReactNode;
  /** Name, value and errors together; or give `name`, `defaultValue`, `errors` apart. */
  field?: FieldState | undefined;
  name?: string;
  id?: string;
  defaultValue?: string | undefined;
  errors?: readonly FieldError[] | undefined;
  /** One line of help, read after the label. */
  hint?: ReactNode;
  /** Marked "optional"; fields are taken as needed otherwise. */
  optional?: boolean;
  required?: boolean;
  /** The label before the control in one row, for short names that stand below each other. */
  beside?: boolean;
  /** Keeps the label for assistive technology only, where the page already says it. */
  hideLabel?: boolean;
  className?: string;
}

export interface FieldWiring {
  readonly id: string;
  readonly name: string;
  readonly defaultValue: string;
  readonly required: boolean;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

const FieldContext = createContext<FieldWiring | null>(null);

/** The wiring of the surrounding Field, for a control of one's own. */
export function useField(): FieldWiring | null {
  return useContext(FieldContext);
}

/** Attributes that tie a control to its Field; what the control is given itself wins. */
export function controlProps(wiring: FieldWiring | null, own: { id?: string | undefined; name?: string | undefined; defaultValue?: unknown; value?: unknown; required?: boolean | undefined }) {
  return {
    id: own.id ?? wiring?.id,
    name: own.name ?? wiring?.name,
    ...(own.value === undefined ? { defaultValue: (own.defaultValue as string | undefined) ?? wiring?.defaultValue } : {}),
    required: own.required ?? wiring?.required,
    "aria-describedby": wiring?.describedBy,
    "aria-invalid": wiring?.invalid ? true : undefined,
  };
}

/** Text of a field's errors; codes become words. */
export function useErrorTexts(errors: readonly FieldError[] | undefined): string[] {
  const { t } = useTranslation();
  return (errors ?? []).map((error) => {
    if (typeof error !== "string") return errorWords(t, { ...error, code: `field.${error.code}` });
    return /^[a-z][a-z0-9_]*$/.test(error) ? errorWords(t, { code: `field.${error}` }) : error;
  });
}

/** Resolves a Field's or a group's own props against `field`. */
export function useFieldWiring(props: FieldProps): FieldWiring & { readonly errorTexts: string[]; readonly hintId: string; readonly errorId: string } {
  const madeId = useId();
  const { field } = props;
  const id = props.id ?? field?.id ?? madeId;
  const errorTexts = useErrorTexts(props.errors ?? field?.errors);
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [props.hint ? hintId : null, errorTexts.length > 0 ? errorId : null].filter(Boolean).join(" ");
  const value = props.defaultValue ?? field?.initialValue ?? field?.defaultValue;
  return {
    id,
    name: props.name ?? field?.name ?? "",
    defaultValue: typeof value === "string" || typeof value === "number" ? String(value) : "",
    required: props.required ?? (props.optional ? false : (field?.required ?? false)),
    describedBy: described || undefined,
    invalid: errorTexts.length > 0,
    errorTexts,
    hintId,
    errorId,
  };
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-sm text-muted">
      {children}
    </p>
  );
}

export function FieldErrors({ id, texts }: { id: string; texts: readonly string[] }) {
  const { t } = useTranslation("ui");
  if (texts.length === 0) return null;
  return (
    <div id={id} className="flex gap-2 text-sm font-semibold text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div>
        <span className="sr-only">{t("field.errorPrefix")} </span>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </div>
  );
}

export function OptionalMark() {
  const { t } = useTranslation("ui");
  return <span className="font-normal text-muted"> ({t("field.optional")})</span>;
}

/** Label, hint, control and error, tied together for assistive technology. The control is a child: `<Field label=…><TextInput /></Field>`. */
export function Field({ children, ...props }: FieldProps & { children: ReactNode }) {
  const wiring = useFieldWiring(props);
  return (
    <div className={classes(props.beside ? "grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 [&>:nth-child(n+3)]:col-span-2" : "flex flex-col gap-1.5", props.className)}>
      <label htmlFor={wiring.id} className={props.hideLabel ? "sr-only" : "font-semibold"}>
        {props.label}
        {props.optional && <OptionalMark />}
      </label>
      {props.hint && <FieldHint id={wiring.hintId}>{props.hint}</FieldHint>}
      <FieldContext.Provider value={wiring}>{children}</FieldContext.Provider>
      <FieldErrors id={wiring.errorId} texts={wiring.errorTexts} />
    </div>
  );
}
