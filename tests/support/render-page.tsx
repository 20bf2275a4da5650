import { type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ComponentType, ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { messages as en } from "#composition/messages.en.ts";
import { messages as vi } from "#composition/messages.vi.ts";
import { DEFAULT_SETTINGS, type I18nSettings, createI18n } from "#i18n/instance.ts";
import { FormatProvider } from "#i18n/use-format.tsx";

interface RenderOptions {
  readonly settings?: Partial<I18nSettings>;
  /** ISO instant of the page. */
  readonly now?: string;
  readonly pathname?: string;
}

/** The least that Remix needs to draw one route on the server. */
function entryContext(pathname: string, page: ComponentType): EntryContext {
  const route = { id: "root", path: "*", hasAction: false, hasLoader: false, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false, module: "/root.js" };
  const location = { pathname, search: "", hash: "", state: null, key: "default" };
  const context = {
    manifest: { version: "1", url: "/manifest.js", entry: { module: "/entry.js", imports: [] }, routes: { root: route } },
    routeModules: { root: { default: page } },
    staticHandlerContext: {
      basename: "", location, loaderData: {}, actionData: null, errors: null, statusCode: 200, loaderHeaders: {}, actionHeaders: {},
      matches: [{ params: {}, pathname, pathnameBase: pathname, route: { id: "root", path: "*" } }],
      activeDeferreds: null,
    },
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
    isSpaMode: false,
    serializeError: (error: unknown) => error,
  };
  return context as unknown as EntryContext;
}

/** What the server sends for an element inside one page: words, formats and links as on a real page. */
export function renderPage(element: ReactElement, { settings, now = "2026-11-22T07:00:00.000Z", pathname = "/" }: RenderOptions = {}): string {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const page = () => <FormatProvider settings={all} now={now}>{element}</FormatProvider>;
  return renderToString(
    <I18nextProvider i18n={createI18n(all, all.locale === "en" ? en : vi)}>
      <RemixServer context={entryContext(pathname, page)} url={`http://localhost${pathname}`} />
    </I18nextProvider>,
  );
}
