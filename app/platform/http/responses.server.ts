import { redirect } from "@remix-run/node";
import { cookieValue } from "#i18n/locale.ts";

const TOAST_COOKIE = "__Host-tam-toast";
const BASE = "http://internal.invalid";

/**
 * A path of this site, or `fallback`: refuses other hosts (`//evil`, `/\evil`, `https:evil`), other schemes, control
 * characters and anything that does not begin with a single slash.
 */
export function safePath(to: FormDataEntryValue | null | undefined, fallback = "/"): string {
  if (typeof to !== "string" || !/^\/(?![/\\])/.test(to) || /[\u0000-\u001f\u007f\\]/.test(to) || !URL.canParse(to, BASE)) return fallback;
  const url = new URL(to, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//") || /^\/(%09|%0a|%0d|%5c|%2f)/i.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

/** 303 to a path of this site; what may not be followed goes to `fallback`. */
export function safeRedirect(to: FormDataEntryValue | null | undefined, options: { fallback?: string; headers?: HeadersInit } = {}): Response {
  return redirect(safePath(to, options.fallback), { status: 303, ...(options.headers ? { headers: options.headers } : {}) });
}

/** A short message shown once on the next page: a message key (`people:saved`) and its parameters. */
export interface ToastMessage {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const MESSAGE_KEY = /^[a-z-]+:[A-Za-z0-9_.-]+$/;

/** 303 to a path of this site with a short message on the page that follows. */
export function redirectWithToast(to: string, toast: ToastMessage, headers: HeadersInit = {}): Response {
  const value = Buffer.from(JSON.stringify({ key: toast.key, params: toast.params ?? {} })).toString("base64url");
  const response = safeRedirect(to, { headers });
  response.headers.append("Set-Cookie", `${TOAST_COOKIE}=${value}; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax`);
  return response;
}

/** The toast a request carries and the header that clears it; the root loader shows it. */
export function takeToast(request: Request): { toast: ToastMessage | null; headers: Record<string, string> } {
  const value = cookieValue(request.headers.get("Cookie"), TOAST_COOKIE);
  if (!value) return { toast: null, headers: {} };
  const headers = { "Set-Cookie": `${TOAST_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax` };
  try {
    const toast = JSON.parse(Buffer.from(value, "base64url").toString("utf8")) as Partial<ToastMessage> | null;
    if (typeof toast?.key !== "string" || !MESSAGE_KEY.test(toast.key)) return { toast: null, headers };
    return { toast: { key: toast.key, params: toast.params ?? {} }, headers };
  } catch {
    return { toast: null, headers };
  }
}
