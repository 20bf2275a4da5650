import type { Request, Response } from "express";
import { negotiateLocale, resolveLocale, cookieValue, LOCALE_COOKIE } from "#i18n/locale.ts";
import { translator } from "#i18n/translator.ts";
import { refusalHeaders, refusalView } from "../failure.server.ts";
import { problemBody } from "../problem.server.ts";
import type { Refusal } from "../refusal.ts";
import { localsOf } from "./headers.server.ts";

export const isApi = (path: string) => path === "/api/v1" || path.startsWith("/api/v1/");

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Answers a refusal before any route is reached: as a problem document, as data of a page's fetch, or as a bare page. */
export function refuse(req: Request, res: Response, refusal: Refusal): void {
  const acceptLanguage = req.get("Accept-Language") ?? null;
  const locale = isApi(req.path) ? (negotiateLocale(acceptLanguage) ?? "vi") : resolveLocale({ cookie: cookieValue(req.get("Cookie"), LOCALE_COOKIE), acceptLanguage });
  const t = translator(locale);
  const { requestId } = localsOf(res);
  res.status(refusal.status).set({ ...refusalHeaders(refusal), "Cache-Control": "no-store", "Content-Language": locale });
  // The rest of a body that is not read must not be taken for the next request.
  if (req.headers["content-length"] !== undefined || req.headers["transfer-encoding"] !== undefined) res.set("Connection", "close");
  if (isApi(req.path)) {
    res.type("application/problem+json").send(JSON.stringify(problemBody(refusal, t, requestId)));
    return;
  }
  const view = refusalView(refusal, t, requestId);
  if ("_data" in req.query) {
    res.set("X-Remix-Catch", "yes").json(view);
    return;
  }
  res
    .type("html")
    .send(
      `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tâm</title>` +
        `<main><h1>${refusal.status}</h1><p>${escaped(view.message)}</p><p><a href="/">Tâm</a></p><p><small>${escaped(requestId)}</small></p></main></html>`,
    );
}
