import { hash } from "@node-rs/argon2";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSignInLink } from "#modules/people/public.server.ts";
import { sealSecret } from "#modules/people/sign-in/second-factor.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedByOperator } from "#tests/support/asked.ts";
import { Browser, startServer, type TestServer } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

let at: Secured;
/** The same installation behind a proxy and with a mail server that never answers. */
let proxied: TestServer;

beforeAll(async () => {
  at = await secured();
  proxied = await startServer(at.database.url, { TRUST_PROXY: "1", SMTP_URL: "smtp://127.0.0.1:9", RATE_LIMIT_SIGN_IN_ADDRESS_POINTS: "10000", RATE_LIMIT_LINK_POINTS: "10000" });
});
beforeEach(() =>
  transaction(async (tx) => {
    const rows = await tx.list("RateLimit", {});
    if (rows.length > 0) await tx.remove("RateLimit", { key: rows.map(({ key }) => key) });
  }),
);

type Key = keyof Secured["company"]["people"];
const credential = (key: Key) => db.credential.findUniqueOrThrow({ where: { personId: at.company.people[key].id } });
const statusOf = async (key: Key, password: string) => (await new Browser(at.server).signIn(at.company.people[key].email, password)).status;
const linkFor = async (key: Key) => (await createSignInLink(askedByOperator(new Date()), at.company.people[key].id, "reset")).path;
const choose = async (path: string, password: string) => (await new Browser(at.server).send(path, { form: { password } })).status;

const LONG = "Câu rất dài mà ai cũng nhớ được! ".repeat(9).slice(0, 255) + "Z";

describe("a password", () => {
  it.each<[string, Key, string, string[]]>([
    ["of 256 characters, its last one included", "hr", LONG, [`${LONG.slice(0, -1)}Y`, LONG.slice(0, -1), LONG.slice(0, 72)]],
    ["of 64 characters", "hr2", LONG.slice(0, 64), [LONG.slice(0, 63), `${LONG.slice(0, 63)}.`]],
    ["with emoji", "auditor", "🌧️ trời mưa suốt đêm 🌧️", ["trời mưa suốt đêm", "🌧 trời mưa suốt đêm 🌧"]],
    ["with spaces around it and capitals in it", "supervisor2", "  Bốn Mùa Thay Lá  ", ["Bốn Mùa Thay Lá", "  bốn mùa thay lá  "]],
  ])("is taken exactly as typed: %s", async (_name, key, password, others) => {
    expect(await choose(await linkFor(key), password)).toBe(303);
    expect(await statusOf(key, password)).toBe(303);
    for (const other of others) expect(await statusOf(key, other)).toBe(422);
  });

  it.each(["ngắn quá", `${LONG}${LONG}`, "password123456", "frontline@demo.tam1", "khoiKhoi2026!!"])("that is too short, too long, common or about its owner is refused: %s", async (password) => {
    const path = await linkFor("frontline");
    const before = await credential("frontline");
    expect(await choose(path, password)).toBe(422);
    expect(await credential("frontline")).toEqual(before);
    expect((await new Browser(at.server).send(path)).status).toBe(200);
  });

  it("is stored as argon2id with 19 MiB and two passes; what was hashed with less is hashed anew at sign-in", async () => {
    const PARAMETERS = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
    expect((await credential("frontline")).passwordHash).toMatch(PARAMETERS);
    const weak = await hash("mot mat khau kieu cu", { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await transaction((tx) => tx.update("Credential", { personId: at.company.people.manager2.id }, { passwordHash: weak }));
    expect(await statusOf("manager2", "mot mat khau kieu cu")).toBe(303);
    expect((await credential("manager2")).passwordHash).toMatch(PARAMETERS);
    expect(await statusOf("manager2", "mot mat khau kieu cu")).toBe(303);
  });

  it("is changed with the current one alone; a wrong one is in the trail and changes nothing", async () => {
    const person = at.company.people.supervisor;
    const browser = await new Browser(at.server).signInAs(person.id);
    const before = await credential("supervisor");
    const refused = await browser.send("/account/password", { form: { currentPassword: "not the current one", newPassword: "cau moi dai va de nho" } });
    expect(refused.status).toBe(422);
    expect(await credential("supervisor")).toEqual(before);
    const last = await db.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect([last.type, last.subjectId, last.data]).toEqual(["sign-in.refused", person.id, '{"at":"proof"}']);
    expect((await browser.send("/account/password", { form: { newPassword: "cau moi dai va de nho" } })).status).toBe(422);
  });

  it("is typed into fields that hide it and that password managers know", async () => {
    const signedIn = await new Browser(at.server).signInAs(at.company.people.frontline.id);
    const fields = async (browser: Browser, path: string) =>
      [...(await (await browser.send(path)).text()).matchAll(/<input[^>]*name="(?:password|currentPassword|newPassword)"[^>]*>/g)].map(([tag]) => [/type="(\w+)"/.exec(tag)?.[1], /autoComplete="([\w-]+)"/i.exec(tag)?.[1], /onpaste/i.test(tag)]);
    const nobody = new Browser(at.server);
    expect(await fields(nobody, "/sign-in")).toEqual([["password", "current-password", false]]);
    expect(await fields(nobody, await linkFor("frontline"))).toEqual([["password", "new-password", false]]);
    expect(await fields(signedIn, "/sign-in/again")).toEqual([["password", "current-password", false]]);
    expect(await fields(signedIn, "/account/password")).toEqual([["password", "current-password", false], ["password", "new-password", false]]);
  });
});

describe("a one-time link", () => {
  it("works once, dies when the password is changed, and lets nobody past a second factor", async () => {
    const person = at.company.people.leader2;
    const stale = await linkFor("leader2");
    const browser = await new Browser(at.server).signInAs(person.id);
    expect((await browser.send("/account/password", { form: { currentPassword: at.company.password, newPassword: "gio mua dong bac ve" } })).status).toBe(303);
    expect(await choose(stale, "nang am sau con mua")).toBe(404);

    await transaction((tx) => tx.update("Credential", { personId: person.id }, { totpSecret: sealSecret(person.id, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), totpEnabledAt: new Date() }));
    const path = await linkFor("leader2");
    expect(await choose(path, "nang am sau con mua")).toBe(303);
    expect(await choose(path, "mot cau khac nua day")).toBe(404);
    expect((await browser.send("/account")).headers.get("Location")).toMatch(/^\/sign-in\?/);
    const next = new Browser(at.server);
    expect((await next.signIn(person.email, "nang am sau con mua")).headers.get("Location")).toMatch(/^\/sign-in\/code/);
    expect((await next.send("/account")).headers.get("Location")).toMatch(/^\/sign-in\/code/);
  });

  it("is asked for with the same answer by whoever has an account and whoever has not", async () => {
    const asked = async (email: string) => {
      const response = await new Browser(proxied).send("/sign-in/forgot", { form: { email } });
      const body = (await response.text()).replaceAll(/nonce="[^"]*"/g, "").replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "now").replaceAll(email, "e-mail");
      return [response.status, response.headers.get("Location"), response.headers.getSetCookie().length, body];
    };
    await transaction((tx) => tx.update("Person", { id: at.company.people.frontline3.id }, { active: false }));
    const answers = [await asked("frontline2@demo.tam"), await asked("nobody00@demo.tam"), await asked("frontline3@demo.tam")];
    expect(answers[0]?.[0]).toBe(200);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await db.outboxMessage.count({ where: { channel: "email", recipient: "frontline2@demo.tam" } })).toBe(1);
  });
});

describe("whoever guesses", () => {
  const guess = async (server: TestServer, password: string, address: string) =>
    (await new Browser(server).signIn(at.company.people.leader.email, password, { "X-Forwarded-For": address })).status;

  it("from one address keeps nobody at another from signing in with the right password", async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) statuses.push(await guess(proxied, "wrong-wrong-wrong", "198.51.100.7"));
    expect(statuses.at(-1)).toBe(429);
    expect(await guess(proxied, at.company.password, "198.51.100.7")).toBe(429);
    expect(await guess(proxied, at.company.password, "198.51.100.8")).toBe(303);
  });

  it("gains nothing by naming other addresses where no proxy is trusted, and stands in the trail with the real one", async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) statuses.push(await guess(at.server, "wrong-wrong-wrong", `203.0.113.${turn}`));
    expect(statuses.at(-1)).toBe(429);
    const keys = (await db.rateLimit.findMany({ select: { key: true } })).map(({ key }) => key);
    expect(keys.some((key) => key.includes("203.0.113"))).toBe(false);
    const refused = await db.auditEvent.findMany({ where: { type: "sign-in.refused", subjectId: at.company.people.leader.id }, orderBy: { seq: "desc" }, take: 5 });
    expect(JSON.stringify(refused, (_key, value: unknown) => (typeof value === "bigint" ? Number(value) : value))).not.toContain("203.0.113");
  });
});
