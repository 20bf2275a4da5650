import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import type { Guard } from "#platform/http/page.server.ts";
import type { ApiGuard } from "#platform/http/api.server.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";
import { type TestServer, startServer } from "#tests/support/server.ts";

export interface Secured {
  readonly server: TestServer;
  readonly company: SmallCompany;
  readonly database: TestDatabase;
}

/** Limits that these tests' own traffic does not reach. */
const ROOMY = { RATE_LIMIT_PAGE_POINTS: "100000", RATE_LIMIT_API_POINTS: "100000", RATE_LIMIT_LINK_POINTS: "10000", RATE_LIMIT_SIGN_IN_ADDRESS_POINTS: "10000" };

/** The small company behind a real server; the test process has the same database open. */
export async function secured(extraEnv: Readonly<Record<string, string>> = {}): Promise<Secured> {
  const database = await useTestDatabase();
  const company = await seedSmallCompany(new Date());
  const server = await startServer(database.url, { ...ROOMY, ...extraEnv });
  return { server, company, database };
}

export interface BuiltRoute {
  readonly id: string;
  /** Path from the root, as `/link/:token`; null for a route that is a frame only. */
  readonly path: string | null;
  readonly loader: AnyGuard | null;
  readonly action: AnyGuard | null;
  readonly hasLoader: boolean;
  readonly hasAction: boolean;
  readonly isResource: boolean;
}

export type AnyGuard = Guard | ApiGuard;

function guardOf(handler: unknown): AnyGuard | null {
  return typeof handler === "function" && "guard" in handler ? (handler.guard as AnyGuard) : null;
}

/** Every route of the build, as the server serves it. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const file = path.join(fileURLToPath(import.meta.url), "../../../build/server/index.js");
  const { routes } = (await import(pathToFileURL(file).href)) as ServerBuild;
  const fullPath = (id: string): string => {
    const route = routes[id];
    if (!route) return "";
    return `${route.parentId ? fullPath(route.parentId) : ""}${route.path ? `/${route.path}` : ""}`;
  };
  return Object.values(routes)
    .filter((route) => route !== undefined)
    .map((route) => {
      const { loader, action, default: page } = route.module;
      const own = route.path !== undefined || route.index === true;
      return {
        id: route.id,
        path: own ? fullPath(route.id) || "/" : null,
        loader: guardOf(loader),
        action: guardOf(action),
        hasLoader: loader !== undefined,
        hasAction: action !== undefined,
        isResource: page === undefined,
      };
    });
}
