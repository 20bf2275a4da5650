import { type AppLoadContext, type EntryContext, type HandleErrorFunction, createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { installMessages } from "#composition/messages.server.ts";
import { messagesOf } from "#i18n/catalogue.ts";
import { DEFAULT_SETTINGS, type I18nSettings, createI18n } from "#i18n/instance.ts";
import { LOCALE_COOKIE, cookieValue, resolveLocale } from "#i18n/locale.ts";
import { pageBody } from "#platform/http/page-body.server.ts";
import { log } from "#platform/log.server.ts";
import { DocumentProvider } from "#ui/document-context.ts";

installMessages();

/** Rendering that takes longer is cut off; loaders have answered before it begins, so this is far beyond the usual. */
const RENDER_TIMEOUT_MS = 5_000;

/** The settings the root loader answered with; where it did not, what the request alone tells. */
function settingsOf(request: Request, remixContext: EntryContext): I18nSettings {
  const root = remixContext.staticHandlerContext.loaderData.root as { settings?: I18nSettings } | undefined;
  if (root?.settings) return root.settings;
  const locale = resolveLocale({
    cookie: cookieValue(request.headers.get("Cookie"), LOCALE_COOKIE),
    acceptLanguage: request.headers.get("Accept-Language"),
  });
  return { ...DEFAULT_SETTINGS, locale };
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const settings = settingsOf(request, remixContext);
  const nonce = loadContext.nonce ?? "";
  const facts = { nonce, requestId: loadContext.requestId ?? null };
  const i18n = createI18n(settings, messagesOf(settings.locale));
  return new Promise((resolve, reject) => {
    let shellReady = false;
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <DocumentProvider value={facts}>
        <I18nextProvider i18n={i18n}>
          <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_TIMEOUT_MS} nonce={nonce} />
        </I18nextProvider>
      </DocumentProvider>,
      {
        nonce,
        onShellReady() {
          shellReady = true;
        },
        onAllReady() {
          clearTimeout(timer);
          const body = pageBody();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", settings.locale);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError(error: unknown) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error: unknown) {
          failed = true;
          // before the shell is there, the error goes on to handleError
          if (shellReady) log.error({ err: error, requestId: facts.requestId }, "page could not be drawn");
        },
      },
    );
    const timer = setTimeout(abort, RENDER_TIMEOUT_MS);
  });
}

/** What neither a loader's nor an action's wrapper has caught. A visitor who left is no error. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) log.error({ err: error, requestId: context.requestId }, "request failed outside its wrapper");
};
