import { Form, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { buttonClasses } from "#ui/button.tsx";

/** The frame of a survey's page: whose it is, the other language one tap away, one narrow column. Nothing of the product around it. */
export function SurveyShell({ organisation, locale, children }: { organisation: string; locale: "vi" | "en"; children: ReactNode }) {
  const { t } = useTranslation("listening");
  const { pathname } = useLocation();
  const other = locale === "vi" ? "en" : "vi";
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col gap-6 px-4 py-4">
      <header className="flex items-center justify-between gap-4">
        <p className="min-w-0 text-lg font-semibold">{organisation}</p>
        <Form method="post" action="/preferences" reloadDocument>
          <input type="hidden" name="to" value={pathname} />
          <button name="language" value={other} lang={other} className={buttonClasses("quiet")}>{t("public.switch")}</button>
        </Form>
      </header>
      <main id="main" className="flex flex-col gap-6">{children}</main>
    </div>
  );
}
