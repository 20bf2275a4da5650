import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type Express, type RequestHandler } from "express";
import { env } from "../../env.server.ts";
import { compressAnswers } from "./compress.server.ts";
import { bodyLimit, crossOriginGuard, forgetForwarded, formLimit, lastResort, requestLog } from "./gates.server.ts";
import { localsOf, noStore, securityHeaders } from "./headers.server.ts";

export interface AppParts {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the browser's files; null under the development server, whose middleware serves them. */
  readonly clientFolder: string | null;
  readonly development: RequestHandler | null;
  readonly ownOrigins: () => readonly string[];
  readonly isReady: () => boolean;
}

/** What the server does with a request, in the order in which it does it. */
export function createApp(parts: AppParts): Express {
  const trustsProxy = env.TRUST_PROXY !== false;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.TRUST_PROXY);
  app.set("etag", false);
  app.set("query parser", "simple");

  app.use(requestLog(trustsProxy), forgetForwarded(trustsProxy), ...securityHeaders(parts.development === null));
  app.get("/healthz", noStore, (_req, res) => void res.json({ status: "ok" }));
  app.get("/readyz", noStore, (_req, res) => {
    const ready = parts.isReady();
    res.status(ready ? 200 : 503).json({ status: ready ? "ok" : "unavailable" });
  });

  if (parts.development !== null) app.use(parts.development);
  app.use(compressAnswers);
  if (parts.clientFolder !== null) {
    // A part of a file and its compressed form do not go together.
    const files = { index: false, redirect: false, dotfiles: "ignore", acceptRanges: false } as const;
    app.use("/assets", express.static(path.join(parts.clientFolder, "assets"), { ...files, immutable: true, maxAge: "1y" }));
    app.use(express.static(parts.clientFolder, { ...files, maxAge: "1h" }));
  }

  app.use(noStore, bodyLimit(env.BODY_LIMIT_BYTES), crossOriginGuard(parts.ownOrigins), formLimit);
  const answer = createRequestHandler({
    build: parts.build,
    mode: parts.development === null ? "production" : "development",
    getLoadContext: (req, res) => ({ nonce: localsOf(res).nonce, requestId: localsOf(res).requestId, address: req.ip ?? "", setHeader: (name, value) => void res.setHeader(name, value) }),
  });
  app.all("*", (req, res, next) => void answer(req, res, next));
  app.use(lastResort);
  return app;
}
