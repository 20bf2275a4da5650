import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LOCALES, type Locale, THEMES, type Theme } from "#i18n/locale.ts";
import { classes } from "./classes.ts";

const CHOICE = "min-h-target flex-1 cursor-pointer rounded-control border px-3 py-2 whitespace-nowrap";

/** Language and theme as plain buttons of one form: each press posts and the page comes back changed. */
export function PreferencesForm({ theme, locale }: { theme: Theme; locale: Locale }) {
  const { t } = useTranslation("ui");
  const { pathname, search } = useLocation();
  const look = (chosen: boolean) => classes(CHOICE, chosen ? "border-accent bg-accent-soft font-semibold text-ink" : "border-control bg-surface hover:bg-sunken");
  return (
    <Form method="post" action="/preferences" reloadDocument className="flex flex-col gap-4">
      <input type="hidden" name="to" value={pathname + search} />
      <fieldset>
        <legend className="mb-1 text-sm text-muted">{t("shell.language")}</legend>
        <div className="flex gap-2">
          {LOCALES.map((each) => (
            <button key={each} name="language" value={each} lang={each} aria-pressed={each === locale} className={look(each === locale)}>
              {t(`shell.languages.${each}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-sm text-muted">{t("shell.theme")}</legend>
        <div className="flex flex-wrap gap-2">
          {THEMES.map((each) => (
            <button key={each} name="theme" value={each} aria-pressed={each === theme} className={look(each === theme)}>
              {t(`shell.themes.${each}`)}
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
