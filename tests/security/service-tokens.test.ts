import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#platform/db.server.ts";
import { Browser, callApi, makeToken } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

let at: Secured;
let admin: Browser;

beforeAll(async () => {
  at = await secured();
  admin = await new Browser(at.server).signInAs(at.company.people.admin.id);
});

const form = (fields: Readonly<Record<string, string>>, scopes: readonly string[]) => new URLSearchParams([...Object.entries(fields), ...scopes.map((scope) => ["scopes", scope])]);
const make = (fields: Readonly<Record<string, string>>, scopes: readonly string[]) => admin.send("/tokens/new", { form: form(fields, scopes) });

describe("the access token of a program", () => {
  it("is shown once to the administrator who makes it, does what it was made for alone, and ends when revoked", async () => {
    const page = await (await make({ name: " till ", days: "30" }, ["customers:read", "decisions:on-behalf"])).text();
    const [, token = ""] = /data-token="[^"]*">(tam_[A-Za-z0-9_-]{43})</.exec(page) ?? [];
    expect(token).not.toBe("");
    const row = await db.apiToken.findFirstOrThrow({ where: { serviceName: "till" } });
    expect(row).toMatchObject({ name: "till", scopes: '["customers:read","decisions:on-behalf"]', createdById: at.company.people.admin.id });
    expect(row.expiresAt?.getTime()).toBe(row.createdAt.getTime() + 30 * 86_400_000);

    expect((await callApi(at.server, token, "/api/v1/customers/C-1001/signal")).status).toBe(200);
    expect((await callApi(at.server, token, "/api/v1/people")).status).toBe(403);
    for (const path of ["/tokens", "/tokens/new", "/tokens?_data=routes%2F_app.tokens._index"]) expect(await (await admin.send(path)).text()).not.toContain(token);
    expect(at.server.output()).not.toContain(token);

    const list = await (await admin.send("/tokens")).text();
    for (const shown of ["till", row.prefix, "customers:read", at.company.people.admin.name]) expect(list).toContain(shown);
    expect((await admin.send("/tokens?index", { form: { id: row.id } })).headers.get("Location")).toBe("/tokens");
    expect((await callApi(at.server, token, "/api/v1/customers/C-1001/signal")).status).toBe(401);
    const events = await db.auditEvent.findMany({ where: { subjectId: row.id }, orderBy: { seq: "asc" }, select: { type: true, actorId: true } });
    expect(events).toEqual(["token.created", "token.revoked"].map((type) => ({ type, actorId: at.company.people.admin.id })));
  });

  it.each([
    ["without a scope", { name: "kiosk", days: "30" }, [], "Chọn ít nhất một phạm vi"],
    ["with a scope nobody knows", { name: "kiosk", days: "30" }, ["everything"], "Không có phạm vi này"],
    ["without a name", { name: " ", days: "30" }, ["audit:read"], "Cần điền mục này"],
    ["without an end", { name: "kiosk", days: "" }, ["audit:read"], "Ít nhất là 1"],
    ["beyond a year", { name: "kiosk", days: "367" }, ["audit:read"], "Nhiều nhất là 366"],
  ])("is not made %s, and the form keeps what was filled in", async (_name, fields, scopes, words) => {
    const before = await db.apiToken.count();
    const refused = await make(fields, scopes);
    const page = await refused.text();
    expect([refused.status, page.includes(words)]).toEqual([422, true]);
    expect(page).toContain(`value="${fields.name.trim() === "" ? " " : fields.name}"`);
    for (const scope of scopes.filter((each) => each !== "everything")) expect(page).toMatch(new RegExp(`<input[^>]*value="${scope}"[^>]*checked|<input[^>]*checked[^>]*value="${scope}"`));
    expect(await db.apiToken.count()).toBe(before);
  });

  it("keeps every scope that was ticked", async () => {
    const page = await (await make({ name: "kiosk", days: "0" }, ["audit:read", "people:read"])).text();
    const ticked = [...page.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes("checked"));
    expect(ticked.map((tag) => /value="([^"]+)"/.exec(tag)?.[1])).toEqual(["people:read", "audit:read"]);
  });

  it("is listed for auditors, who neither make nor revoke one, and a person's own is nobody's to see or revoke here", async () => {
    await makeToken({ service: "newsletter" }, ["customers:read"]);
    await makeToken({ personId: at.company.people.hr.id });
    const row = await db.apiToken.findFirstOrThrow({ where: { serviceName: "newsletter" } });
    const own = await db.apiToken.findFirstOrThrow({ where: { personId: at.company.people.hr.id } });
    const auditor = await new Browser(at.server).signInAs(at.company.people.auditor.id);
    const page = await (await auditor.send("/tokens")).text();
    expect([page.includes("newsletter"), page.includes(own.prefix), page.includes('value="revoke"'), page.includes("/tokens/new")]).toEqual([true, false, false, false]);
    expect((await auditor.send("/tokens?index", { form: { id: row.id } })).status).toBe(403);
    expect((await auditor.send("/tokens/new", { form: form({ name: "x", days: "1" }, ["audit:read"]) })).status).toBe(403);
    expect((await admin.send("/tokens?index", { form: { id: own.id } })).status).toBe(404);
    expect(await db.apiToken.count({ where: { id: { in: [row.id, own.id] }, revokedAt: null } })).toBe(2);
  });

  it("asks the administrator for the password again after five minutes, for making and for revoking", async () => {
    const row = await db.apiToken.findFirstOrThrow({ where: { serviceName: "newsletter" } });
    const late = await new Browser(at.server).signInAs(at.company.people.admin.id, { provedAt: new Date(Date.now() - 6 * 60_000) });
    const before = await db.apiToken.count();
    const answers = [
      await late.send("/tokens/new"),
      await late.send("/tokens/new", { form: form({ name: "x", days: "1" }, ["audit:read"]) }),
      await late.send("/tokens?index", { form: { id: row.id } }),
    ];
    expect(answers.map((answer) => answer.headers.get("Location")?.split("?")[0])).toEqual(["/sign-in/again", "/sign-in/again", "/sign-in/again"]);
    expect((await late.send("/tokens")).status).toBe(200);
    expect(await db.apiToken.count()).toBe(before);
    expect(await db.apiToken.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({ revokedAt: null });
  });

  it("is in the menu of administrators and auditors", async () => {
    for (const role of ["admin", "auditor", "hr"] as const) {
      const page = await (await (await new Browser(at.server).signInAs(at.company.people[role].id)).send("/account")).text();
      expect([role, page.includes('href="/tokens"')]).toEqual([role, role !== "hr"]);
    }
  });
});
