import { json } from "@remix-run/node";
import { type Translator } from "#i18n/translator.ts";
import { errorWords, words } from "#i18n/words.ts";
import { isBusyError } from "../busy.server.ts";
import { log } from "../log.server.ts";
import { type FieldFault, Refusal, isRefusal } from "./refusal.ts";

/** What an error page or a form gets to know about a refusal: its code and its words. */
export interface RefusalView {
  readonly code: string;
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly requestId: string | null;
}

/** Any error as a refusal: its own, `busy` from the database, else `unexpected`, logged once with the request's id. */
export function toRefusal(error: unknown, requestId: string | null): Refusal {
  if (isRefusal(error)) return error;
  if (isBusyError(error)) {
    log.warn({ requestId, err: error }, "database busy");
    return new Refusal("busy", { retryAfter: 2 });
  }
  log.error({ requestId, err: error }, "unexpected error");
  return new Refusal("unexpected", { params: { id: requestId ?? "" } });
}

/** Words for one field's fault. */
export function fieldWords(t: Translator, fault: FieldFault): string {
  return words(t, "errors:field", fault, "errors:field.unknown");
}

export function refusalView(refusal: Refusal, t: Translator, requestId: string | null): RefusalView {
  return {
    code: refusal.code,
    message: errorWords(t, refusal),
    params: refusal.params,
    errors: refusal.errors.map((fault) => ({ path: fault.path, code: fault.code, message: fieldWords(t, fault) })),
    requestId,
  };
}

export function refusalHeaders(refusal: Refusal): Record<string, string> {
  return refusal.retryAfter === null ? {} : { "Retry-After": String(Math.max(1, Math.ceil(refusal.retryAfter))) };
}

/** The refusal as a thrown response: the error page of the route shows it. */
export function refusalResponse(refusal: Refusal, t: Translator, requestId: string | null): Response {
  return json(refusalView(refusal, t, requestId), { status: refusal.status, headers: refusalHeaders(refusal) });
}
