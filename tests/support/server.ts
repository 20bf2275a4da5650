import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { newId } from "#kernel/ids.ts";
import { createToken } from "#modules/people/sign-in/access-tokens.server.ts";
import { randomToken, tokenHash } from "#platform/secrets.server.ts";
import { transaction } from "#platform/transaction.server.ts";

const root = path.join(fileURLToPath(import.meta.url), "../../..");

/** A server of its own process on a free port. */
export interface TestServer {
  /** `http://localhost:<port>`, an origin the server takes as its own. */
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it has printed so far: log lines and the first steps. */
  readonly output: () => string;
  /** SIGTERM; answers the exit code. */
  readonly stop: () => Promise<number | null>;
}

const running = new Set<ChildProcess>();

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, "exit") as Promise<[number | null]>;
  child.kill(signal);
  const [code] = await closed;
  return code;
}

/** Starts the built server on a database file (as DATABASE_URL takes it); it ends with the test file at the latest. */
export async function startServer(databaseUrl: string, extraEnv: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  if (!existsSync(path.join(root, "build/server/index.js"))) throw new Error("The pages are not built: npm test builds them");
  const child = spawn(process.execPath, ["--import", "tsx", "app/server.ts"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", PORT: "0", DATABASE_URL: databaseUrl, TAM_DEMO: "0", LOG_LEVEL: "info", ...extraEnv },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let text = "";
  let serves = false;
  const origin = await new Promise<string>((resolve, reject) => {
    const onText = (chunk: Buffer) => {
      text += chunk.toString("utf8");
      if (serves) return;
      const [, port] = /serves at https?:\/\/[^\s/]+:(\d+)\//.exec(text) ?? [];
      if (port === undefined) return;
      serves = true;
      resolve(`http://localhost:${port}`);
    };
    child.stdout.on("data", onText);
    child.stderr.on("data", onText);
    child.once("exit", (code) => {
      running.delete(child);
      reject(new Error(`The server ended with ${code} before it served:\n${text}`));
    });
  });
  return { origin, process: child, output: () => text, stop: () => end(child, "SIGTERM") };
}

afterAll(async () => {
  await Promise.all([...running].map((child) => end(child, "SIGKILL")));
});

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>> | URLSearchParams | FormData;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: BodyInit;
}

/** One browser: keeps cookies, sends what a browser sends with a form of the same site, follows nothing. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(server: Pick<TestServer, "origin">) {
    this.#origin = server.origin;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async send(to: string, sent: Sent = {}): Promise<Response> {
    const method = sent.method ?? (sent.form ? "POST" : "GET");
    const same: Record<string, string> = method === "GET" || method === "HEAD" ? {} : { Origin: this.#origin, "Sec-Fetch-Site": "same-origin" };
    const form = sent.form === undefined || sent.form instanceof FormData || sent.form instanceof URLSearchParams ? sent.form : new URLSearchParams(sent.form);
    const body = form ?? sent.body;
    const response = await fetch(new URL(to, this.#origin), {
      method,
      redirect: "manual",
      headers: { ...same, ...(this.cookies.size > 0 ? { Cookie: this.cookieHeader } : {}), "Accept-Language": "en", ...sent.headers },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "" || /max-age=0(;|$)/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Signs in with e-mail and password; answers the response. */
  signIn(email: string, password: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send("/sign-in", { form: { email, password, to: "/account" }, headers });
  }

  /** Signs in without the form: a session row and its cookie. */
  async signInAs(personId: string, session: { complete?: boolean; provedAt?: Date; createdAt?: Date; lastSeenAt?: Date } = {}): Promise<this> {
    this.cookies.set("__Host-tam", await insertSession(personId, session));
    return this;
  }
}

/** A session row made directly; answers the cookie's value. The test process must have the server's database open. */
export async function insertSession(personId: string, wish: { complete?: boolean; provedAt?: Date; createdAt?: Date; lastSeenAt?: Date; expiresAt?: Date } = {}): Promise<string> {
  const raw = randomToken();
  const now = new Date();
  await transaction((tx) =>
    tx.insert("Session", {
      id: tokenHash(raw),
      publicId: newId(),
      personId,
      createdAt: wish.createdAt ?? now,
      lastSeenAt: wish.lastSeenAt ?? now,
      expiresAt: wish.expiresAt ?? new Date(now.getTime() + 3_600_000),
      provedAt: wish.provedAt ?? now,
      complete: wish.complete ?? true,
      userAgent: null,
      address: null,
    }),
  );
  return raw;
}

/** A token made by the operator. */
export async function makeToken(owner: { personId: string } | { service: string }, scopes: readonly string[] | null = null): Promise<string> {
  const asked = { actor: null, source: "command-line", now: new Date() } as const;
  return (await createToken(asked, { name: "test", owner, scopes, days: 30 })).token;
}

/** Calls the API with a token. */
export async function callApi(server: Pick<TestServer, "origin">, token: string | null, to: string, sent: Sent = {}): Promise<Response> {
  return fetch(new URL(to, server.origin), {
    method: sent.method ?? (sent.json === undefined ? "GET" : "POST"),
    redirect: "manual",
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(sent.json === undefined ? {} : { "Content-Type": "application/json" }),
      "Accept-Language": "en",
      ...sent.headers,
    },
    ...(sent.json === undefined ? (sent.body === undefined ? {} : { body: sent.body }) : { body: JSON.stringify(sent.json) }),
  });
}
