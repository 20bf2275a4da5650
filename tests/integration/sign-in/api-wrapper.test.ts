import type { ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { peopleDirectory } from "#composition/directory.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { answer, api, endpoint } from "#platform/http/api.server.ts";
import { installDirectory } from "#platform/http/directory.server.ts";
import { pageQuery } from "#platform/http/paging.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { db } from "#platform/db.server.ts";
import { limitRequests } from "#platform/rate-limit.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { makeToken } from "#tests/support/server.ts";

let company: SmallCompany;

beforeAll(() => {
  installMessages();
  installDirectory(peopleDirectory);
});
beforeEach(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(new Date());
});

let effects = 0;
const things = api({
  GET: endpoint({ permission: "decisions.read", query: z.strictObject({ ...pageQuery }), handler: ({ query }) => answer(200, { limit: query.limit }, { etag: "7" }) }),
  POST: endpoint({
    permission: "decisions.record",
    onBehalf: true,
    idempotent: true,
    body: z.strictObject({ note: z.string().min(1), actor: z.string().optional(), fail: z.string().optional() }),
    handler: async ({ body, actingFor, remember }) => {
      const person = await actingFor(body.actor);
      if (body.fail !== undefined) throw new Refusal(body.fail, { members: { verdict: { outcome: "refused" } } });
      const view = { id: `n${(effects += 1)}`, for: person.email, via: person.via !== null, scopes: person.tokenScopes };
      await transaction(async (tx) => {
        await tx.insert("Setting", { name: view.id, value: body.note });
        await remember?.(tx, { status: 201, body: view, location: `/things/${view.id}` });
      });
      return answer(201, view, { location: `/things/${view.id}` });
    },
  }),
  PUT: endpoint({ permission: "decisions.record", handler: ({ ifMatch }) => answer(200, { revision: ifMatch() }) }),
});

interface Call {
  token?: string;
  method?: string;
  json?: unknown;
  body?: string;
  headers?: Record<string, string>;
  query?: string;
}

async function call({ token, method, json, body, headers = {}, query = "" }: Call) {
  const sent = json === undefined ? body : JSON.stringify(json);
  const request = new Request(`http://localhost/api/v1/things${query}`, {
    method: method ?? (sent === undefined ? "GET" : "POST"),
    headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(json === undefined ? {} : { "Content-Type": "application/json" }), "Accept-Language": "en", ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const context = { requestId: "r1", address: "192.0.2.1" } as AppLoadContext;
  const response = await things.action({ request, params: {}, context } as ActionFunctionArgs);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, data: (text === "" ? null : JSON.parse(text)) as Record<string, unknown> | null };
}

const own = () => makeToken({ personId: company.people.frontline.id });

describe("an API call", () => {
  it("without a token, with a made-up one and with a revoked or expired one is 401", async () => {
    const token = await own();
    const answers = [await call({}), await call({ token: "tam_made-up-made-up-made-up-made-up" })];
    await transaction((tx) => tx.update("ApiToken", { personId: company.people.frontline.id }, { expiresAt: new Date(Date.now() - 1) }));
    answers.push(await call({ token }));
    await transaction((tx) => tx.update("ApiToken", { personId: company.people.frontline.id }, { expiresAt: null, revokedAt: new Date() }));
    answers.push(await call({ token }));
    expect(answers.map(({ status, data }) => [status, data?.["code"]])).toEqual(Array.from({ length: 4 }, () => [401, "unauthenticated"]));
    expect(answers[0]?.headers.get("WWW-Authenticate")).toContain("Bearer");
    expect(answers[0]?.headers.get("Content-Type")).toContain("application/problem+json");
  });

  it("is narrowed by its token's scopes and by its person's roles", async () => {
    const narrow = await makeToken({ personId: company.people.frontline.id }, ["decisions:read"]);
    expect((await call({ token: narrow })).status).toBe(200);
    expect(await call({ token: narrow, json: { note: "x" } })).toMatchObject({ status: 403, data: { code: "insufficient_scope" } });
    expect(await call({ token: await makeToken({ personId: company.people.admin.id }), json: { note: "x" } })).toMatchObject({ status: 403, data: { code: "forbidden" } });
  });

  it("answers a wrong method with what it takes", async () => {
    const wrong = await call({ token: await own(), method: "DELETE" });
    expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "GET, POST, PUT, HEAD, OPTIONS"]);
    const options = await call({ method: "OPTIONS" });
    expect([options.status, options.headers.get("Allow")]).toEqual([204, "GET, POST, PUT, HEAD, OPTIONS"]);
  });

  it.each([
    ["broken JSON", { body: "{", headers: { "Content-Type": "application/json" } }, 400, "malformed_json"],
    ["another type of body", { body: "note=x", headers: { "Content-Type": "application/x-www-form-urlencoded" } }, 415, "unsupported_media_type"],
    ["an unknown field", { json: { note: "x", role: "admin" } }, 422, "invalid_input"],
    ["a missing field", { json: {} }, 422, "invalid_input"],
    ["an unknown query member", { query: "?x=1" }, 422, "invalid_input"],
    ["a limit above 200", { query: "?limit=201" }, 422, "invalid_input"],
    ["a query member twice", { query: "?limit=1&limit=2" }, 422, "invalid_input"],
    ["a refusal of the command", { json: { note: "x", fail: "verdict_changed" } }, 409, "verdict_changed"],
    ["no revision to match", { method: "PUT" }, 412, "precondition_failed"],
  ])("with %s answers as a problem", async (_name, sent, status, code) => {
    const given = await call({ token: await own(), ...sent });
    expect(given).toMatchObject({ status, data: { status, code, type: `urn:tam:problem:${code}`, title: expect.any(String) as string, detail: expect.any(String) as string } });
  });

  it("names each fault with its path, in the caller's language", async () => {
    const token = await own();
    const english = await call({ token, json: { note: 5, role: "admin" } });
    expect(english.data?.["errors"]).toEqual([
      { path: "note", code: "wrong_type", message: "This needs another kind of value." },
      { path: "role", code: "unknown_field", message: "This field is not accepted here." },
    ]);
    const vietnamese = await call({ token, json: {}, headers: { "Accept-Language": "vi" } });
    expect(vietnamese.data?.["errors"]).toEqual([{ path: "note", code: "required", message: "Cần điền mục này." }]);
  });

  it("carries further members of a refusal at the top", async () => {
    expect((await call({ token: await own(), json: { note: "x", fail: "verdict_changed" } })).data?.["verdict"]).toEqual({ outcome: "refused" });
  });

  it("answers If-None-Match and If-Match", async () => {
    const token = await own();
    expect((await call({ token })).headers.get("ETag")).toBe('"7"');
    expect((await call({ token, headers: { "If-None-Match": '"7"' } })).status).toBe(304);
    expect((await call({ token, method: "PUT", headers: { "If-Match": '"3"' } })).data).toEqual({ revision: "3" });
  });

  it("never reads a cookie", async () => {
    expect((await call({ headers: { Cookie: "__Host-tam=x" } })).status).toBe(401);
  });
});

describe("a call on behalf of somebody", () => {
  it("needs a person to be named, who is known, and the scope for it", async () => {
    const service = await makeToken({ service: "till" }, ["decisions:on-behalf"]);
    expect(await call({ token: service, json: { note: "x" } })).toMatchObject({ status: 422, data: { code: "actor_required" } });
    expect(await call({ token: service, json: { note: "x", actor: "nobody@demo.tam" } })).toMatchObject({ status: 422, data: { errors: [{ path: "actor" }] } });
    const writer = await makeToken({ service: "other" }, ["decisions:write"]);
    expect(await call({ token: writer, json: { note: "x", actor: "frontline@demo.tam" } })).toMatchObject({ status: 403, data: { code: "insufficient_scope" } });
    expect(await call({ token: service, json: { note: "x", actor: "Frontline@demo.tam" } })).toMatchObject({ status: 201, data: { for: "frontline@demo.tam", via: true } });
  });

  it("is not a person's to make for another", async () => {
    const token = await own();
    expect(await call({ token, json: { note: "x", actor: "frontline@demo.tam" } })).toMatchObject({ status: 201 });
    expect(await call({ token, json: { note: "x", actor: "frontline2@demo.tam" } })).toMatchObject({ status: 422, data: { errors: [{ path: "actor", code: "not_yourself" }] } });
  });
});

describe("a call with an idempotency key", () => {
  it("answers the same status, body and place again, whoever is first of many at once", async () => {
    const token = await own();
    const headers = { "Idempotency-Key": "k-1" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => call({ token, json: { note: "x" }, headers })));
    expect(new Set(answers.map(({ status, text, headers: got }) => `${status} ${text} ${got.get("Location")}`)).size).toBe(1);
    expect(answers.filter(({ headers: got }) => got.get("Idempotent-Replayed") === "true")).toHaveLength(19);
    expect(await db.setting.count()).toBe(1);
  });

  it("is refused with another body, free for another token, and not used up by a refusal", async () => {
    const [token, headers] = [await own(), { "Idempotency-Key": "k-2" }];
    expect((await call({ token, json: { note: "x", fail: "state_changed" }, headers })).status).toBe(409);
    expect((await call({ token, json: { note: "x" }, headers })).status).toBe(201);
    expect(await call({ token, json: { note: "y" }, headers })).toMatchObject({ status: 409, data: { code: "idempotency_key_reused" } });
    expect((await call({ token: await own(), json: { note: "y" }, headers })).status).toBe(201);
    expect(await call({ token, json: { note: "x" }, headers: { "Idempotency-Key": "x".repeat(256) } })).toMatchObject({ status: 422 });
  });
});

describe("the limit of requests", () => {
  it("lets two hundred through at once, then says when to come back, and writes seldom", async () => {
    const window = { points: 200, seconds: 60 };
    const first = await Promise.allSettled(Array.from({ length: 200 }, () => limitRequests("t", window)));
    expect(first.filter(({ status }) => status === "rejected")).toEqual([]);
    await expect(limitRequests("t", window)).rejects.toMatchObject({ code: "rate_limited", retryAfter: expect.any(Number) as number });
    expect(await db.rateLimit.findUniqueOrThrow({ where: { key: "t" } })).toMatchObject({ points: 210 });
  });

  it("starts anew after its window", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const window = { points: 1, seconds: 60 };
    await limitRequests("u", window);
    vi.setSystemTime(Date.now() + 59_999);
    await expect(limitRequests("u", window)).rejects.toMatchObject({ code: "rate_limited" });
    vi.setSystemTime(Date.now() + 1);
    await limitRequests("u", window);
    await expect(limitRequests("u", window)).rejects.toMatchObject({ code: "rate_limited" });
  });
});
