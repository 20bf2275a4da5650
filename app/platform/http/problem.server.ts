import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { errorWords } from "#i18n/words.ts";
import { fieldWords, refusalHeaders } from "./failure.server.ts";
import type { Refusal } from "./refusal.ts";

const SHOWN_FAULTS = 5;

/** A refusal as `application/problem+json` (RFC 9457) in the caller's language. */
export function problemBody(refusal: Refusal, t: Translator, requestId: string | null): Record<string, unknown> {
  const errors = refusal.errors.map((fault) => ({ path: fault.path, code: fault.code, message: fieldWords(t, fault) }));
  const title = errorWords(t, refusal);
  const faults = errors.slice(0, SHOWN_FAULTS).map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
  return {
    type: `urn:tam:problem:${refusal.code}`,
    title,
    status: refusal.status,
    code: refusal.code,
    detail: faults.length === 0 ? title : faults.join(" "),
    ...(requestId === null ? {} : { requestId }),
    ...(errors.length === 0 ? {} : { errors }),
    ...refusal.members,
  };
}

export function problemResponse(refusal: Refusal, t: Translator, requestId: string | null, locale: Locale, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problemBody(refusal, t, requestId)), {
    status: refusal.status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Language": locale,
      ...(refusal.status === 401 ? { "WWW-Authenticate": 'Bearer realm="tam"' } : {}),
      ...refusalHeaders(refusal),
      ...headers,
    },
  });
}
