import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { Browser } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

let at: Secured;
beforeAll(async () => {
  at = await secured();
});

describe("where to go next", () => {
  it.each(["//evil.example", "/\\evil.example", "/%09/evil.example", "https:evil.example", "https://evil.example/", `java${"script"}:alert(1)`, "/\r\nSet-Cookie: a=b", "\\\\evil.example", "/%5cevil.example", "/.//evil.example"])(
    "is never %s",
    async (to) => {
      const browser = new Browser(at.server);
      const response = await browser.send("/sign-in", { form: { email: at.company.people.leader.email, password: at.company.password, to } });
      const location = new URL(response.headers.get("Location") ?? "/", at.server.origin);
      expect([response.status, location.origin]).toEqual([303, at.server.origin]);
      expect(location.pathname.startsWith("//")).toBe(false);
    },
  );

  it("is a path of this site with its query", async () => {
    const response = await new Browser(at.server).send("/sign-in", { form: { email: at.company.people.leader.email, password: at.company.password, to: "/account?a=b#c" } });
    expect(response.headers.get("Location")).toBe("/account?a=b#c");
  });
});

describe("fields nobody asked for", () => {
  const GREEDY = { role: "admin", isAdmin: "true", personId: "", roles: "admin@all", active: "0", scopes: "audit:read", serviceName: "till", "roles.create.role": "admin", email: "taken@demo.tam" };

  it.each([
    ["one's preferences", "/account?index", { intent: "address", addressForm: "anh/chị" }],
    ["language and theme", "/preferences", { language: "en", theme: "dark" }],
    ["a new access token", "/account/tokens", { name: "of my own", days: "1" }],
  ])("change nothing when sent with %s", async (_name, path, form) => {
    const person = at.company.people.frontline;
    const browser = await new Browser(at.server).signInAs(person.id);
    const before = await db.roleAssignment.findMany({ orderBy: { id: "asc" } });
    await browser.send(path, { form: { ...GREEDY, personId: at.company.people.admin.id, ...form } });
    expect(await db.roleAssignment.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    expect(await db.person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ email: person.email, active: true });
    expect(await db.apiToken.count({ where: { OR: [{ personId: at.company.people.admin.id }, { serviceName: { not: null } }] } })).toBe(0);
  });
});

describe("text that means something to a machine", () => {
  const PAYLOADS = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE Person; --", "{{7*7}}", "${process.env.SECRET_KEY}", "=HYPERLINK(\"http://evil\")", "../../etc/passwd", "\u202Egpj.exe", "%00", "\n{\"level\":\"info\",\"msg\":\"forged\"}"];

  it.each(PAYLOADS)("is stored and shown as text: %s", async (payload) => {
    const browser = await new Browser(at.server).signInAs(at.company.people.manager.id);
    await browser.send("/account/tokens", { form: { name: `a${payload}`, days: "1" } });
    const html = await (await browser.send("/account/tokens")).text();
    for (const dangerous of ["<script>alert(1)", "<img src=x"]) expect(html).not.toContain(dangerous);
    expect(html).not.toMatch(/>a49</);
    expect(await db.person.count()).toBeGreaterThan(0);
  });

  it("cannot forge a line of the log", async () => {
    await new Browser(at.server).send("/sign-in", { headers: { "User-Agent": 'x","msg":"forged' }, form: { email: "a\n{\"msg\":\"forged\"}", password: "x" } });
    await expect.poll(() => at.server.output()).toContain("/sign-in");
    for (const line of at.server.output().split("\n").filter((each) => each.startsWith("{"))) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(at.server.output()).not.toContain("forged");
  });

  it("is shown as text in a person's name", async () => {
    await transaction((tx) => tx.update("Person", { id: at.company.people.auditor.id }, { name: "<img src=x onerror=alert(1)>" }));
    const html = await (await (await new Browser(at.server).signInAs(at.company.people.auditor.id)).send("/account")).text();
    expect(html).not.toContain("<img src=x");
    expect(html).toContain("&lt;img src=x");
  });
});
