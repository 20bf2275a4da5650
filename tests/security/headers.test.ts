import { request } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { Browser, callApi, makeToken } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

let at: Secured;
let browser: Browser;
let token: string;

beforeAll(async () => {
  at = await secured();
  browser = await new Browser(at.server).signInAs(at.company.people.hr.id);
  token = await makeToken({ personId: at.company.people.hr.id });
});

/** One of each kind of answer. */
const KINDS: readonly (readonly [string, () => Promise<Response>])[] = [
  ["a public page", () => new Browser(at.server).send("/sign-in")],
  ["a page", () => browser.send("/account")],
  ["a page's data", () => browser.send("/account?_data=routes%2F_app.account._index")],
  ["a page that does not exist", () => browser.send("/nowhere")],
  ["a redirect", () => new Browser(at.server).send("/account")],
  ["an API answer", () => callApi(at.server, token, "/api/v1/nowhere")],
  ["an API refusal", () => callApi(at.server, null, "/api/v1/nowhere", { method: "POST" })],
  ["a cross-origin refusal", () => fetch(new URL("/sign-in", at.server.origin), { method: "POST", body: "a=b" })],
  ["liveness", () => browser.send("/healthz")],
  ["readiness", () => browser.send("/readyz")],
  ["a static file", () => browser.send("/favicon.svg")],
  ["an asset that does not exist", () => browser.send("/assets/none.js")],
  ["a malformed address", () => browser.send("/%E0%A4%A")],
];

describe.each(KINDS)("%s", (_name, call) => {
  it("carries the security headers and tells nothing of the machinery", async () => {
    const { headers } = await call();
    expect(headers.get("Content-Security-Policy")).toMatch(/^default-src 'self'; script-src 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic';/);
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) expect(headers.get("Content-Security-Policy")).toContain(part);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
    for (const name of ["X-Powered-By", "Server", "Access-Control-Allow-Origin", "Strict-Transport-Security"]) expect(headers.get(name), name).toBe(null);
  });
});

describe("what is made for one person", () => {
  it.each([["a page", "/account"], ["a page's data", "/account?_data=routes%2F_app.account._index"], ["an error page", "/nowhere"]])("%s is stored nowhere on the way", async (_name, path) => {
    expect((await browser.send(path)).headers.get("Cache-Control")).toContain("no-store");
  });

  it("differs from built files, which never change", async () => {
    const html = await (await browser.send("/account")).text();
    const [asset = ""] = /\/assets\/[A-Za-z0-9_.-]+\.js/.exec(html) ?? [];
    expect((await browser.send(asset)).headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  });
});

describe("scripts", () => {
  it("all carry the nonce of their own answer, which is never used twice", async () => {
    const nonces = new Set<string>();
    for (let turn = 0; turn < 3; turn++) {
      const response = await browser.send("/account");
      const [, nonce = ""] = /'nonce-([^']+)'/.exec(response.headers.get("Content-Security-Policy") ?? "") ?? [];
      const scripts = [...(await response.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });
});

describe("HTTP methods and bodies", () => {
  it("answers 405 with Allow to methods nobody serves", async () => {
    const response = await fetch(new URL("/account", at.server.origin), { method: "PROPFIND" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, expect.stringContaining("GET")]);
  });

  it.each([["a page", "/sign-in"], ["the API", "/api/v1/people"]])("refuses a body over the limit at %s before reading it", async (_name, path) => {
    const headers = { Origin: at.server.origin, Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Content-Length": 4_000_000 };
    const status = await new Promise<number | undefined>((resolve, reject) => {
      // Nothing of the body is ever sent: the answer can only come from the headers.
      const sent = request(new URL(path, at.server.origin), { method: "POST", headers }, (answer) => {
        resolve(answer.statusCode);
        sent.destroy();
      });
      sent.on("error", reject).flushHeaders();
    });
    expect(status).toBe(413);
  });

  it("asks for the length of a body sent in pieces", async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("a=b"));
        controller.close();
      },
    });
    const response = await fetch(new URL("/sign-in", at.server.origin), { method: "POST", headers: { Origin: at.server.origin }, body, duplex: "half" } as RequestInit);
    expect(response.status).toBe(411);
  });

  it("takes the caller's address from the connection, not from a header", async () => {
    await browser.send("/healthz", { headers: { "X-Forwarded-For": "203.0.113.77" } });
    await expect.poll(() => at.server.output()).toContain("/healthz");
    expect(at.server.output()).not.toContain("203.0.113.77");
  });
});

describe("error pages", () => {
  it("name the request and show nothing of the inside", async () => {
    const response = await browser.send("/nowhere");
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/node_modules|at .*\(.*:\d+:\d+\)|\/app\/|Error:/);
  });
});
