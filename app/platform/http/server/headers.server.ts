import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

const YEAR_SECONDS = 31_536_000;

/** Scripts by nonce only; style attributes are needed by toasts and server-rendered sizes. */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** Express's res.locals of every request. */
export interface Locals {
  requestId: string;
  nonce: string;
}

export function localsOf(res: Response): Locals {
  return res.locals as Locals;
}

/** Security headers of every answer, with a nonce of its own; `enforcePolicy` is off under the development server only. */
export function securityHeaders(enforcePolicy: boolean): RequestHandler[] {
  const fixed = helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    // Helmet's default turns the Origin of forms without scripts into "null", which the cross-origin guard refuses.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: false,
    xFrameOptions: { action: "deny" },
  });
  return [
    fixed,
    (req, res, next) => {
      const nonce = randomBytes(16).toString("base64");
      localsOf(res).nonce = nonce;
      if (enforcePolicy) res.setHeader("Content-Security-Policy", policy(nonce));
      res.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
      if (req.secure) res.setHeader("Strict-Transport-Security", `max-age=${YEAR_SECONDS}; includeSubDomains`);
      next();
    },
  ];
}

/** What is made per request is kept nowhere, unless the answer says otherwise itself. */
export const noStore: RequestHandler = (_req, res, next) => {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => Response;
  res.writeHead = ((...args: unknown[]) => {
    if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "no-store");
    return writeHead(...args);
  }) as typeof res.writeHead;
  next();
};
