import { existsSync, readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { Browser, callApi, makeToken, startServer, type TestServer } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

const root = path.join(fileURLToPath(import.meta.url), "../../..");
let at: Secured;
let token: string;
let proxied: TestServer;

beforeAll(async () => {
  at = await secured();
  token = await makeToken({ personId: at.company.people.hr.id });
  proxied = await startServer(at.database.url, { TRUST_PROXY: "1" });
});

/** One path of each kind of answer. */
const KINDS = ["/sign-in", "/account", "/account?_data=routes%2F_app.account._index", "/nowhere", "/api/v1/people", "/api/v1/nowhere", "/healthz", "/readyz", "/favicon.svg", "/assets/none.js", "/%E0%A4%A"];

describe("every kind of answer", () => {
  it.each(KINDS)("%s that came through TLS binds the browser to it for a year, subdomains included", async (to) => {
    const answer = await callApi(proxied, token, to, { headers: { "X-Forwarded-Proto": "https" } });
    expect(answer.headers.get("Strict-Transport-Security")).toBe("max-age=31536000; includeSubDomains");
    expect((await callApi(proxied, token, to)).headers.get("Strict-Transport-Security")).toBe(null);
    expect((await callApi(at.server, token, to, { headers: { "X-Forwarded-Proto": "https" } })).headers.get("Strict-Transport-Security")).toBe(null);
  });

  it.each(KINDS)("%s is not for the pages of other sites to read", async (to) => {
    for (const Origin of ["https://evil.example", "null", at.server.origin]) {
      const { headers } = await callApi(at.server, token, to, { headers: { Origin } });
      expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
  });

  it("says what it is", async () => {
    const browser = await new Browser(at.server).signInAs(at.company.people.hr.id);
    const types = async (to: string) => (await browser.send(to)).headers.get("Content-Type");
    expect(await types("/account")).toBe("text/html; charset=utf-8");
    expect(await types("/nowhere")).toBe("text/html; charset=utf-8");
    expect(await types("/account?_data=routes%2F_app.account._index")).toBe("application/json; charset=utf-8");
    expect(await types("/people/export")).toMatch(/^text\/csv; charset=utf-8/);
    expect((await callApi(at.server, token, "/api/v1/people")).headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect((await callApi(at.server, null, "/api/v1/people")).headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
    const [script = ""] = /\/assets\/[A-Za-z0-9_.-]+\.js/.exec(await (await browser.send("/account")).text()) ?? [];
    expect(await types(script)).toMatch(/^(text|application)\/javascript/);
  });
});

describe("what lies beside the pages", () => {
  it.each(["/.git/config", "/.git/HEAD", "/.env", "/.env.example", "/package.json", "/package-lock.json", "/app/server.ts", "/prisma/schema.prisma", "/.data/tam.db", "/build/server/index.js", "/server/index.js", "/../.env", "/..%2f.env", "/assets/../../.env", "/assets/..%2f..%2f..%2fpackage.json", "/%2e%2e/%2e%2e/etc/passwd", "/__manifest", "/metrics"])(
    "is not served: %s",
    async (to) => {
      const { port } = new URL(at.server.origin);
      const body = await new Promise<{ status: number; text: string }>((resolve, reject) => {
        // Sent as written: fetch would fold the dots.
        const sent = request({ host: "localhost", port, path: to, headers: { Accept: "text/html" } }, (answer) => {
          let text = "";
          answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk)).on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
        });
        sent.on("error", reject).end();
      });
      expect(body.status).toBe(404);
      expect(body.text).not.toMatch(/SECRET_KEY|\[core\]|"dependencies"|SQLite format|root:|generator client/);
    },
  );

  it.each(["TRACE", "PROPFIND", "TRACK", "DEBUG", "COPY"])("answers 405 to %s and repeats nothing of it", async (method) => {
    const { port } = new URL(at.server.origin);
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request({ host: "localhost", port, path: "/account", method, headers: { "X-Canary": "canary-7f3a" } }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk)).on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      });
      sent.on("error", reject).end();
    });
    // What the parser itself does not know is 400.
    expect([400, 405]).toContain(answer.status);
    expect(answer.text).not.toContain("canary-7f3a");
  });

  it("holds no source maps and no secret of the environment", () => {
    const files = readdirSync(path.join(root, "build"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.filter(({ name, parentPath }) => name.endsWith(".map") && parentPath.includes("client")).map(({ name }) => name)).toEqual([]);
    const own = existsSync(path.join(root, ".env")) ? readFileSync(path.join(root, ".env"), "utf8") : "";
    const named = (name: string) => [process.env[name] ?? "", new RegExp(`^${name}=(.+)$`, "m").exec(own)?.[1]?.trim() ?? ""];
    const secrets = ["SECRET_KEY", "LOOKUP_KEY", "AUDIT_SIGNING_KEY", "TAM_DEMO_PASSWORD"].flatMap(named).filter((value) => value.length >= 12);
    expect(secrets.length).toBeGreaterThanOrEqual(3);
    for (const { parentPath, name } of files) {
      const text = readFileSync(path.join(parentPath, name)).toString("latin1");
      expect(secrets.some((secret) => text.includes(secret)), `${name} holds a secret`).toBe(false);
      if (parentPath.includes("client") && name.endsWith(".js")) expect(text).not.toMatch(/sourceMappingURL=|better-sqlite3|argon2/);
    }
  });
});
