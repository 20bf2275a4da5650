import { Link } from "@remix-run/react";
import { Settings2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale, Theme } from "#i18n/locale.ts";
import { Offline } from "./app-shell.tsx";
import { Brand } from "./brand.tsx";
import { Menu } from "./menu.tsx";
import { PreferencesForm } from "./preferences-form.tsx";

/** The frame of pages for nobody in particular: signing in, invitations, the first set-up. One narrow column. */
export function PublicShell({ theme, locale, notice, children }: { theme: Theme; locale: Locale; notice?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("ui");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex w-full max-w-xl items-center justify-between px-4 py-3">
        <Link to="/" className="flex min-h-target items-center gap-2 text-xl font-semibold text-ink">
          <Brand className="size-8" />
          {t("product")}
        </Link>
        <Menu label={t("shell.preferences")} summary={<Settings2 aria-hidden className="size-5" />}>
          <PreferencesForm theme={theme} locale={locale} />
        </Menu>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto flex w-full max-w-xl flex-1 flex-col gap-6 px-4 pt-4 pb-16 outline-none">
        <Offline />
        {notice}
        {children}
      </main>
    </div>
  );
}
