import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { ROLES } from "#access/roles.ts";
import { codeNow, sealSecret } from "#modules/people/sign-in/second-factor.server.ts";
import { db } from "#platform/db.server.ts";
import { tokenHash } from "#platform/secrets.server.ts";
import { startSession } from "#platform/session.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { Browser, callApi, insertSession, makeToken } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

const MINUTE = 60_000;
const CAP = 4;
let at: Secured;
beforeAll(async () => {
  at = await secured({ SESSION_MAX_PER_PERSON: String(CAP) });
});
afterEach(() => transaction((tx) => tx.statement("session.removeAll", {})));

const SIGN_IN = "/sign-in";
const place = (response: Response) => response.headers.get("Location")?.split("?")[0] ?? response.status;
const withCookie = (raw: string) => {
  const browser = new Browser(at.server);
  browser.cookies.set("__Host-tam", raw);
  return browser;
};
const signedIn = async (email: string) => {
  const browser = new Browser(at.server);
  await browser.signIn(email, at.company.password);
  return browser;
};
const endings = (personId: string) => db.auditEvent.findMany({ where: { type: "session.ended", subjectId: personId }, orderBy: { seq: "asc" }, select: { data: true, actorId: true } });

describe("a session", () => {
  it("ends half an hour after its last request, and its row with it", async () => {
    const { id } = at.company.people.hr;
    const awake = await insertSession(id, { lastSeenAt: new Date(Date.now() - 29 * MINUTE) });
    expect((await withCookie(awake).send("/account")).status).toBe(200);
    await expect.poll(async () => (await db.session.findUniqueOrThrow({ where: { id: tokenHash(awake) } })).lastSeenAt.getTime()).toBeGreaterThan(Date.now() - MINUTE);
    const asleep = await insertSession(id, { lastSeenAt: new Date(Date.now() - 30 * MINUTE) });
    expect(place(await withCookie(asleep).send("/account"))).toBe(SIGN_IN);
    expect(await db.session.findUnique({ where: { id: tokenHash(asleep) } })).toBeNull();
  });

  it("ends at its time however busy it is", async () => {
    const raw = await insertSession(at.company.people.hr.id, { expiresAt: new Date(Date.now() + 2_000) });
    const browser = withCookie(raw);
    expect((await browser.send("/account")).status).toBe(200);
    await expect.poll(async () => place(await browser.send("/account")), { timeout: 10_000 }).toBe(SIGN_IN);
    const browserOfToday = await signedIn(at.company.people.hr.email);
    const fresh = await db.session.findUniqueOrThrow({ where: { id: tokenHash(browserOfToday.cookies.get("__Host-tam") ?? "") } });
    expect(fresh.expiresAt.getTime() - fresh.createdAt.getTime()).toBe(12 * 60 * MINUTE);
  });
});

describe("more sessions than a person may have", () => {
  it("end the one started first, never the new one, and the trail says so", async () => {
    const { id, email } = at.company.people.leader;
    const browsers: Browser[] = [];
    for (let turn = 0; turn < CAP + 2; turn += 1) browsers.push(await signedIn(email));
    const alive = await Promise.all(browsers.map(async (browser) => (await browser.send("/account")).status === 200));
    expect(alive).toEqual([false, false, true, true, true, true]);
    expect((await endings(id)).map(({ data }) => JSON.parse(data) as unknown)).toEqual([{ sessions: 1, why: "limit" }, { sessions: 1, why: "limit" }]);
  });

  it("are not brought about by a password alone where a second factor is due", async () => {
    const { id, email } = at.company.people.manager2;
    await transaction((tx) => tx.update("Credential", { personId: id }, { totpSecret: sealSecret(id, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), totpEnabledAt: new Date() }));
    const own = await new Browser(at.server).signInAs(id);
    for (let turn = 0; turn < CAP + 2; turn += 1) await signedIn(email);
    expect((await own.send("/account")).status).toBe(200);
    expect(await db.session.count({ where: { personId: id, complete: false } })).toBe(CAP);
    await transaction((tx) => tx.update("Credential", { personId: id }, { totpSecret: null, totpEnabledAt: null }));
  });

  it("leave alone what ended by itself, and other people's", async () => {
    const { id, email } = at.company.people.supervisor;
    const other = await new Browser(at.server).signInAs(at.company.people.supervisor2.id);
    const own = await new Browser(at.server).signInAs(id, { createdAt: new Date(Date.now() - 60 * MINUTE) });
    for (let turn = 0; turn < CAP; turn += 1) await insertSession(id, { expiresAt: new Date(Date.now() - MINUTE) });
    for (let turn = 0; turn < CAP - 1; turn += 1) await signedIn(email);
    expect([(await own.send("/account")).status, (await other.send("/account")).status]).toEqual([200, 200]);
  });
});

describe("the identifier", () => {
  it("changes with the second factor: that of the password alone is dead", async () => {
    const { id, email } = at.company.people.manager2;
    const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    await transaction((tx) => tx.update("Credential", { personId: id }, { totpSecret: sealSecret(id, secret), totpEnabledAt: new Date(), totpLastStep: null }));
    const browser = await signedIn(email);
    const before = browser.cookies.get("__Host-tam") ?? "";
    expect(place(await browser.send("/account"))).toBe("/sign-in/code");
    expect(place(await browser.send("/sign-in/code", { form: { code: await codeNow(secret), to: "/account" } }))).toBe("/account");
    expect(browser.cookies.get("__Host-tam")).not.toBe(before);
    expect(place(await withCookie(before).send("/account"))).toBe(SIGN_IN);
    await transaction((tx) => tx.update("Credential", { personId: id }, { totpSecret: null, totpEnabledAt: null }));
  });

  it("is dead once the roles it stood for have changed", async () => {
    const person = at.company.people.frontline2;
    const own = await new Browser(at.server).signInAs(person.id);
    const admin = await new Browser(at.server).signInAs(at.company.people.admin.id);
    expect((await admin.send(`/people/${person.id}/roles`, { form: { held: "frontline@own", role: "supervisor", scopeKind: "team" } })).status).toBe(303);
    expect(place(await own.send("/account"))).toBe(SIGN_IN);
  });
});

describe("ending sessions", () => {
  it("of all one's other devices leaves this one", async () => {
    const { id } = at.company.people.manager;
    const [here, ...others] = [await new Browser(at.server).signInAs(id), await new Browser(at.server).signInAs(id), await new Browser(at.server).signInAs(id)];
    expect((await here.send("/account?index", { form: { intent: "end-others" } })).status).toBe(303);
    expect((await here.send("/account")).status).toBe(200);
    for (const other of others) expect(place(await other.send("/account"))).toBe(SIGN_IN);
  });

  it("is an administrator's to do for somebody, whose tokens go on, and stands in the trail", async () => {
    const { id } = at.company.people.manager;
    const browsers = [await new Browser(at.server).signInAs(id), await new Browser(at.server).signInAs(id)];
    const token = await makeToken({ personId: id });
    const admin = await new Browser(at.server).signInAs(at.company.people.admin.id);
    expect(await (await admin.send(`/people/${id}/access`)).text()).toContain('value="end-sessions"');
    expect((await admin.send(`/people/${id}/access`, { form: { intent: "end-sessions" } })).status).toBe(303);
    for (const browser of browsers) expect(place(await browser.send("/account"))).toBe(SIGN_IN);
    expect((await callApi(at.server, token, "/api/v1/people")).status).toBe(200);
    expect((await endings(id)).at(-1)).toEqual({ data: '{"sessions":2,"why":"administrator"}', actorId: at.company.people.admin.id });
    const hr = await new Browser(at.server).signInAs(at.company.people.hr.id);
    expect(await (await hr.send(`/people/${id}/access`)).text()).not.toContain('value="end-sessions"');
    expect((await hr.send(`/people/${id}/access`, { form: { intent: "end-sessions" } })).status).toBe(403);
  });

  it("is an administrator's to do for everybody but themselves", async () => {
    const others = await Promise.all(ROLES.filter((role) => role !== "admin").map((role) => new Browser(at.server).signInAs(at.company.people[role].id)));
    const admin = await new Browser(at.server).signInAs(at.company.people.admin.id);
    expect((await admin.send("/organisation?index", { form: { intent: "end-sessions" } })).status).toBe(303);
    for (const other of others) expect(place(await other.send("/account"))).toBe(SIGN_IN);
    expect((await admin.send("/organisation")).status).toBe(200);
    expect((await endings("1")).at(-1)).toEqual({ data: JSON.stringify({ sessions: others.length, why: "administrator" }), actorId: at.company.people.admin.id });
    const hr = await new Browser(at.server).signInAs(at.company.people.hr.id);
    expect((await hr.send("/organisation?index", { form: { intent: "end-sessions" } })).status).toBe(403);
  });

  it("comes with removing a second factor that somebody lost", async () => {
    const { id, email } = at.company.people.leader2;
    await transaction((tx) => tx.update("Credential", { personId: id }, { totpSecret: sealSecret(id, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), totpEnabledAt: new Date() }));
    const own = await new Browser(at.server).signInAs(id);
    const admin = await new Browser(at.server).signInAs(at.company.people.admin.id);
    expect((await admin.send(`/people/${id}/access`, { form: { intent: "remove-factor" } })).status).toBe(303);
    expect(place(await own.send("/account"))).toBe(SIGN_IN);
    expect(place(await (await signedIn(email)).send("/account"))).toBe(200);
    const hr = await new Browser(at.server).signInAs(at.company.people.hr.id);
    expect((await hr.send(`/people/${id}/access`, { form: { intent: "remove-factor" } })).status).toBe(403);
  });

  it("comes with deactivation on the administrator's screen, on every device and for every token, at the next request", async () => {
    const { id } = at.company.people.frontline3;
    const browsers = [await new Browser(at.server).signInAs(id), await new Browser(at.server).signInAs(id)];
    const token = await makeToken({ personId: id });
    for (const browser of browsers) expect((await browser.send("/account")).status).toBe(200);
    const admin = await new Browser(at.server).signInAs(at.company.people.admin.id);
    expect((await admin.send(`/people/${id}/access`, { form: { intent: "deactivate" } })).status).toBe(303);
    for (const browser of browsers) expect(place(await browser.send("/account"))).toBe(SIGN_IN);
    expect((await callApi(at.server, token, "/api/v1/people")).status).toBe(401);
  });
});

describe("changing somebody's e-mail, roles or ways in", () => {
  it.each(["edit", "roles", "access"])("asks the administrator for the password again after five minutes: %s", async (page) => {
    const person = at.company.people.hr2;
    const late = await new Browser(at.server).signInAs(at.company.people.admin.id, { provedAt: new Date(Date.now() - 6 * MINUTE) });
    const before = await db.person.findUniqueOrThrow({ where: { id: person.id }, include: { roles: true } });
    const form = { name: "X", email: "taken-over@demo.tam", held: "hr@all", role: "admin", intent: "reset" };
    expect([place(await late.send(`/people/${person.id}/${page}`)), place(await late.send(`/people/${person.id}/${page}`, { form }))]).toEqual(["/sign-in/again", "/sign-in/again"]);
    expect(await db.person.findUniqueOrThrow({ where: { id: person.id }, include: { roles: true } })).toEqual(before);
    expect(await db.oneTimeLink.count({ where: { personId: person.id } })).toBe(0);
  });
});

describe("a thousand identifiers", () => {
  it("are all different, of at least 128 bits", async () => {
    const replaces = new Request("http://localhost/");
    const ids = new Set<string>();
    for (let turn = 0; turn < 1_000; turn += 1) {
      ids.add((await startSession({ personId: at.company.people.hr2.id, replaces, complete: true, address: null, alongside: async () => {} })).started);
    }
    expect(ids.size).toBe(1_000);
    expect([...ids].every((id) => /^[a-z2-7]{40}$/.test(id))).toBe(true);
    const [first] = ids;
    const differs = Array.from({ length: 40 }, (_, place) => new Set([...ids].map((id) => id[place])).size);
    expect([first?.length, Math.min(...differs)]).toEqual([40, 32]);
  });
});
