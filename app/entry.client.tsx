import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { loadMessages } from "#composition/messages.ts";
import { DEFAULT_SETTINGS, type I18nSettings, createI18n } from "#i18n/instance.ts";
import { isLocale } from "#i18n/locale.ts";
import { DocumentProvider } from "#ui/document-context.ts";

/** The settings the server drew the page with. */
function pageSettings(): I18nSettings {
  const root = window.__remixContext.state.loaderData?.root as { settings?: I18nSettings } | undefined;
  const lang = document.documentElement.lang;
  return root?.settings ?? { ...DEFAULT_SETTINGS, locale: isLocale(lang) ? lang : DEFAULT_SETTINGS.locale };
}

async function hydrate(): Promise<void> {
  const settings = pageSettings();
  const i18n = createI18n(settings, await loadMessages(settings.locale));
  // the request's code stands in the page only where an error was drawn: the same text is needed to take it over
  const requestId = document.querySelector("[data-request-id]")?.getAttribute("data-request-id") ?? null;
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <DocumentProvider value={{ nonce: "", requestId }}>
          <I18nextProvider i18n={i18n}>
            <RemixBrowser />
          </I18nextProvider>
        </DocumentProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
