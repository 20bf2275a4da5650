import { type FormEvent, forwardRef, useImperativeHandle, useRef } from "react";
import { useTranslation } from "react-i18next";
import { currencyDigits, currencySign, formatMoney, formatNumber } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import { useSettings } from "#i18n/use-format.tsx";
import { classes } from "./classes.ts";
import { useField } from "./field.tsx";
import { type InputProps, TextInput } from "./inputs.tsx";
import { useHydrated } from "./use-hydrated.ts";

const WELL_GROUPED = /^\d{1,3}([.,\u00a0 ])\d{3}(\1\d{3})*$/;

/**
 * Digits grouped as the language does, for a currency without decimals: "450000" → "450.000". Null when the text is to be
 * left as it is: other characters, separators that group nothing (a pasted "4.5" must not become 45), or too many digits.
 */
export function groupDigits(text: string, locale: Locale, typing: boolean): string | null {
  const trimmed = text.trim();
  const understood = typing ? /^[\d.,\u00a0 ]+$/.test(trimmed) : /^\d+$/.test(trimmed) || WELL_GROUPED.test(trimmed);
  const digits = trimmed.replace(/\D/g, "");
  if (!understood || digits === "" || digits.length > 15) return null;
  return formatNumber(Number(digits), locale);
}

/** Writes a value as a person would, so that forms and live previews see it. */
export function setInputValue(input: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

export interface MoneyInputProps extends Omit<InputProps, "size"> {
  /** ISO 4217; the organisation's when left out. */
  currency?: string;
  /** Amounts in minor units to fill in with one tap; they need scripts, typing does not. */
  quickAmounts?: readonly number[];
}

/** An amount as text, grouped while it is typed; the server's one strict parser reads it. Posts what is shown. */
export const MoneyInput = forwardRef<HTMLInputElement, MoneyInputProps>(function MoneyInput(
  { currency: given, quickAmounts = [], className, onInput, ...props },
  ref,
) {
  const { settings } = useSettings();
  const { t } = useTranslation("ui");
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLInputElement);
  const hydrated = useHydrated();
  const wiring = useField();
  const currency = given ?? settings.currency;
  const { locale } = settings;
  const grouping = currencyDigits(currency) === 0;

  const group = (event: FormEvent<HTMLInputElement>) => {
    const element = event.currentTarget;
    const kind = (event.nativeEvent as InputEvent).inputType ?? "";
    const grouped = grouping ? groupDigits(element.value, locale, /^(insertText|delete)/.test(kind)) : null;
    if (grouped !== null && grouped !== element.value) {
      const digitsAfter = element.value.slice(element.selectionStart ?? 0).replace(/\D/g, "").length;
      element.value = grouped;
      let caret = grouped.length;
      for (let left = digitsAfter; left > 0 && caret > 0; caret--) if (/\d/.test(grouped[caret - 1] ?? "")) left--;
      element.setSelectionRange(caret, caret);
    }
    onInput?.(event);
  };

  const start = (props.defaultValue as string | undefined) ?? wiring?.defaultValue ?? "";
  return (
    <div className="flex flex-col gap-2">
      <div className="relative">
        <TextInput
          ref={input}
          inputMode={grouping ? "numeric" : "decimal"}
          autoComplete="off"
          {...props}
          defaultValue={grouping ? (groupDigits(start, locale, false) ?? start) : start}
          onInput={group}
          className={classes("pr-12 text-lg tabular-nums", className)}
        />
        <span aria-hidden className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-muted">
          {currencySign(currency)}
        </span>
      </div>
      {hydrated && quickAmounts.length > 0 && (
        <div role="group" aria-label={t("field.quickAmounts")} className="flex flex-wrap gap-2">
          {quickAmounts.map((minor) => (
            <button
              key={minor}
              type="button"
              onClick={() => input.current && setInputValue(input.current, formatNumber(minor / 10 ** currencyDigits(currency), locale))}
              className="min-h-target rounded-full border border-control bg-surface px-4 py-2 tabular-nums hover:bg-sunken"
            >
              {formatMoney({ minor, currency }, locale)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
});
