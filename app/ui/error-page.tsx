import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { Compass, HeartHandshake, Lock, type LucideIcon, Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton, buttonClasses } from "./button.tsx";
import { useDocumentFacts } from "./document-context.ts";

type Kind = "notFound" | "forbidden" | "busy" | "unexpected";

const ICONS: Record<Kind, LucideIcon> = { notFound: Compass, forbidden: Lock, busy: Hourglass, unexpected: HeartHandshake };

function kindOf(error: unknown): Kind {
  if (!isRouteErrorResponse(error)) return "unexpected";
  if (error.status === 404 || error.status === 405) return "notFound";
  if (error.status === 401 || error.status === 403) return "forbidden";
  return error.status === 429 || error.status === 503 ? "busy" : "unexpected";
}

/** What the error is called: the heading of its page and the title of its document. */
export function useErrorTitle(error: unknown): string {
  const { t } = useTranslation("ui");
  const kind = kindOf(error);
  return kind === "unexpected" ? t("errorPage.title") : t(`errorPage.${kind}Title`);
}

/** The code that finds this failure in the log: of the failed data request, else of the document. */
function requestIdOf(error: unknown, documentId: string | null): string | null {
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  const own = typeof data === "object" && data !== null && "requestId" in data ? data.requestId : null;
  return typeof own === "string" ? own : documentId;
}

/** What a page shows when it cannot be shown: what happened, what is safe, what to do, and the request's code. `error` comes from useRouteError. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation("ui");
  const { requestId: documentId } = useDocumentFacts();
  const { pathname, search } = useLocation();
  const kind = kindOf(error);
  const requestId = requestIdOf(error, documentId);
  const Icon = ICONS[kind];
  const text = kind === "unexpected" ? t("errorPage.text") : t(`errorPage.${kind}Text`);
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col items-start gap-4 py-10">
      <Icon aria-hidden className="size-10 text-heart" strokeWidth={1.5} />
      <h1 className="text-2xl">{useErrorTitle(error)}</h1>
      <p>{text}</p>
      {requestId && (kind === "busy" || kind === "unexpected") && (
        <p className="text-sm text-muted">
          {t("errorPage.requestId")}: <code data-request-id={requestId} className="rounded bg-sunken px-1.5 py-0.5 text-ink select-all">{requestId}</code>
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {(kind === "busy" || kind === "unexpected") && (
          <a href={pathname + search} className={buttonClasses("primary")}>{t("action.retry")}</a>
        )}
        <LinkButton to="/" reloadDocument variant={kind === "notFound" || kind === "forbidden" ? "primary" : "secondary"}>{t("errorPage.home")}</LinkButton>
      </div>
    </div>
  );
}

/** The page of an address nobody answers at. */
export function NotFoundPage({ action }: { action: ReactNode }) {
  const { t } = useTranslation("ui");
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col items-start gap-4 py-10">
      <Compass aria-hidden className="size-10 text-heart" strokeWidth={1.5} />
      <h1 className="text-2xl">{t("errorPage.notFoundTitle")}</h1>
      <p>{t("errorPage.notFoundText")}</p>
      {action}
    </div>
  );
}
