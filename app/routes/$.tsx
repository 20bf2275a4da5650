import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { appFrame } from "#composition/app-frame.server.ts";
import { AppFrame, type FrameData } from "#composition/app-frame.tsx";
import { cookieValue, isTheme, THEME_COOKIE } from "#i18n/locale.ts";
import { publicPage } from "#platform/http/page.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { NotFoundPage } from "#ui/error-page.tsx";
import type { PageHandle } from "#ui/page-title.ts";
import { PublicShell } from "#ui/public-shell.tsx";

export const handle: PageHandle = { title: "ui:errorPage.notFoundTitle" };

/** An address nobody answers at, with status 404: whoever is signed in keeps their navigation, a stranger may sign in. */
export const loader = publicPage(async ({ request, actor, organisation, locale }) => {
  const theme = cookieValue(request.headers.get("Cookie"), THEME_COOKIE);
  const frame = actor === null ? null : await appFrame(actor, organisation?.isDemo ?? false);
  return json({ frame, locale, theme: isTheme(theme) ? theme : ("system" as const) }, { status: 404 });
});

export default function NowhereElse() {
  const { frame, locale, theme } = useLoaderData<typeof loader>();
  const { t } = useTranslation("ui");
  if (frame !== null) {
    return (
      <AppFrame data={frame as FrameData}>
        <NotFoundPage action={<LinkButton to="/" reloadDocument variant="primary">{t("errorPage.home")}</LinkButton>} />
      </AppFrame>
    );
  }
  return (
    <PublicShell theme={theme} locale={locale}>
      <NotFoundPage action={<LinkButton to="/sign-in" variant="primary">{t("action.signIn")}</LinkButton>} />
    </PublicShell>
  );
}
