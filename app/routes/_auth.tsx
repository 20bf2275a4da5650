import { json } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { THEME_COOKIE, cookieValue, isTheme } from "#i18n/locale.ts";
import { publicPage } from "#platform/http/page.server.ts";
import { PublicShell } from "#ui/public-shell.tsx";
import { FlashToast } from "#ui/toast.tsx";
import type { RootData } from "../root.tsx";

export const loader = publicPage(({ request, locale }) => {
  const theme = cookieValue(request.headers.get("Cookie"), THEME_COOKIE);
  return json({ locale, theme: isTheme(theme) ? theme : ("system" as const) });
});

/** The frame of the pages on which nobody is signed in yet. */
export default function AuthLayout() {
  const { locale, theme } = useLoaderData<typeof loader>();
  const root = useRouteLoaderData<RootData>("root");
  return (
    <PublicShell theme={theme} locale={locale} notice={<FlashToast flash={root?.toast ?? null} />}>
      <Outlet />
    </PublicShell>
  );
}
