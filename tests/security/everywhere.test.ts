import { beforeAll, describe, expect, it } from "vitest";
import { ROLES } from "#access/roles.ts";
import { importCustomers } from "#modules/customers/public.server.ts";
import { csvText } from "#platform/csv/source.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedByOperator } from "#tests/support/asked.ts";
import { Browser, callApi, makeToken } from "#tests/support/server.ts";
import { type BuiltRoute, builtRoutes, type Secured, secured } from "./fixture.ts";
import { matrix } from "./matrix.ts";
import type { PageRow } from "./matrix-row.ts";

const routes: BuiltRoute[] = await builtRoutes();
let at: Secured;
const browsers = new Map<string, Browser>();
const tokens = new Map<string, string>();

beforeAll(async () => {
  at = await secured();
  for (const role of ROLES) {
    browsers.set(role, await new Browser(at.server).signInAs(at.company.people[role].id));
    tokens.set(role, await makeToken({ personId: at.company.people[role].id }));
  }
});

const browserOf = (role: string) => browsers.get(role)!;
const call = async (as: string, path: string, json: unknown) => {
  const response = await callApi(at.server, tokens.get(as)!, `/api/v1${path}`, { json });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const pageRows = routes.flatMap((route) => (matrix[route.id] !== undefined && !("api" in matrix[route.id]!) ? [[route, matrix[route.id] as PageRow] as const] : []));
const addressOf = ({ path }: PageRow) => (typeof path === "string" ? path : path(at.company));

const PAYLOADS = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'; DROP TABLE Person; --", "</script><svg onload=alert(1)>", "{{constructor.constructor('return 1')()}}", "$t(ui:nav.home)", "\u2028\u202E"];
const ALL = PAYLOADS.join(" ");

describe("text that means something to a machine", () => {
  it("is kept as typed wherever people write, and shown as text on every page that shows it", async () => {
    const vnd = (minor: number) => ({ minor, currency: "VND" });
    const asked = { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(700_000), customer: { ref: "C-1001" }, order: { ref: "O'1;--", value: vnd(5_000_000) }, flags: [], note: ALL, evidence: [ALL.slice(0, 180)], felt: "angry", case: "CASE-<b>", externalRef: "till-'1'" };
    const recorded = await call("frontline", "/decisions", asked);
    expect(recorded.status).toBe(201);
    const approval = String((recorded.body["approval"] as Record<string, unknown>)["id"]);
    expect((await call("frontline", "/customers/C-1001/notes", { text: ALL })).status).toBe(201);
    expect((await call("frontline", "/customers/C-1001/promises", { text: ALL, dueAt: new Date(Date.now() + 3_600_000).toISOString(), keeper: "frontline@demo.tam" })).status).toBe(201);
    expect((await call("hr", "/people", { email: "payload@demo.tam", name: ALL.slice(0, 100), roles: ["frontline"] })).status).toBe(201);
    // Braces are placeholders in a policy's words, and unknown ones are faults.
    const plain = PAYLOADS.filter((payload) => !payload.includes("{{")).join(" ");
    const words = { vi: plain, en: plain };
    const rules = at.company.policy.rules.map((rule, index) => (index === 0 ? { ...rule, name: words, why: words, say: words } : rule));
    const draft = await call("hr", "/policies", { ...at.company.policy, rules, tests: [] });
    expect(draft.status).toBe(201);
    const admin = browserOf("admin");
    expect((await admin.send("/organisation/sites/new", { form: { key: "XX-1", nameVi: ALL.slice(0, 100), nameEn: ALL.slice(0, 100), active: "1" } })).status).toBe(303);
    const csv = `ref,name\nC-PAY,"${PAYLOADS[1]!.replaceAll('"', '""')} ${PAYLOADS[2]!}"\n`;
    expect(await importCustomers(csvText(csv), "VND", askedByOperator(new Date()), { dryRun: false })).toMatchObject({ ok: true, added: 1 });

    expect((await db.customerNote.findFirstOrThrow({ orderBy: { at: "desc" } })).text).toBe(ALL);
    expect((await db.decision.findFirstOrThrow({ where: { id: String(recorded.body["id"]) } })).note).toBe(ALL);
    const shown: readonly (readonly [string, string])[] = [
      ["frontline", "/"],
      ["frontline", "/customers/C-1001"],
      ["frontline", "/decide?customer=C-1001"],
      ["frontline", `/decide?customer=walk-in&order=none&reason=${encodeURIComponent(PAYLOADS[0]!)}&gesture=${encodeURIComponent(PAYLOADS[1]!)}`],
      ["frontline", "/promises"],
      ["frontline", "/decisions"],
      ["frontline", `/decisions/${String(recorded.body["id"])}`],
      ["supervisor", "/approvals"],
      ["supervisor", `/approvals/${approval}`],
      ["supervisor", "/notifications"],
      ["hr", `/people?q=${encodeURIComponent(ALL)}`],
      ["hr", "/people?q=payload"],
      ["hr", `/policies/${String(draft.body["version"])}`],
      ["hr", `/customers?q=${encodeURIComponent(ALL)}`],
      ["hr", "/customers"],
      ["admin", "/organisation/places"],
      ["auditor", "/audit"],
      ["auditor", `/audit?subject=${encodeURIComponent(ALL)}`],
    ];
    let seen = 0;
    for (const [role, path] of shown) {
      const response = await browserOf(role).send(path);
      expect([path, response.status < 500]).toEqual([path, true]);
      const html = await response.text();
      for (const dangerous of ["<script>alert(1)", "<img src=x", "<svg onload", "</script><svg"]) expect(html.includes(dangerous), `${role} at ${path}: ${dangerous}`).toBe(false);
      expect([path, [...html.matchAll(/<script\b[^>]*>/g)].every(([tag]) => tag.includes("nonce="))]).toEqual([path, true]);
      if (html.includes("&lt;img src=x")) seen += 1;
    }
    expect(seen).toBeGreaterThanOrEqual(8);
    expect(await db.person.count()).toBeGreaterThan(13);
  });
});

describe("what a page's data holds", () => {
  /** Columns that are nobody's to read, on any page. */
  const NEVER = /"(passwordHash|totpSecret|totpLastStep|tokenHash|codeHash|phoneCipher|phoneHash|requestHash|nameFolded|nameSort)"/;
  const PHONE = "0912345678";

  let extra: readonly (readonly [string, string])[];

  beforeAll(async () => {
    expect((await call("frontline", "/decisions", { gesture: "callback", reason: "aftercare", channel: "store", customer: { phone: PHONE }, order: "none", flags: [] })).status).toBe(201);
    const { ref } = await db.customer.findFirstOrThrow({ where: { phoneLast: { not: null } } });
    extra = [["routes/_app.customers.$ref._index", `/customers/${ref}`], ["routes/_app.decide", `/decide?customer=${ref}`]];
  });

  it.each(ROLES)("is never a secret, nor a customer's whole number, for the %s", async (role) => {
    const paths = pageRows.filter(([route, row]) => route.hasLoader && row.loader !== undefined).map(([route, row]) => [route.id, addressOf(row)] as const);
    let read = 0;
    for (const [id, path] of [...paths, ...extra]) {
      const response = await browserOf(role).send(`${path}${path.includes("?") ? "&" : "?"}_data=${encodeURIComponent(id)}`);
      if (response.status !== 200) continue;
      const text = await response.text();
      read += 1;
      expect(NEVER.exec(text)?.[1], `at ${path}`).toBeUndefined();
      expect(/912 ?345 ?678/.test(text), `${path} shows a whole number`).toBe(false);
    }
    expect(read).toBeGreaterThan(20);
  });
});

describe("fields nobody asked for", () => {
  const GREEDY = { id: "1", role: "admin", roles: "admin@all", held: "admin@all", isAdmin: "true", personId: "1", active: "0", scopes: "audit:read", serviceName: "till", createdById: "1", passwordHash: "x", totpEnabledAt: "", requireTotp: "", "roles.create.role": "admin", "where[id]": "1", email: "taken@demo.tam", limit: "999999999", state: "published", approvedAmount: "1" };

  async function digest(): Promise<string> {
    const [roles, people, credentials, apiTokens, policies, decisions, approvals] = await Promise.all([
      db.roleAssignment.findMany({ orderBy: { id: "asc" } }),
      db.person.findMany({ orderBy: { id: "asc" }, select: { id: true, email: true, name: true, active: true, managerId: true, level: true } }),
      db.credential.findMany({ orderBy: { personId: "asc" } }),
      db.apiToken.findMany({ orderBy: { id: "asc" }, select: { id: true, scopes: true, revokedAt: true } }),
      db.policyVersion.findMany({ orderBy: { version: "asc" }, select: { version: true, state: true, contentHash: true } }),
      db.decision.count(),
      db.approval.findMany({ orderBy: { id: "asc" }, select: { id: true, state: true, approverId: true } }),
    ]);
    return JSON.stringify([roles, people, credentials, apiTokens, policies, decisions, approvals]);
  }

  // Roles are what the page of roles gives, and a draft what the page for a new rule begins; who may is held by the matrix.
  const theirs = ["routes/sign-out", "routes/_app.people.$id_.roles", "routes/_app.policies.new-rule"];
  const actions = pageRows.filter(([route]) => route.hasAction && !theirs.includes(route.id)).map(([route, row]) => [route.id, row] as const);

  beforeAll(async () => {
    await transaction((tx) => tx.statement("rate-limit.clear-expired", { now: new Date(Date.now() + 86_400_000) }));
  });

  it("are sent to every action", () => {
    expect(actions.length).toBeGreaterThan(100);
  });

  it.each(actions)("give nobody a role, an account, a token or a limit at %s", async (id, row) => {
    const before = await digest();
    for (const role of ROLES) {
      const path = `${addressOf(row)}${id.endsWith("._index") ? "?index" : ""}`;
      const { status } = await browserOf(role).send(path, { form: GREEDY });
      // 503: as many simulations run as may
      expect(status < 500 || status === 503, `${role} at ${path} answered ${status}`).toBe(true);
    }
    expect(await digest()).toBe(before);
  });
});
