import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#platform/db.server.ts";
import { Browser } from "#tests/support/server.ts";
import { type BuiltRoute, builtRoutes, type Secured, secured } from "./fixture.ts";
import { matrix } from "./matrix.ts";

const actions: BuiltRoute[] = (await builtRoutes()).filter((route) => route.hasAction && route.action?.kind !== "api");
let at: Secured;
let admin: Browser;

beforeAll(async () => {
  at = await secured();
  admin = await new Browser(at.server).signInAs(at.company.people.admin.id);
});

const own = () => at.server.origin;

/** What a request from elsewhere looks like; each must be refused. */
const FOREIGN: readonly (readonly [string, () => Record<string, string>])[] = [
  ["another site", () => ({ Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" })],
  ["another site without fetch metadata", () => ({ Origin: "https://evil.example" })],
  ["a subdomain", () => ({ Origin: own().replace("localhost", "evil.localhost"), "Sec-Fetch-Site": "same-site" })],
  ["another port", () => ({ Origin: "http://localhost:1", "Sec-Fetch-Site": "same-site" })],
  ["another scheme", () => ({ Origin: own().replace("http:", "https:") })],
  ["an opaque origin", () => ({ Origin: "null" })],
  ["nowhere known", () => ({})],
  ["its own origin with foreign metadata", () => ({ Origin: own(), "Sec-Fetch-Site": "cross-site" })],
  ["a foreign origin with own metadata", () => ({ Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" })],
  ["a forged forwarded host", () => ({ Origin: "https://evil.example", "X-Forwarded-Host": "evil.example", Host: "evil.example" })],
];

const SHAPES: readonly (readonly [string, (path: string, id: string) => string, string, string])[] = [
  ["a form", (path) => path, "POST", "application/x-www-form-urlencoded"],
  ["a multipart form", (path) => path, "POST", "multipart/form-data; boundary=x"],
  ["a plain text form", (path) => path, "POST", "text/plain"],
  ["a page's own data request", (path, id) => `${path}${path.includes("?") ? "&" : "?"}_data=${encodeURIComponent(id)}`, "POST", "application/x-www-form-urlencoded"],
  ["PUT", (path) => path, "PUT", "application/x-www-form-urlencoded"],
  ["DELETE", (path) => path, "DELETE", "application/x-www-form-urlencoded"],
];

async function digest(): Promise<string> {
  const [sessions, people, events] = await Promise.all([db.session.count(), db.person.findMany({ select: { id: true, updatedAt: true } }), db.auditEvent.count()]);
  return JSON.stringify([sessions, people, events]);
}

describe.each(actions.map((route) => [route.id, route] as const))("the action of %s", (id, route) => {
  const row = matrix[id];
  const written = row === undefined ? (route.path ?? "/") : row.path;
  const address = () => `${typeof written === "string" ? written : written(at.company)}${id.endsWith("._index") ? "?index" : ""}`;

  it("is out of reach from elsewhere, in every shape", async () => {
    const before = await digest();
    for (const [from, headers] of FOREIGN) {
      for (const [shape, pathOf, method, type] of SHAPES) {
        const response = await fetch(new URL(pathOf(address(), id), at.server.origin), {
          method,
          redirect: "manual",
          headers: { ...headers(), Cookie: admin.cookieHeader, "Content-Type": type },
          body: "a=b",
        });
        expect(response.status, `${shape} from ${from}`).toBe(403);
      }
    }
    expect(await digest()).toBe(before);
  });

  if (id !== "routes/sign-out") it("is in reach from its own pages, also as a page's data request", async () => {
    const proofs: Record<string, string>[] = [{ Origin: own() }, { "Sec-Fetch-Site": "same-origin" }, { Origin: own(), "Sec-Fetch-Site": "same-origin" }];
    for (const headers of proofs) {
      for (const path of [address(), `${address()}${address().includes("?") ? "&" : "?"}_data=${encodeURIComponent(id)}`]) {
        const response = await fetch(new URL(path, at.server.origin), {
          method: "POST",
          redirect: "manual",
          headers: { ...headers, Cookie: admin.cookieHeader, "Content-Type": "application/x-www-form-urlencoded" },
          body: "nothing=",
        });
        expect((await response.text()).includes('"code":"cross_origin"'), `${path} ${JSON.stringify(headers)}`).toBe(false);
      }
    }
  });
});

describe("the guard", () => {
  it("lets the API be called from anywhere, since it reads no cookie", async () => {
    const response = await fetch(new URL("/api/v1/nowhere", at.server.origin), { method: "POST", headers: { Origin: "https://till.example", Cookie: admin.cookieHeader } });
    expect(response.status).toBe(404);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe(null);
  });

  it("lets nobody change anything by looking", async () => {
    const before = await digest();
    for (const { id, path } of actions) if (path !== null && !path.includes(":")) await admin.send(`${path}${id.endsWith("._index") ? "?index" : ""}`);
    expect(await digest()).toBe(before);
  });
});
