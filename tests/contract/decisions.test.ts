import { beforeAll, describe, expect, it } from "vitest";
import type { SmallCompany } from "#db/seed/builders.ts";
import { db } from "#platform/db.server.ts";
import { callApi, makeToken, type TestServer } from "#tests/support/server.ts";
import { secured } from "../security/fixture.ts";

type Json = Record<string, unknown>;
type Sent = NonNullable<Parameters<typeof callApi>[3]>;

let server: TestServer;
let company: SmallCompany;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  ({ server, company } = await secured());
  for (const role of ["frontline", "frontline2", "frontline3", "supervisor", "manager2", "hr", "leader", "admin", "auditor"] as const) {
    tokens[role] = await makeToken({ personId: company.people[role].id });
  }
  tokens["narrow"] = await makeToken({ personId: company.people.frontline.id }, ["decisions:read"]);
  tokens["till"] = await makeToken({ service: "till" }, ["decisions:on-behalf"]);
  tokens["crm"] = await makeToken({ service: "crm" }, ["decisions:on-behalf", "facts:assert"]);
  tokens["reader"] = await makeToken({ service: "reader" }, ["customers:read"]);
});

async function call(as: string, path: string, sent: Sent = {}): Promise<{ status: number; body: Json; headers: Headers }> {
  const response = await callApi(server, tokens[as] ?? null, `/api/v1${path}`, sent);
  return { status: response.status, body: (await response.json()) as Json, headers: response.headers };
}

const vnd = (minor: number) => ({ minor, currency: "VND" });
const refund = (minor: number, more: Json = {}): Json => ({
  ...{ gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(minor), customer: "none" },
  ...{ order: { value: vnd(5_000_000) }, flags: [], note: "Bung chỉ" },
  ...more,
});
const record = (as: string, json: Json, headers: Record<string, string> = {}) => call(as, "/decisions", { json, headers });
const codes = (body: Json) => (body["errors"] as { path: string; code: string }[] | undefined)?.map(({ path, code }) => `${path}:${code}`);

describe("recording", () => {
  it("answers 201 with its address, the text in the language asked for, and never twice for one key", async () => {
    const headers = { "Idempotency-Key": "r-1", "Accept-Language": "vi" };
    const first = await record("frontline", refund(10_000), headers);
    expect([first.status, first.headers.get("Location"), first.headers.get("Content-Language")]).toEqual([201, `/api/v1/decisions/${String(first.body["id"])}`, "vi"]);
    expect((first.body["reasons"] as Json[])[0]).toMatchObject({ code: "within_case_limit", text: "Được. Nằm trong hạn mức 500.000\u00a0₫ mỗi trường hợp." });
    const again = await record("frontline", refund(10_000), headers);
    expect([again.status, again.body, again.headers.get("Idempotent-Replayed"), again.headers.get("Location")]).toEqual([201, first.body, "true", first.headers.get("Location")]);
    expect(await record("frontline", refund(20_000), headers)).toMatchObject({ status: 409, body: { code: "idempotency_key_reused" } });
    expect((await record("frontline2", refund(10_000), headers)).body["id"]).not.toBe(first.body["id"]);
  });

  it("answers fifty twins at once with one decision", async () => {
    const before = await db.decision.count();
    const answers = await Promise.all(Array.from({ length: 50 }, () => record("frontline3", refund(11_000), { "Idempotency-Key": "twins" })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get("Idempotent-Replayed") === "true")).toHaveLength(49);
    expect(await db.decision.count()).toBe(before + 1);
  });

  it("names what is wrong, with its path, and stores nothing, not even under the key", async () => {
    const before = await db.decision.count();
    const wrong = await record("frontline", { ...refund(0), amount: { minor: "450000", currency: "VND" }, boss: true, customer: { shoe: 42 } }, { "Idempotency-Key": "wrong" });
    expect([wrong.status, wrong.body["code"], codes(wrong.body)?.sort()]).toEqual([422, "invalid_input", ["amount.minor:wrong_type", "amount:amount_missing", "boss:unknown_key", "customer.shoe:unknown_key"]]);
    const missing = await record("frontline", refund(10_000, { note: null }), { "Idempotency-Key": "wrong" });
    expect([missing.status, missing.body["code"], codes(missing.body)]).toEqual([422, "duty_missing", ["note:duty_missing"]]);
    expect(await call("frontline", "/decisions", { method: "POST", body: "{", headers: { "Content-Type": "application/json" } })).toMatchObject({ status: 400, body: { code: "malformed_json" } });
    expect(await call("frontline", "/decisions", { json: [] })).toMatchObject({ status: 422 });
    expect(await db.decision.count()).toBe(before);
    expect((await record("frontline", refund(10_000), { "Idempotency-Key": "wrong" })).status).toBe(201);
  });

  it("says the new verdict when what was expected no longer holds", async () => {
    const stale = await record("frontline", refund(700_000, { expect: { policyVersion: 1, outcome: "granted" } }));
    expect(stale).toMatchObject({ status: 409, body: { code: "verdict_changed", verdict: { outcome: "escalated", reasons: [{ code: "over_case_limit" }], approval: { id: null, approver: { email: "supervisor@demo.tam" } } } } });
  });

  it("fills the form of address, and leaves the number of a customer out of every answer", async () => {
    const { body } = await record("frontline", refund(12_000, { address: { customer: "cô", me: "cháu" }, customer: { phone: "0987654321" } }));
    expect((body["say"] as Json)["vi"]).toBe("Dạ, em xin lỗi cô vì sản phẩm bị lỗi. cháu hoàn lại 12.000\u00a0₫ ngay bây giờ ạ.");
    const detail = await call("frontline", `/decisions/${String(body["id"])}`);
    expect(JSON.stringify(detail.body)).not.toMatch(/987654321/);
    expect(detail.body).toMatchObject({ customerRef: expect.stringMatching(/^K-/) as string, receipt: { rule: "REFUND-STORE", policyVersion: 1 } });
    expect((detail.body["explanation"] as { rules: Json[] }).rules.map(({ code }) => code)).toEqual(["NO-OWN-PURCHASE", "REFUND-LEAD", "REFUND-LEADER", "REFUND-MANAGER", "REFUND-STORE"]);
  });
});

describe("on behalf", () => {
  it("a service names the person it acts for, and may do so only with the scope", async () => {
    expect(await record("till", refund(10_000))).toMatchObject({ status: 422, body: { code: "actor_required" } });
    expect(await record("till", refund(10_000, { actor: "nobody@demo.tam" }))).toMatchObject({ status: 422, body: { code: "invalid_input" } });
    expect(await record("reader", refund(10_000, { actor: "frontline@demo.tam" }))).toMatchObject({ status: 403, body: { code: "insufficient_scope" } });
    const { status, body } = await record("till", refund(10_000, { actor: "frontline@demo.tam" }));
    expect(status).toBe(201);
    expect((await call("frontline", `/decisions/${String(body["id"])}`)).body).toMatchObject({ person: { email: "frontline@demo.tam" }, service: "till" });
    const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: String(body["id"]) } });
    expect([event.actorId, event.via]).toEqual([company.people.frontline.id, expect.stringContaining("till")]);
  });

  it("only one that may assert facts states otherwise than Tâm knows", async () => {
    const json = refund(10_000, { actor: "frontline@demo.tam", customer: { ref: "C-1001", tier: "gold" } });
    for (const [as, source] of [["till", "known"], ["crm", "asserted"]] as const) {
      const { body } = await record(as, json);
      expect((await call("frontline", `/decisions/${String(body["id"])}`)).body["sources"]).toMatchObject({ "customer.tier": source });
    }
  });

  it("a person's token speaks for that person alone, within its scopes", async () => {
    expect(await record("frontline", refund(10_000, { actor: "supervisor@demo.tam" }))).toMatchObject({ status: 422 });
    expect((await record("frontline", refund(10_000, { actor: "frontline@demo.tam" }))).status).toBe(201);
    expect(await record("narrow", refund(10_000))).toMatchObject({ status: 403, body: { code: "insufficient_scope" } });
    expect((await call("narrow", "/decisions")).status).toBe(200);
    for (const as of ["hr", "admin", "auditor"]) expect(await record(as, refund(10_000))).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await call("auditor", "/decisions/check", { json: refund(10_000) })).status).toBe(200);
  });
});

describe("reading", () => {
  it("shows what lies within reach, newest first, by pages and filters", async () => {
    const seen: string[] = [];
    let cursor: unknown = null;
    do {
      const { body } = await call("frontline", `/decisions?limit=3${cursor === null ? "" : `&cursor=${String(cursor)}`}`);
      seen.push(...(body["items"] as { number: string }[]).map(({ number }) => number));
      cursor = body["nextCursor"];
    } while (cursor !== null);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    const all = (await call("auditor", "/decisions?limit=200")).body["items"] as { person: { email: string } }[];
    expect(all.length).toBeGreaterThan(seen.length);
    const own = (await call("auditor", "/decisions?limit=200&person=frontline@demo.tam")).body["items"] as { person: { email: string } }[];
    expect(own.every(({ person }) => person.email === "frontline@demo.tam")).toBe(true);
    expect((await call("auditor", "/decisions?state=pending")).body["items"]).toEqual([]);
    expect((await call("auditor", "/decisions?from=2020-01-01&to=2020-02-01")).body["items"]).toEqual([]);
  });

  it("refuses a page too long, an unknown filter and a cursor that is none", async () => {
    for (const query of ["limit=201", "limit=0", "limit=x", "cursor=x", "state=maybe", "colour=red", "from=yesterday"]) {
      expect((await call("auditor", `/decisions?${query}`)).status, query).toBe(422);
    }
  });

  it("hides what lies out of reach behind 404", async () => {
    const { body } = await record("frontline", refund(13_000));
    const id = String(body["id"]);
    for (const as of ["frontline2", "frontline3", "manager2"]) {
      expect((await call(as, `/decisions/${id}`)).status, as).toBe(404);
      expect((await call(as, `/decisions/${id}/cancel`, { method: "POST" })).status, as).toBe(404);
      expect((await call(as, `/thread?kind=decision&id=${id}`)).status, as).toBe(404);
    }
    for (const as of ["supervisor", "leader", "auditor", "hr"]) expect((await call(as, `/decisions/${id}`)).status, as).toBe(200);
    expect((await call("admin", `/decisions/${id}`)).status).toBe(403);
    const wrong = await call("auditor", `/decisions/${id}`, { method: "DELETE" });
    expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("policies", () => {
  it("keeps drafts from those they are not for, and saves over a known revision alone", async () => {
    const created = await call("hr", "/policies", { json: company.policy });
    expect([created.status, created.body, created.headers.get("ETag")]).toEqual([201, { version: expect.any(Number) as number, state: "draft", revision: 1 }, '"1"']);
    const path = `/policies/${String(created.body["version"])}`;
    expect((await call("frontline", path)).status).toBe(404);
    expect((await call("hr", path, { method: "PUT", json: company.policy })).status).toBe(412);
    const saved = await call("hr", path, { method: "PUT", json: company.policy, headers: { "If-Match": '"1"' } });
    expect([saved.status, saved.headers.get("ETag")]).toEqual([200, '"2"']);
    expect((await call("hr", path, { method: "PUT", json: company.policy, headers: { "If-Match": '"1"' } })).status).toBe(412);
    expect((await call("hr", `${path}/submit`, { json: { note: "x" } })).status).toBe(200);
    expect(await call("hr", `${path}/publish`, { method: "POST" })).toMatchObject({ status: 403, body: { code: "own_draft" } });
    expect(await call("leader", `${path}/publish`, { json: { effectiveFrom: "2020-01-01" } })).toMatchObject({ status: 422, body: { errors: [{ path: "effectiveFrom" }] } });
    expect(await call("leader", `${path}/publish`, { json: { effectiveFrom: null } })).toMatchObject({ status: 200, body: { state: "in_force" } });
    expect((await call("frontline", "/policies/active")).body).toMatchObject({ version: created.body["version"], authors: [{ email: "hr@demo.tam" }], document: company.policy });
    expect((await call("frontline", "/policies/1")).body["state"]).toBe("retired");
  });

  it("answers every fault of a document with its path in the reader's words", async () => {
    const wrong = { ...company.policy, rules: [{ ...company.policy.rules[0], limit: { perCase: -1 }, colour: "red" }], budgets: [{ code: "X" }] };
    const { status, body } = await call("hr", "/policies", { json: wrong });
    expect(status).toBe(422);
    expect(codes(body)).toEqual(expect.arrayContaining(["rules.0.limit.perCase:too_small", "rules.0.colour:unknown_key", "budgets.0.limits:required"]));
    for (const { message } of body["errors"] as { message: string }[]) expect(message).not.toMatch(/Something went wrong/);
  });
});
