import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, Request, RequestHandler } from "express";
import { log } from "../../log.server.ts";
import { limitForms } from "../../rate-limit.server.ts";
import { sessionKeyOf } from "../../session.server.ts";
import { readHot } from "../../transaction.server.ts";
import { toRefusal } from "../failure.server.ts";
import { Refusal } from "../refusal.ts";
import { isApi, refuse } from "./answers.server.ts";
import { sameOrigin } from "./cross-origin.ts";
import { localsOf } from "./headers.server.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const SAFE = ["GET", "HEAD", "OPTIONS"];

/** Addresses that carry a one-time secret, without it. */
function loggedPath(path: string): string {
  return path.replace(/^\/(link|setup|s)\/[^/]+/, "/$1/…");
}

/** Where somebody answers anonymously: the log says neither which pulse nor from where. */
const answersAnonymously = (path: string): boolean => /^\/pulse\/|^\/api\/v1\/pulses\/[^/]+\/answers/.test(path);

/** Gives each request an id (a proxy's own where proxies are trusted) and logs its outcome, never its content. */
export function requestLog(trustsProxy: boolean): RequestHandler {
  return (req, res, next) => {
    const given = trustsProxy ? req.get("X-Request-Id") : undefined;
    const requestId = given !== undefined && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : randomUUID();
    localsOf(res).requestId = requestId;
    res.setHeader("X-Request-Id", requestId);
    const began = performance.now();
    const { path } = req;
    res.on("finish", () => {
      const ms = Math.round((performance.now() - began) * 10) / 10;
      const where = answersAnonymously(path) ? { path: "/pulse/…" } : { path: loggedPath(path), address: req.ip };
      log.info({ requestId, method: req.method, ...where, status: res.statusCode, ms }, "request");
    });
    next();
  };
}

/** Takes away what a client may not say about itself: forwarded names and ports count from trusted proxies only. */
export function forgetForwarded(trustsProxy: boolean): RequestHandler {
  return (req, _res, next) => {
    if (!trustsProxy) for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"]) delete req.headers[name];
    next();
  };
}

/** 405 for methods nobody serves, 411 for a body of unknown length, 413 for one above the limit. */
export function bodyLimit(maxBytes: number): RequestHandler {
  return (req, res, next) => {
    if (!METHODS.includes(req.method)) return refuse(req, res.set("Allow", METHODS.join(", ")), new Refusal("method_not_allowed"));
    if (req.headers["transfer-encoding"] !== undefined) return refuse(req, res, new Refusal("length_required"));
    if (Number(req.headers["content-length"] ?? 0) > maxBytes) return refuse(req, res, new Refusal("too_large", { params: { maxBytes } }));
    next();
  };
}

/** Keeps other sites from sending forms here; the API, which reads no cookies, is exempt. */
export function crossOriginGuard(ownOrigins: () => readonly string[]): RequestHandler {
  return (req, res, next) => {
    if (isApi(req.path)) return next();
    if (req.method === "OPTIONS") return refuse(req, res.set("Allow", "GET, HEAD, POST"), new Refusal("method_not_allowed"));
    const origin = req.get("Origin");
    if (!sameOrigin({ method: req.method, origin, fetchSite: req.get("Sec-Fetch-Site") }, ownOrigins())) {
      log.warn({ requestId: localsOf(res).requestId, path: loggedPath(req.path), origin, address: req.ip }, "cross-origin request refused");
      return refuse(req, res, new Refusal("cross_origin"));
    }
    // Remix compares Origin with Host by itself; behind a proxy the Host may be an inner name.
    if (origin !== undefined && !SAFE.includes(req.method)) req.headers.host = new URL(origin).host;
    next();
  };
}

function visitorOf(req: Request): string {
  const key = sessionKeyOf(req.get("Cookie"));
  return key !== null && readHot("session.find", { id: key }) !== null ? `session:${key}` : `address:${req.ip ?? "unknown"}`;
}

/** Counts forms by session, or by address without one. */
export const formLimit: RequestHandler = (req, res, next) => {
  if (SAFE.includes(req.method) || isApi(req.path)) return next();
  limitForms(visitorOf(req)).then(
    () => next(),
    (error: unknown) => refuse(req, res, toRefusal(error, localsOf(res).requestId)),
  );
};

/** The last resort: what escaped everything else. Express tells it by its four parameters. */
export const lastResort: ErrorRequestHandler = (error: unknown, req, res, _next) => {
  if (res.headersSent) {
    log.error({ requestId: localsOf(res).requestId, err: error }, "failed after the answer began");
    res.destroy();
    return;
  }
  const badAddress = error instanceof URIError || (error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_URL");
  refuse(req, res, badAddress ? new Refusal("not_found") : toRefusal(error, localsOf(res).requestId));
};
