import { type HeadersFunction, type LinksFunction, json } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from "@remix-run/react";
import vietnameseFont from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url";
import latinFont from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { loadMessages } from "#composition/messages.ts";
import { DEFAULT_SETTINGS, type I18nSettings, createI18n } from "#i18n/instance.ts";
import { LOCALE_COOKIE, THEME_COOKIE, type Theme, cookieValue, isLocale, isTheme } from "#i18n/locale.ts";
import { FormatProvider } from "#i18n/use-format.tsx";
import { env } from "#platform/env.server.ts";
import { publicPage } from "#platform/http/page.server.ts";
import { takeToast } from "#platform/http/responses.server.ts";
import { Brand } from "#ui/brand.tsx";
import { useNonce } from "#ui/document-context.ts";
import { ErrorPage } from "#ui/error-page.tsx";
import { useDocumentTitle } from "#ui/page-title.ts";
import type { ToastView } from "#ui/toast.tsx";
import { Toaster } from "#ui/toast.tsx";
import stylesheet from "#ui/styles.css?url";

/** What every page of the document may read with `useRouteLoaderData("root")`. */
export interface RootData {
  readonly settings: I18nSettings;
  readonly theme: Theme;
  /** The moment the page was made (ISO). */
  readonly now: string;
  readonly toast: ToastView | null;
}

/** The value of the language cookie and of `?lang=` that asks for the pseudo-locale, in test builds only. */
const PSEUDO = "xx";

export const loader = publicPage(({ request, url, locale, words }) => {
  const cookie = request.headers.get("Cookie");
  const theme = cookieValue(cookie, THEME_COOKIE);
  const pseudo = env.TAM_PSEUDO && (url.searchParams.get("lang") === PSEUDO || cookieValue(cookie, LOCALE_COOKIE) === PSEUDO);
  const { toast, headers } = takeToast(request);
  const data: RootData = {
    settings: { ...DEFAULT_SETTINGS, ...words, locale, pseudo },
    theme: isTheme(theme) ? theme : "system",
    now: new Date().toISOString(),
    toast,
  };
  return json(data, { headers });
});

/** Pages show what concerns one person: nothing on the way may keep them. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "private, no-store", Vary: "Cookie, Accept-Language" });

export const links: LinksFunction = () => [
  ...[latinFont, vietnameseFont].map((href) => ({ rel: "preload", as: "font", type: "font/woff2", href, crossOrigin: "anonymous" as const })),
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

/** The words of the document; another language or another label after an act brings its own download, without a reload. */
function useFollowingI18n(settings: I18nSettings | undefined) {
  const { i18n } = useTranslation();
  const [following, setFollowing] = useState(i18n);
  const wanted = settings ? JSON.stringify(settings) : null;
  const shown = useRef(wanted);
  useEffect(() => {
    if (wanted === null || wanted === shown.current) return undefined;
    let current = true;
    const next = JSON.parse(wanted) as I18nSettings;
    void loadMessages(next.locale).then((messages) => {
      if (!current) return;
      shown.current = wanted;
      setFollowing(createI18n(next, messages));
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return following;
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<RootData>("root");
  const i18n = useFollowingI18n(data?.settings);
  const locale = isLocale(i18n.language) ? i18n.language : DEFAULT_SETTINGS.locale;
  return (
    <I18nextProvider i18n={i18n}>
      <FormatProvider settings={{ ...DEFAULT_SETTINGS, ...data?.settings, locale }} now={data?.now ?? "1970-01-01T00:00:00.000Z"}>
        <Document locale={locale} theme={data?.theme ?? "system"}>{children}</Document>
      </FormatProvider>
    </I18nextProvider>
  );
}

function Document({ locale, theme, children }: { locale: string; theme: Theme; children: ReactNode }) {
  const nonce = useNonce();
  const title = useDocumentTitle();
  return (
    <html lang={locale} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <title>{title}</title>
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Toaster />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** Where nothing nearer catches an error: the words of both languages are always at hand, the shell is not. */
export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <main id="main" className="mx-auto min-h-dvh max-w-3xl px-4 py-8">
      <a href="/" className="inline-flex min-h-target items-center gap-2 text-xl font-semibold text-ink">
        <Brand className="size-8" />
        <ProductName />
      </a>
      <ErrorPage error={error} />
    </main>
  );
}

function ProductName() {
  const { t } = useTranslation("ui");
  return <>{t("product")}</>;
}
