import { existsSync, readFileSync } from "node:fs";
import { type Server, createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { peopleDirectory } from "#composition/directory.server.ts";
import { jobs } from "#composition/jobs.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { closeAbandonedSimulations, stopSimulations } from "#modules/empowerment/public.server.ts";
import { findOrganisation, issueSetupLink } from "#modules/people/public.server.ts";
import { listensAt } from "#platform/base-address.server.ts";
import { sqliteCode } from "#platform/busy.server.ts";
import { closeDatabase, openDatabase } from "#platform/db.server.ts";
import { env } from "#platform/env.server.ts";
import { installDirectory } from "#platform/http/directory.server.ts";
import { createApp } from "#platform/http/server/app.server.ts";
import { isLoopback, ownOrigins } from "#platform/http/server/cross-origin.ts";
import { stopOnSignals } from "#platform/http/server/stop.server.ts";
import { registerJobs } from "#platform/jobs.server.ts";
import { changedKeys, rememberKeys } from "#platform/key-guard.server.ts";
import { log } from "#platform/log.server.ts";
import { migrate } from "#platform/migrate.server.ts";
import { repositoryRoot } from "#platform/root.server.ts";
import { startScheduler } from "#platform/scheduler.server.ts";
import { readHot } from "#platform/transaction.server.ts";

/** A reason not to start that the operator can mend; its message is all they need. */
class StartError extends Error {
  override readonly name = "StartError";
}

interface Pages {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly clientFolder: string | null;
  readonly development: RequestHandler | null;
}

const say = (text: string) => void process.stdout.write(`${text}\n`);

async function builtPages(): Promise<Pages> {
  const file = path.join(repositoryRoot, "build", "server", "index.js");
  if (!existsSync(file)) throw new StartError("The pages are not built: npm start builds them");
  const build = (await import(pathToFileURL(file).href)) as ServerBuild;
  return { build, clientFolder: path.join(repositoryRoot, "build", "client"), development: null };
}

async function developmentPages(): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ root: repositoryRoot, server: { middlewareMode: true } });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<unknown> as Promise<ServerBuild>;
  return { build, clientFolder: null, development: vite.middlewares as RequestHandler };
}

function createServer(): Server {
  if (env.TLS_CERT === null || env.TLS_KEY === null) return createHttp();
  return createHttps({ cert: readFileSync(env.TLS_CERT), key: readFileSync(env.TLS_KEY) });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(new StartError(taken ? `Port ${env.PORT} is taken: stop what uses it, or set PORT` : `Cannot listen on ${env.HOST}:${env.PORT}: ${error.message}`));
    });
    server.listen(env.PORT, env.HOST, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new StartError("The server has no port");
  return address.port;
}

/** Opens the database as a server does: newest schema, checked for damage, with the keys it knows. */
async function prepareDatabase(): Promise<void> {
  try {
    await migrate(env.databasePath);
    openDatabase({ check: true });
  } catch (error) {
    if (sqliteCode(error) !== "SQLITE_CANTOPEN") throw error;
    throw new StartError(`The database file ${env.databasePath} cannot be opened: let this user write to its folder, or set DATABASE_URL`);
  }
  const changed = await changedKeys();
  if (changed.length > 0) {
    throw new StartError(`${changed.join(", ")} is not the key this database was used with: put the earlier value back into .env, or run \`tam doctor\``);
  }
  await rememberKeys();
  await closeAbandonedSimulations();
}

/** What to do first: the demo's sign-ins, or the one-time link to the set-up of an empty installation. */
async function firstSteps(base: string): Promise<string[]> {
  const { demoSignIns, loadDemo } = await import("#composition/demo.server.ts");
  if (findOrganisation() === null && env.TAM_DEMO) await loadDemo();
  const organisation = findOrganisation();
  if (organisation === null) return [`Nothing is set up yet. Open this link once, within a day: ${base}${await issueSetupLink()}`];
  return organisation.isDemo ? demoSignIns() : [];
}

function warnAboutCookies(): void {
  const secure = env.TLS_CERT !== null || env.APP_URL?.startsWith("https:") === true;
  if (secure || isLoopback(env.HOST)) return;
  say(`HOST is ${env.HOST} without TLS: browsers refuse the sign-in cookie there. Set TLS_CERT and TLS_KEY, or APP_URL to the https address of a proxy in front.`);
}

/** Brings the server up and answers when it serves; stops at SIGTERM or SIGINT. Throws what keeps it from starting. */
export async function serve(): Promise<void> {
  await prepareDatabase();
  installMessages();
  installDirectory(peopleDirectory);
  registerJobs(jobs);
  const pages = env.NODE_ENV === "development" ? await developmentPages() : await builtPages();

  let ready = false;
  let origins: string[] = [];
  const server = createServer();
  const isReady = () => {
    if (!ready) return false;
    try {
      readHot("session.find", { id: "" });
      return true;
    } catch (error) {
      log.error({ err: error }, "the database does not answer");
      return false;
    }
  };
  server.on("request", createApp({ ...pages, ownOrigins: () => origins, isReady }));
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;

  warnAboutCookies();
  const port = await listen(server);
  listensAt(port);
  const tls = env.TLS_CERT !== null;
  origins = ownOrigins({ appUrl: env.APP_URL, host: env.HOST, port, tls });
  const base = env.APP_URL?.replace(/\/$/, "") ?? origins[0] ?? "";
  const steps = await firstSteps(base);
  const scheduler = startScheduler();
  ready = true;
  stopOnSignals({
    server,
    onStopping: () => {
      ready = false;
      // whoever waits for a run gets an answer before the server has stopped
      void stopSimulations();
    },
    finish: async () => {
      await stopSimulations();
      await scheduler.stop();
      await closeDatabase();
    },
  });
  say(`Tâm serves at ${base}/`);
  for (const step of steps) say(step);
}
