import { Eye, EyeOff } from "lucide-react";
import { type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes, forwardRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "./classes.ts";
import { controlProps, useField } from "./field.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** The look of every text control. 16 px text, so that phones do not zoom in. */
export const CONTROL =
  "block w-full min-h-target rounded-control border border-control bg-surface px-3 py-2 text-base text-ink aria-invalid:border-2 aria-invalid:border-bad disabled:opacity-60 [&[readonly]]:bg-sunken";

export type InputProps = InputHTMLAttributes<HTMLInputElement>;

/** One line of text; inside a Field it takes name, value and errors from there. */
export const TextInput = forwardRef<HTMLInputElement, InputProps>(function TextInput({ className, ...props }, ref) {
  return <input ref={ref} type="text" {...props} {...controlProps(useField(), props)} className={classes(CONTROL, className)} />;
});

/** A local day, by the browser's own control (works without scripts). Value "YYYY-MM-DD". */
export const DateInput = forwardRef<HTMLInputElement, InputProps>(function DateInput({ className, ...props }, ref) {
  return <TextInput ref={ref} type="date" className={classes("max-w-56", className)} {...props} />;
});

/** A local time of day. Value "HH:mm". */
export const TimeInput = forwardRef<HTMLInputElement, InputProps>(function TimeInput({ className, ...props }, ref) {
  return <TextInput ref={ref} type="time" className={classes("max-w-40", className)} {...props} />;
});

/** A whole number, as text: the parser of the server decides, and what was typed is shown again. */
export const IntegerInput = forwardRef<HTMLInputElement, InputProps>(function IntegerInput({ className, ...props }, ref) {
  return <TextInput ref={ref} inputMode="numeric" autoComplete="off" className={classes("max-w-40 tabular-nums", className)} {...props} />;
});

export const TextArea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(function TextArea({ className, rows = 3, ...props }, ref) {
  return <textarea ref={ref} rows={rows} {...props} {...controlProps(useField(), props)} className={classes(CONTROL, "field-sizing-content", className)} />;
});

/** A password with a button to show it. */
export const PasswordInput = forwardRef<HTMLInputElement, InputProps>(function PasswordInput({ className, ...props }, ref) {
  const { t } = useTranslation("ui");
  const [shown, setShown] = useState(false);
  const hydrated = useHydrated();
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <TextInput ref={ref} autoComplete="current-password" {...props} type={shown ? "text" : "password"} className={classes("pr-12", className)} />
      {hydrated && (
        <button
          type="button"
          onClick={() => setShown(!shown)}
          aria-pressed={shown}
          aria-label={t(shown ? "field.hidePassword" : "field.showPassword")}
          className="absolute inset-y-0 right-0 grid w-target place-items-center rounded-control text-muted hover:text-ink"
        >
          <Icon aria-hidden className="size-5" />
        </button>
      )}
    </div>
  );
});

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
  /** Where the label is in another language than the page. */
  readonly lang?: "vi" | "en";
}

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options: readonly Option[];
  /** First line with an empty value; `true` for "Choose…". */
  placeholder?: string | true;
}

/** The browser's own list, styled. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select({ options, placeholder, className, ...props }, ref) {
  const { t } = useTranslation("ui");
  return (
    <select ref={ref} {...props} {...controlProps(useField(), props)} className={classes(CONTROL, "cursor-pointer pr-8", className)}>
      {placeholder && <option value="">{placeholder === true ? t("field.choose") : placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled} lang={option.lang}>
          {option.label}
        </option>
      ))}
    </select>
  );
});
