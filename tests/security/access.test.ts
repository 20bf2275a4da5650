import { beforeAll, describe, expect, it } from "vitest";
import { ROLES, type Role } from "#access/roles.ts";
import type { SmallCompany } from "#db/seed/builders.ts";
import { Browser, callApi, makeToken } from "#tests/support/server.ts";
import { type BuiltRoute, builtRoutes, type Secured, secured } from "./fixture.ts";
import { matrix } from "./matrix.ts";
import type { ApiRow, Foreign, PageRow, Row } from "./matrix-row.ts";

const routes: BuiltRoute[] = await builtRoutes();
let at: Secured;
const browsers = new Map<string, Browser>();
const tokens = new Map<string, string>();

beforeAll(async () => {
  at = await secured();
  for (const role of ROLES) {
    browsers.set(role, await new Browser(at.server).signInAs(at.company.people[role].id));
    tokens.set(role, await makeToken({ personId: at.company.people[role].id }));
    tokens.set(`${role}, narrowed to nothing`, await makeToken({ personId: at.company.people[role].id }, []));
  }
});

const isApi = (row: Row): row is ApiRow => "api" in row;
const pathOf = (path: string | ((company: SmallCompany) => string)) => (typeof path === "string" ? path : path(at.company));
const browserOf = (role: string) => browsers.get(role) ?? new Browser(at.server);

describe("guard walk", () => {
  it.each(routes.map((route) => [route.id, route] as const))("%s says who may call it", (_id, route) => {
    if (route.hasLoader) expect(route.loader, "loader without page() or api()").not.toBe(null);
    if (route.hasAction) expect(route.action, "action without act() or api()").not.toBe(null);
  });

  it.each(routes.map((route) => [route.id, route] as const))("%s stands in the matrix with what it has", (id, route) => {
    const row = matrix[id];
    expect(row, "add the route to tests/security/matrix.ts").toBeDefined();
    if (row === undefined) return;
    if (isApi(row)) {
      expect([route.loader?.kind, route.action?.kind]).toEqual(["api", "api"]);
      expect(Object.keys(route.loader?.kind === "api" ? route.loader.methods : {}).sort()).toEqual(Object.keys(row.api).sort());
      return;
    }
    expect({ loader: route.hasLoader, action: route.hasAction }).toEqual({ loader: row.loader !== undefined, action: row.action !== undefined });
  });

  it("knows no route that is gone", () => {
    expect(Object.keys(matrix).filter((id) => !routes.some((route) => route.id === id))).toEqual([]);
  });
});

const known = routes.map(({ id }) => [id, matrix[id]] as const);
const pages = known.filter((entry): entry is readonly [string, PageRow] => entry[1] !== undefined && !isApi(entry[1]));
const apis = known.filter((entry): entry is readonly [string, ApiRow] => entry[1] !== undefined && isApi(entry[1]));

/** Allowed: an answer of the route itself, whatever it thinks of an empty form. */
function expectAllowed(status: number, label: string): void {
  expect([401, 403, 405].includes(status) || (status >= 500 && status !== 503), `${label} answered ${status}`).toBe(false);
}

/** Addresses that a page leads to, or is sent on to, and that name an e-mail, a telephone number or a token. */
function tellingAddresses(response: Response, html: string): string[] {
  const places = [...html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, to = ""]) => to);
  return [...places, response.headers.get("Location") ?? ""].filter((to) => !to.startsWith("mailto:") && /@|%40|tam_[A-Za-z0-9]|(?:^|\D)0\d{9}(?:\D|$)/.test(to));
}

describe("role × page", () => {
  describe.each(pages)("%s", (id, row) => {
    const isPage = !routes.find((route) => route.id === id)?.isResource;

    if (row.loader !== undefined) it("is read by those who may, with signing out at hand and nothing private in an address", async () => {
      const path = pathOf(row.path);
      for (const role of ROLES) {
        const response = await browserOf(role).send(path);
        const { status } = response;
        const may = row.loader === "public" || row.loader?.includes(role);
        if (may) expectAllowed(status, `${role} reading ${path}`);
        else expect(status, `${role} reading ${path}`).toBe(403);
        if (!isPage) continue;
        const html = await response.text();
        expect(tellingAddresses(response, html), `${role} reading ${path}`).toEqual([]);
        const shown = may && id.startsWith("routes/_app.") && [200, 404].includes(status);
        if (shown) expect(html.includes('action="/sign-out"'), `${role} at ${path} can sign out`).toBe(true);
      }
      const stranger = await new Browser(at.server).send(path);
      if (row.loader === "public") expectAllowed(stranger.status, `a stranger reading ${path}`);
      else expect([stranger.status, stranger.headers.get("Location")?.split("?")[0]]).toEqual([303, "/sign-in"]);
    });

    // Signing out would end the sessions of the roles that follow; session.test.ts holds it.
    if (row.action !== undefined && id !== "routes/sign-out") it("takes forms from those who may", async () => {
      const path = id.endsWith("._index") ? `${pathOf(row.path)}?index` : pathOf(row.path);
      for (const role of ROLES) {
        const { status } = await browserOf(role).send(path, { form: { nothing: "" } });
        if (row.action === "public" || row.action?.includes(role)) expectAllowed(status, `${role} sending to ${path}`);
        else expect(status, `${role} sending to ${path}`).toBe(403);
      }
      const stranger = await new Browser(at.server).send(path, { form: { nothing: "" } });
      if (row.action === "public") expectAllowed(stranger.status, `a stranger sending to ${path}`);
      else expect([stranger.status, stranger.headers.get("Location")?.split("?")[0]]).toEqual([303, "/sign-in"]);
    });
  });
});

describe("role × API", () => {
  describe.each(apis)("%s", (_id, row) => {
    it("answers by token, role and scope, and never by cookie", async () => {
      const path = pathOf(row.path);
      for (const [method, open] of Object.entries(row.api)) {
        const call = (token: string | undefined) => callApi(at.server, token ?? null, path, { method, ...(method === "GET" ? {} : { json: {} }) });
        expect((await call(undefined)).status, `${method} ${path} without a token`).toBe(401);
        const byCookie = await browserOf("leader").send(path, { method, ...(method === "GET" ? {} : { body: "{}", headers: { "Content-Type": "application/json" } }) });
        expect(byCookie.status, `${method} ${path} by cookie`).toBe(401);
        for (const role of ROLES) {
          const { status } = await call(tokens.get(role));
          if (open.includes(role)) expectAllowed(status, `${role}: ${method} ${path}`);
          else expect(status, `${role}: ${method} ${path}`).toBe(403);
          expect((await call(tokens.get(`${role}, narrowed to nothing`))).status, `${role}, narrowed: ${method} ${path}`).toBe(403);
        }
      }
    });
  });
});

const foreign: (readonly [string, Foreign])[] = known.flatMap(([id, row]) => (row?.foreign ?? []).map((each) => [id, each] as const));

describe("what belongs to somebody else", () => {
  it.each(foreign)("%s keeps it", async (id, { as, path, method, form, json, status }) => {
    const { people } = at.company;
    const address = path(at.company);
    const answer = address.startsWith("/api/")
      ? await callApi(at.server, await makeToken({ personId: people[as].id }), address, { ...(method ? { method } : {}), ...(json === undefined ? {} : { json }) })
      : await (await new Browser(at.server).signInAs(people[as].id)).send(address, { ...(method ? { method } : {}), ...(form ? { form } : {}) });
    expect(answer.status, `${as} at ${address} (${id})`).toBe(status);
  });
});

describe("an auditor", () => {
  it("changes nothing but their own account", () => {
    const own = /^routes\/(_app\.account\..*|_app\.notifications|_auth\.sign-in_\.again)$/;
    const asks = /^routes\/_app\.(decide_?\.check|customers\._index|policies\.\$version\.simulate|simulations\.\$id\._index)$/;
    const writes = pages.filter(([id, row]) => Array.isArray(row.action) && row.action.includes("auditor") && !own.test(id) && !asks.test(id));
    expect(writes.map(([id]) => id)).toEqual([]);
    const auditor: Role = "auditor";
    const calls = apis.flatMap(([id, row]) => Object.entries(row.api).filter(([method, open]) => method !== "GET" && open.includes(auditor)).map(([method]) => `${method} ${id}`));
    expect(calls.filter((call) => !/(check|lookup|lint|simulate|validate|verify|v1\.account\.notifications)$/.test(call))).toEqual([]);
  });
});
