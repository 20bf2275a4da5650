import { ChevronDown } from "lucide-react";
import { createContext, type ReactNode, useContext, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { currencyDigits, currencySign } from "#i18n/format.ts";
import { useFormat, useSettings } from "#i18n/use-format.tsx";
import { classes } from "#ui/classes.ts";
import { useErrorTexts } from "#ui/field.tsx";
import { groupDigits } from "#ui/money-input.tsx";
import { useDismiss } from "#ui/use-dismiss.ts";
import type { RuleChoice, RuleFormField, RuleForm, RuleText } from "../../domain/design/rule-form.ts";

/** The form being filled in, for the blanks of its sentences. */
export interface RuleFormState {
  readonly form: RuleForm;
  readonly setText: (name: RuleText, value: string) => void;
  readonly toggle: (name: RuleChoice, code: string, chosen: boolean) => void;
  readonly errors: (name: RuleFormField) => readonly string[];
}

const StateContext = createContext<RuleFormState | null>(null);
export const RuleFormProvider = StateContext.Provider;

export function useRuleForm(): RuleFormState {
  const state = useContext(StateContext);
  if (state === null) throw new Error("A blank stands outside a rule's form");
  return state;
}

const BLANK = "rounded-control border border-control bg-surface text-base text-ink aria-invalid:border-2 aria-invalid:border-bad";

/** What is wrong with a field, under the sentence it stands in. */
export function BlankErrors({ names }: { names: readonly RuleFormField[] }) {
  const { errors } = useRuleForm();
  const texts = useErrorTexts(names.flatMap((name) => errors(name)));
  if (texts.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm font-semibold text-bad">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

export interface Choosable {
  readonly code: string;
  readonly label: string;
}

/** A blank that any number of values may fill; none is "any". A <details> with checkboxes, so it works without scripts. */
export function ChoiceBlank({ name, label, any, options }: { name: RuleChoice; label: string; any: string; options: readonly Choosable[] }) {
  const { form, toggle, errors } = useRuleForm();
  const format = useFormat();
  const box = useRef<HTMLDetailsElement>(null);
  const chosen = form.chosen[name];
  const shown = options.filter(({ code }) => chosen.includes(code)).map((option) => option.label);
  useDismiss(box);
  return (
    <details ref={box} className="relative inline-block max-w-full align-middle">
      <summary
        id={`rule-${name}`}
        aria-label={`${label}: ${shown.length === 0 ? any : format.list(shown)}`}
        aria-invalid={errors(name).length > 0 || undefined}
        className={classes(BLANK, "inline-flex min-h-target max-w-full cursor-pointer list-none items-center gap-1 px-3 py-1.5 text-left leading-normal font-semibold text-accent hover:bg-sunken")}
      >
        <span className="min-w-0">{shown.length === 0 ? any : format.list(shown)}</span>
        <ChevronDown aria-hidden className="size-4 shrink-0" />
      </summary>
      <fieldset className="absolute top-full left-0 z-30 mt-1 flex max-h-80 w-72 max-w-[80vw] flex-col overflow-y-auto rounded-card border border-line bg-surface p-2 leading-normal shadow-raised">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <label key={option.code} className="flex min-h-target cursor-pointer items-center gap-3 rounded-control px-2 py-1 hover:bg-sunken">
            <input
              type="checkbox"
              name={name}
              value={option.code}
              checked={chosen.includes(option.code)}
              onChange={(event) => toggle(name, option.code, event.currentTarget.checked)}
              className="size-5 shrink-0 accent-accent"
            />
            <span>{option.label}</span>
          </label>
        ))}
        {options.length === 0 && <p className="p-2 text-muted">{any}</p>}
      </fieldset>
    </details>
  );
}

interface TextBlankProps {
  readonly name: RuleText;
  readonly label: string;
}

/** A whole number in a sentence. */
export function NumberBlank({ name, label }: TextBlankProps) {
  const { form, setText, errors } = useRuleForm();
  return (
    <input
      id={`rule-${name}`}
      name={name}
      aria-label={label}
      aria-invalid={errors(name).length > 0 || undefined}
      inputMode="numeric"
      autoComplete="off"
      placeholder="…"
      value={form.texts[name]}
      onChange={(event) => setText(name, event.currentTarget.value)}
      className={classes(BLANK, "min-h-target w-20 px-3 py-1.5 text-center tabular-nums")}
    />
  );
}

/** An amount in a sentence, grouped while it is typed. */
export function AmountBlank({ name, label, currency }: TextBlankProps & { currency: string }) {
  const { form, setText, errors } = useRuleForm();
  const { settings } = useSettings();
  const grouping = currencyDigits(currency) === 0;
  const grouped = (text: string, typing: boolean) => (grouping ? (groupDigits(text, settings.locale, typing) ?? text) : text);
  return (
    <span className="inline-flex items-center gap-1 align-middle">
      <input
        id={`rule-${name}`}
        name={name}
        aria-label={label}
        aria-invalid={errors(name).length > 0 || undefined}
        inputMode={grouping ? "numeric" : "decimal"}
        autoComplete="off"
        placeholder="…"
        value={grouped(form.texts[name], false)}
        onChange={(event) => setText(name, grouped(event.currentTarget.value, true))}
        className={classes(BLANK, "min-h-target w-36 px-3 py-1.5 text-right tabular-nums")}
      />
      <span aria-hidden>{currencySign(currency)}</span>
    </span>
  );
}

/** One of a few values in a sentence. */
export function SelectBlank({ name, label, options }: TextBlankProps & { options: readonly { readonly value: string; readonly label: string }[] }) {
  const { form, setText, errors } = useRuleForm();
  return (
    <select
      id={`rule-${name}`}
      name={name}
      aria-label={label}
      aria-invalid={errors(name).length > 0 || undefined}
      value={form.texts[name]}
      onChange={(event) => setText(name, event.currentTarget.value)}
      className={classes(BLANK, "min-h-target max-w-full cursor-pointer px-3 py-1.5 align-middle")}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A labelled field of the form that is no part of a sentence. */
export function LabelledText({ name, label, hint, rows, type = "text", language }: TextBlankProps & { hint?: ReactNode; rows?: number; type?: "text" | "date" | "email"; language?: "vi" | "en" }) {
  const { form, setText, errors } = useRuleForm();
  const hintId = useId();
  const texts = useErrorTexts(errors(name));
  const { t } = useTranslation("designer");
  const shared = {
    id: `rule-${name}`,
    name,
    value: form.texts[name],
    lang: language,
    "aria-invalid": texts.length > 0 || undefined,
    "aria-describedby": hint ? hintId : undefined,
    className: classes(BLANK, "block min-h-target w-full px-3 py-2", type === "date" && "max-w-56"),
  } as const;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={shared.id} className="font-semibold">
        {label}
        {language && <span className="font-normal text-muted"> ({t(`language.${language}`)})</span>}
      </label>
      {hint && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {rows === undefined ? (
        <input type={type} autoComplete="off" {...shared} onChange={(event) => setText(name, event.currentTarget.value)} />
      ) : (
        <textarea rows={rows} {...shared} onChange={(event) => setText(name, event.currentTarget.value)} className={classes(shared.className, "field-sizing-content")} />
      )}
      <BlankErrors names={[name]} />
    </div>
  );
}

/** The same text in both languages, side by side where there is room. */
export function BothLanguages({ vi, en, label, hint, rows = 2 }: { vi: RuleText; en: RuleText; label: string; hint?: ReactNode; rows?: number }) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <LabelledText name={vi} label={label} hint={hint} rows={rows} language="vi" />
      <LabelledText name={en} label={label} hint={hint} rows={rows} language="en" />
    </div>
  );
}
