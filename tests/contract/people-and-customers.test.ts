import { beforeAll, describe, expect, it } from "vitest";
import type { SmallCompany } from "#db/seed/builders.ts";
import { db } from "#platform/db.server.ts";
import { callApi, makeToken, type TestServer } from "#tests/support/server.ts";
import { secured } from "../security/fixture.ts";

let server: TestServer;
let company: SmallCompany;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  ({ server, company } = await secured());
  for (const role of ["frontline", "supervisor", "manager", "hr", "admin", "auditor"] as const) tokens[role] = await makeToken({ personId: company.people[role].id });
  tokens["till"] = await makeToken({ service: "till" }, ["customers:read", "customers:write"]);
  tokens["campaigns"] = await makeToken({ service: "campaigns" }, ["customers:read"]);
  tokens["hris"] = await makeToken({ service: "hris" }, ["people:read", "people:write"]);
});

type Json = Record<string, unknown>;
type Sent = NonNullable<Parameters<typeof callApi>[3]>;

async function call(as: string, path: string, sent: Sent = {}): Promise<{ status: number; body: Json; headers: Headers }> {
  const response = await callApi(server, tokens[as] ?? null, `/api/v1${path}`, sent);
  return { status: response.status, body: (await response.json()) as Json, headers: response.headers };
}

const codes = (body: Json) => (body["errors"] as { path: string; code: string }[] | undefined)?.map(({ path, code }) => `${path}:${code}`);

describe("/people", () => {
  it("adds a person once per key, answers the record and where it is", async () => {
    const json = { email: "moi@demo.tam", name: "Đỗ Ánh", site: "HN-01", department: "RETAIL", roles: ["frontline"], manager: "supervisor@demo.tam", startedOn: "2026-01-05", level: 1 };
    const first = await call("hr", "/people", { json, headers: { "Idempotency-Key": "one" } });
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      id: first.body["id"], email: "moi@demo.tam", name: "Đỗ Ánh", site: "HN-01", department: "RETAIL", roles: ["frontline@own"],
      managerEmail: "supervisor@demo.tam", startedOn: "2026-01-05", level: 1, language: "vi", active: true,
    });
    expect(first.headers.get("Location")).toBe(`/api/v1/people/${String(first.body["id"])}`);
    const again = await call("hr", "/people", { json, headers: { "Idempotency-Key": "one" } });
    expect([again.status, again.body, again.headers.get("Idempotent-Replayed")]).toEqual([201, first.body, "true"]);
    expect((await call("hr", `/people/${String(first.body["id"])}`)).body).toEqual(first.body);
  });

  it("changes record, roles and whether somebody works here", async () => {
    const path = `/people/${company.people.frontline2.id}`;
    const changed = await call("hr", path, { method: "PATCH", json: { level: 2, roles: ["frontline", "supervisor@team"], site: "HN-02" } });
    expect([changed.status, changed.body]).toEqual([200, expect.objectContaining({ level: 2, site: "HN-02", roles: ["frontline@own", "supervisor@team"] })]);
    expect((await call("hr", path, { method: "PATCH", json: { active: false } })).body["active"]).toBe(false);
    expect((await call("hr", path, { method: "PATCH", json: { active: false } })).status).toBe(200);
    expect((await call("hr", path, { method: "PATCH", json: { active: true } })).body["active"]).toBe(true);
  });

  it("names every fault with its path, and refuses unknown members and roles beyond one's own to give", async () => {
    const bad = await call("hr", "/people", { json: { email: "x", name: "", salary: 1, roles: ["boss"] } });
    expect([bad.status, bad.body["code"], codes(bad.body)?.sort()]).toEqual([422, "invalid_input", ["email:email_format", "name:required", "salary:unknown_field"]]);
    const places = await call("hr", "/people", { json: { email: "y@demo.tam", name: "Y", site: "X", roles: ["boss"] } });
    expect(codes(places.body)).toEqual(["roles.0:unknown_role"]);
    expect((await call("hr", "/people", { json: { email: "y@demo.tam", name: "Y", roles: ["admin"] } })).body["code"]).toBe("role_not_yours");
    expect((await call("hris", "/people", { json: { email: "y@demo.tam", name: "Y" } })).status).toBe(201);
  });

  it("lists within reach, by pages", async () => {
    const emails: unknown[] = [];
    let cursor: unknown = null;
    do {
      const { body } = await call("manager", `/people?limit=2${cursor === null ? "" : `&cursor=${String(cursor)}`}`);
      emails.push(...(body["items"] as Json[]).map(({ email }) => email));
      cursor = body["nextCursor"];
    } while (cursor !== null);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails).toContain("frontline@demo.tam");
    expect(emails).not.toContain("frontline3@demo.tam");
    expect((await call("manager", "/people?limit=201")).status).toBe(422);
    expect(((await call("hr", "/people?q=khoi")).body["items"] as Json[]).map(({ email }) => email)).toEqual(["frontline@demo.tam"]);
    expect((await call("till", "/people")).body["code"]).toBe("insufficient_scope");
  });
});

describe("/customers", () => {
  it("looks one up by reference or phone, masked, and answers 404 for somebody unknown", async () => {
    const { status, body } = await call("frontline", "/customers/lookup", { json: { ref: "C-1029" } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ref: "C-1029", name: "M. V. Lộc", tier: "gold", lifetimeValue: { minor: 18_500_000, currency: "VND" }, burden: { timesTold: expect.any(Number) as number },
    });
    expect((await call("auditor", "/customers/C-1029")).body).toEqual(body);
    expect((await call("frontline", "/customers/lookup", { json: { ref: "C-0" } })).status).toBe(404);
    expect((await call("frontline", "/customers/lookup", { json: { phone: "0900000001" } })).status).toBe(404);
    expect((await call("frontline", "/customers/lookup", { json: { phone: "113" } })).status).toBe(422);
    expect((await call("frontline", "/customers/lookup", { json: {} })).status).toBe(422);
    expect((await call("admin", "/customers/lookup", { json: { ref: "C-1029" } })).status).toBe(403);
  });

  it("keeps notes and promises on one timeline, and tells the next colleague", async () => {
    const note = await call("frontline", "/customers/C-1001/notes", { json: { text: "Khách sẽ quay lại thứ Sáu" }, headers: { "Idempotency-Key": "n" } });
    expect([note.status, note.body["text"]]).toEqual([201, "Khách sẽ quay lại thứ Sáu"]);
    expect((await call("frontline", "/customers/C-1001/notes", { json: { text: "Khách sẽ quay lại thứ Sáu" }, headers: { "Idempotency-Key": "n" } })).body).toEqual(note.body);
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    const promise = await call("till", "/customers/C-1001/promises", { json: { text: "Gọi lại", dueAt, keeper: "supervisor@demo.tam" } });
    expect(promise.body).toEqual({ id: promise.body["id"], text: "Gọi lại", dueAt, keeper: { name: "Trần Thị Thu Hà", email: "supervisor@demo.tam" }, state: "open" });
    const seen = await call("manager", "/customers/lookup", { json: { ref: "C-1001" } });
    expect(seen.body).toMatchObject({ openPromises: [{ text: "Gọi lại", keeper: { email: "supervisor@demo.tam" } }], burden: { timesTold: 1, peopleMet: 1, daysWaiting: 0 } });
    expect((seen.body["recent"] as Json[]).map(({ kind }) => kind)).toEqual(["promise", "note"]);

    const id = String(promise.body["id"]);
    expect((await call("frontline", `/promises/${id}/kept`, { json: { note: "Đã gọi" } })).body).toMatchObject({ id, state: "kept", note: "Đã gọi" });
    expect((await call("frontline", `/promises/${id}/broken`, { method: "POST" })).body["code"]).toBe("state_changed");
    const timeline = await call("frontline", "/customers/C-1001/timeline?limit=2");
    expect((timeline.body["items"] as Json[]).map(({ kind, text }) => `${String(kind)}: ${String(text)}`)).toEqual(["promise: Kept: Gọi lại", expect.stringMatching(/^promise: Promised: Gọi lại/)]);
    const older = await call("frontline", `/customers/C-1001/timeline?limit=2&cursor=${String(timeline.body["nextCursor"])}`);
    expect([(older.body["items"] as Json[]).map(({ kind }) => kind), older.body["nextCursor"]]).toEqual([["note"], null]);
  });

  it("tells marketing to hold while a complaint is open, and nothing else of it", async () => {
    const signal = (as: string, ref = "C-1029") => call(as, `/customers/${ref}/signal`);
    expect(await signal("campaigns")).toMatchObject({ status: 200, body: { openComplaint: false, holdMarketing: false, until: null } });
    const vnd = (minor: number) => ({ minor, currency: "VND" });
    const asked = { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(700_000), customer: { ref: "C-1029" }, order: { value: vnd(5_000_000) }, flags: [], note: "Bung chỉ" };
    const { body } = await call("frontline", "/decisions", { json: asked });
    expect((await signal("campaigns")).body).toEqual({ openComplaint: true, holdMarketing: true, until: null });
    expect((await signal("campaigns", "C-1001")).body).toEqual({ openComplaint: false, holdMarketing: false, until: null });
    await call("supervisor", `/approvals/${String((body["approval"] as Json)["id"])}/approve`, { json: {} });
    const owed = await signal("campaigns");
    expect(owed.body).toEqual({ openComplaint: true, holdMarketing: true, until: expect.any(String) as string });
    expect(Date.parse(String(owed.body["until"])) - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
    await call("frontline", `/decisions/${String(body["id"])}/given`, { method: "POST" });
    expect((await signal("campaigns")).body).toEqual({ openComplaint: false, holdMarketing: false, until: null });

    expect(await signal("campaigns", "C-0")).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await signal("hris")).toMatchObject({ status: 403, body: { code: "insufficient_scope" } });
    expect(await signal("admin")).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await call("campaigns", "/customers/C-1029/signal?full=1")).status).toBe(422);
  });

  it("refuses a promise for the past, an unknown keeper, and an unknown customer", async () => {
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    const promise = { text: "x", dueAt, keeper: "supervisor@demo.tam" };
    expect(codes((await call("frontline", "/customers/C-1001/promises", { json: { ...promise, dueAt: "2020-01-01T00:00:00Z" } })).body)).toEqual(["dueAt:must_be_future"]);
    expect(codes((await call("frontline", "/customers/C-1001/promises", { json: { ...promise, dueAt: "tomorrow" } })).body)).toEqual(["dueAt:instant_format"]);
    expect(codes((await call("frontline", "/customers/C-1001/promises", { json: { ...promise, keeper: "nobody@demo.tam" } })).body)).toEqual(["keeper:unknown_person"]);
    expect((await call("frontline", "/customers/C-0/promises", { json: promise })).status).toBe(404);
    expect((await call("hr", "/customers/C-1001/notes", { json: { text: "x" } })).status).toBe(403);
    expect(await db.customerPromise.count()).toBe(1);
  });
});
