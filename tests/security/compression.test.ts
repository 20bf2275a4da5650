import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { Browser, makeToken } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

let at: Secured;
let cookie: string;
let token: string;

beforeAll(async () => {
  at = await secured();
  cookie = (await new Browser(at.server).signInAs(at.company.people.hr.id)).cookieHeader;
  token = await makeToken({ personId: at.company.people.hr.id });
});

interface Raw {
  readonly status: number;
  readonly encoding: string | undefined;
  readonly vary: string;
  readonly body: Buffer;
}

/** The answer as it travels: fetch would unpack it. */
async function raw(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, at.server.origin), { headers: { Cookie: cookie, Authorization: `Bearer ${token}`, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, encoding: answer.headers["content-encoding"], vary: String(answer.headers.vary ?? ""), body: Buffer.concat(chunks) }));
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end();
  });
}

const BROTLI = { "Accept-Encoding": "gzip, deflate, br" };
const GZIP = { "Accept-Encoding": "gzip" };

async function assetOf(kind: "js" | "css" | "woff2"): Promise<string> {
  const html = (await raw("/account")).body.toString("utf8");
  if (kind !== "woff2") return new RegExp(`/assets/[A-Za-z0-9_.-]+\\.${kind}`).exec(html)?.[0] ?? "";
  const css = (await raw(await assetOf("css"))).body.toString("utf8");
  return /\/assets\/[A-Za-z0-9_.-]+\.woff2/.exec(css)?.[0] ?? "";
}

describe("an answer of text", () => {
  it.each([
    ["a page", async () => "/people"],
    ["a page's data", async () => "/people?_data=routes%2F_app.people._index"],
    ["an answer of the API", async () => "/api/v1/people?limit=200"],
    ["a script", () => assetOf("js")],
    ["a style sheet", () => assetOf("css")],
  ])("travels compressed as the client takes it: %s", async (_name, pathOf) => {
    const path = await pathOf();
    const plain = await raw(path);
    expect([plain.status, plain.encoding]).toEqual([200, undefined]);
    const [brotli, gzip] = [await raw(path, BROTLI), await raw(path, GZIP)];
    expect([brotli.encoding, gzip.encoding]).toEqual(["br", "gzip"]);
    for (const { vary, body } of [brotli, gzip]) {
      expect(vary).toContain("Accept-Encoding");
      expect(body.length).toBeLessThan(plain.body.length * 0.6);
    }
    const opened = [brotliDecompressSync(brotli.body), gunzipSync(gzip.body)].map((text) => text.toString("utf8"));
    for (const text of opened) expect(text.length).toBeGreaterThan(plain.body.length * 0.9);
    if (!path.startsWith("/people") || path.includes("_data")) expect(new Set([...opened, plain.body.toString("utf8")]).size).toBe(1);
  });

  it("stays as it is where it is short, or compressed by itself", async () => {
    expect(await raw("/healthz", BROTLI)).toMatchObject({ status: 200, encoding: undefined });
    const font = await assetOf("woff2");
    expect(font).not.toBe("");
    expect(await raw(font, BROTLI)).toMatchObject({ status: 200, encoding: undefined });
  });

  it("is whole also when a part of it is asked for", async () => {
    const path = await assetOf("js");
    expect(await raw(path, { ...GZIP, Range: "bytes=0-99" })).toMatchObject({ status: 200, encoding: "gzip" });
  });
});

describe("what another site sets off", () => {
  it.each(["cross-site", "same-site"])("is answered uncompressed, so that its length tells nothing: %s", async (site) => {
    const headers = { ...BROTLI, "Sec-Fetch-Site": site };
    expect(await raw("/people?q=abc", headers)).toMatchObject({ status: 200, encoding: undefined });
    const guess = async (q: string) => (await raw(`/people?_data=routes%2F_app.people._index&q=${q}`, headers)).body.length;
    const lengths = [await guess("hr%40demo.tam0"), await guess("hr%40demo.tam1")];
    expect(lengths[0]).toBe(lengths[1]);
  });

  it.each(["same-origin", "none"])("is told from one's own: %s", async (site) => {
    expect((await raw("/people", { ...BROTLI, "Sec-Fetch-Site": site })).encoding).toBe("br");
  });
});
