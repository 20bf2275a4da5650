import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { codeNow } from "#modules/people/sign-in/second-factor.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { Browser, callApi, makeToken } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

let at: Secured;
beforeAll(async () => {
  at = await secured();
});

const cookieLine = (response: Response) => response.headers.getSetCookie().find((line) => line.startsWith("__Host-tam=")) ?? "";
const signedIn = async (email = at.company.people.hr.email) => {
  const browser = new Browser(at.server);
  const response = await browser.signIn(email, at.company.password);
  return { browser, response };
};
const whereTo = (response: Response) => [response.status, response.headers.get("Location")?.split("?")[0]];
const SIGN_IN = [303, "/sign-in"];

describe("the session's cookie", () => {
  it("is one, secure, for this host, unreadable by scripts, and small", async () => {
    const { response } = await signedIn();
    expect(whereTo(response)).toEqual([303, "/account"]);
    const line = cookieLine(response);
    for (const part of ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"]) expect(line.toLowerCase()).toContain(part.toLowerCase());
    expect(line.toLowerCase()).not.toContain("domain=");
    expect(line.length).toBeLessThan(400);
  });

  it("holds what the database does not", async () => {
    const { browser } = await signedIn();
    const raw = browser.cookies.get("__Host-tam") ?? "";
    expect(raw.length).toBeGreaterThanOrEqual(32);
    const files = [at.database.path, `${at.database.path}-wal`].map((file) => readFileSync(file).toString("latin1"));
    expect(files.some((text) => text.includes(raw))).toBe(false);
  });

  it("never stands in a page, an address or the log", async () => {
    const { browser } = await signedIn();
    const raw = browser.cookies.get("__Host-tam") ?? "";
    for (const path of ["/account", "/account/tokens", "/account?_data=routes%2F_app.account._index"]) {
      expect(await (await browser.send(path)).text()).not.toContain(raw);
    }
    expect(at.server.output()).not.toContain(raw);
  });
});

describe("the session's identifier", () => {
  it("is never the one a stranger chose", async () => {
    const browser = new Browser(at.server);
    browser.cookies.set("__Host-tam", "a".repeat(43));
    await browser.signIn(at.company.people.hr.email, at.company.password);
    expect(browser.cookies.get("__Host-tam")).not.toBe("a".repeat(43));
  });

  it("changes at sign-in, and the earlier one is dead", async () => {
    const { browser } = await signedIn();
    const before = browser.cookieHeader;
    await browser.signIn(at.company.people.hr.email, at.company.password);
    expect(browser.cookieHeader).not.toBe(before);
    expect(whereTo(await new Browser(at.server).send("/account", { headers: { Cookie: before } }))).toEqual(SIGN_IN);
  });

  it("changes when the password is proved again and when it is changed; other devices are signed out", async () => {
    const { browser } = await signedIn(at.company.people.leader2.email);
    const { browser: other } = await signedIn(at.company.people.leader2.email);
    const first = browser.cookieHeader;
    await browser.send("/sign-in/again", { form: { password: at.company.password, to: "/account" } });
    const second = browser.cookieHeader;
    expect(second).not.toBe(first);
    const changed = await browser.send("/account/password", { form: { currentPassword: at.company.password, newPassword: "cau moi dai va de nho" } });
    expect(whereTo(changed)).toEqual([303, "/account"]);
    for (const dead of [first, second]) expect(whereTo(await new Browser(at.server).send("/account", { headers: { Cookie: dead } }))).toEqual(SIGN_IN);
    expect(whereTo(await other.send("/account"))).toEqual(SIGN_IN);
    expect((await browser.send("/account")).status).toBe(200);
  });
});

describe("signing out", () => {
  it("deletes the session, tells the browser to forget, and is not done by looking", async () => {
    const { browser } = await signedIn();
    await browser.send("/sign-out");
    expect((await browser.send("/account")).status).toBe(200);
    const before = browser.cookieHeader;
    const response = await browser.send("/sign-out", { form: {} });
    expect(response.headers.get("Clear-Site-Data")).toContain("storage");
    expect(cookieLine(response)).toMatch(/Max-Age=0/i);
    for (const path of ["/account", "/account?_data=routes%2F_app.account._index"]) {
      const replay = await new Browser(at.server).send(path, { headers: { Cookie: before } });
      expect([303, 204]).toContain(replay.status);
    }
  });

  it("reaches every device when asked to", async () => {
    const [{ browser }, { browser: other }] = [await signedIn(at.company.people.manager.email), await signedIn(at.company.people.manager.email)];
    await browser.send("/sign-out", { form: { everywhere: "1" } });
    expect(whereTo(await other.send("/account"))).toEqual(SIGN_IN);
  });

  it("reaches one other device by its public id, never somebody else's", async () => {
    const [{ browser }, { browser: other }] = [await signedIn(at.company.people.supervisor.email), await signedIn(at.company.people.supervisor.email)];
    const rows = await db.session.findMany({ where: { personId: at.company.people.supervisor.id }, orderBy: { createdAt: "asc" } });
    const device = rows.at(-1)?.publicId ?? "";
    const { browser: stranger } = await signedIn(at.company.people.frontline.email);
    expect((await stranger.send("/account?index", { form: { intent: "end-device", device } })).status).toBe(404);
    await browser.send("/account?index", { form: { intent: "end-device", device } });
    expect(whereTo(await other.send("/account"))).toEqual(SIGN_IN);
    expect((await browser.send("/account")).status).toBe(200);
  });
});

describe("rights", () => {
  it("end with deactivation at the very next request, tokens included", async () => {
    const { frontline3 } = at.company.people;
    const { browser } = await signedIn(frontline3.email);
    const token = await makeToken({ personId: frontline3.id });
    expect((await callApi(at.server, token, "/api/v1/people")).status).not.toBe(401);
    await transaction((tx) => tx.update("Person", { id: frontline3.id }, { active: false }));
    expect(whereTo(await browser.send("/account"))).toEqual(SIGN_IN);
    expect((await callApi(at.server, token, "/api/v1/people")).status).toBe(401);
  });

  it("follow a change of roles at the very next request", async () => {
    const { browser } = await signedIn(at.company.people.auditor.email);
    expect((await browser.send("/audit")).status).toBe(200);
    await transaction((tx) => tx.update("RoleAssignment", { personId: at.company.people.auditor.id }, { role: "frontline", scopeKind: "own" }));
    expect((await browser.send("/audit")).status).toBe(403);
    await transaction((tx) => tx.update("RoleAssignment", { personId: at.company.people.auditor.id }, { role: "auditor", scopeKind: "all" }));
  });
});

describe("sensitive acts", () => {
  it.each([["/account/tokens", { name: "x", days: "1" }], ["/account/second-factor", { intent: "remove" }]])("at %s ask for the password again after five minutes", async (path, form) => {
    const browser = await new Browser(at.server).signInAs(at.company.people.hr2.id, { provedAt: new Date(Date.now() - 6 * 60_000) });
    const before = await db.apiToken.count();
    expect(whereTo(await browser.send(path))).toEqual([303, "/sign-in/again"]);
    expect(whereTo(await browser.send(path, { form }))).toEqual([303, "/sign-in/again"]);
    expect(await db.apiToken.count()).toBe(before);
    await browser.send("/sign-in/again", { form: { password: at.company.password, to: path } });
    expect((await browser.send(path)).status).toBe(200);
  });
});

describe("a role that needs a second factor", () => {
  it("reaches nothing but its set-up until it is set up, then signs in with a code that works once", async () => {
    const person = at.company.people.manager2;
    await transaction((tx) => tx.update("Organisation", { id: 1 }, { requireTotp: true }));
    try {
      const { browser } = await signedIn(person.email);
      for (const path of ["/account", "/notifications", "/account/tokens"]) expect(whereTo(await browser.send(path))).toEqual([303, "/account/second-factor"]);
      const html = await (await browser.send("/account/second-factor")).text();
      const [, sealed = ""] = /name="sealed" value="([^"]+)"/.exec(html) ?? [];
      const [, spaced = ""] = /font-mono text-lg break-all">([A-Z2-7 ]+)/.exec(html) ?? [];
      const secret = spaced.replaceAll(" ", "");
      expect(secret).toMatch(/^[A-Z2-7]{32}$/);
      const done = await browser.send("/account/second-factor", { form: { sealed, code: await codeNow(secret) } });
      expect((await done.text()).match(/[A-Z2-7]{5}-[A-Z2-7]{5}/g)?.length).toBeGreaterThanOrEqual(10);
      expect((await browser.send("/account")).status).toBe(200);

      await transaction((tx) => tx.update("Credential", { personId: person.id }, { totpLastStep: null }));
      const { browser: next, response } = await signedIn(person.email);
      expect(whereTo(response)).toEqual([303, "/sign-in/code"]);
      expect(whereTo(await next.send("/account"))).toEqual([303, "/sign-in/code"]);
      const otp = await codeNow(secret);
      const { browser: rival } = await signedIn(person.email);
      const answers = await Promise.all([next, rival].map((each) => each.send("/sign-in/code", { form: { code: otp, to: "/account" } })));
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    } finally {
      await transaction((tx) => tx.update("Organisation", { id: 1 }, { requireTotp: false }));
    }
  });
});
