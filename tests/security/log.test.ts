import { beforeAll, describe, expect, it } from "vitest";
import { codeNow, sealSecret } from "#modules/people/sign-in/second-factor.server.ts";
import { createSignInLink } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedByOperator } from "#tests/support/asked.ts";
import { Browser, callApi, makeToken } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

let at: Secured;
beforeAll(async () => {
  at = await secured({ LOG_LEVEL: "trace" });
});

type Line = Readonly<Record<string, unknown>>;
const lines = (): Line[] => at.server.output().split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Line);
/** The lines of one request, once its last one is there. */
async function linesOf(response: Response): Promise<Line[]> {
  const requestId = response.headers.get("X-Request-Id");
  await expect.poll(() => lines().some((line) => line["requestId"] === requestId && line["msg"] === "request")).toBe(true);
  return lines().filter((line) => line["requestId"] === requestId);
}

describe("the log", () => {
  it("holds no password, code, cookie, token, link, number or note of a day's work", async () => {
    const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const person = at.company.people.leader;
    await transaction((tx) => tx.update("Credential", { personId: person.id }, { totpSecret: sealSecret(person.id, SECRET), totpEnabledAt: new Date() }));
    const canaries = new Set<string>([at.company.password, "canary-wrong-password", "canary-typed-note", "0987654321", "987654321", SECRET]);
    const browser = new Browser(at.server);
    const keep = () => void canaries.add(browser.cookies.get("__Host-tam") ?? "no-cookie-yet");

    await browser.signIn(person.email, "canary-wrong-password");
    await browser.signIn(person.email, at.company.password);
    keep();
    const code = await codeNow(SECRET);
    await browser.send("/sign-in/code", { form: { code, to: "/account" } });
    keep();
    const made = await (await browser.send("/account/tokens", { form: { name: "till", days: "1" } })).text();
    const token = /tam_[A-Za-z0-9_-]{43}/.exec(made)?.[0] ?? "";
    canaries.add(token);
    await callApi(at.server, token, "/api/v1/customers/lookup", { json: { phone: "0987654321" } });
    await callApi(at.server, token, "/api/v1/customers/C-1001/notes", { json: { text: "canary-typed-note" } });
    await callApi(at.server, `${token}x`, "/api/v1/people?q=canary");
    const clerk = await new Browser(at.server).signInAs(at.company.people.frontline.id);
    await clerk.send("/decide", { form: { intent: "look-up", who: "0987654321" } });
    await clerk.send("/customers?index", { form: { key: "0987654321" } });
    const { path } = await createSignInLink(askedByOperator(new Date()), at.company.people.hr2.id, "reset");
    canaries.add(path.slice(6));
    const last = await new Browser(at.server).send(path, { form: { password: "canary-wrong-password 2" } });

    await linesOf(last);
    const text = at.server.output();
    expect(lines().length).toBeGreaterThanOrEqual(10);
    for (const canary of canaries) expect(text.includes(canary), `the log holds ${canary.slice(0, 6)}…`).toBe(false);
    expect(lines().some((line) => Object.values(line).includes(code))).toBe(false);
    expect(lines().every((line) => typeof line["time"] === "string" && typeof line["level"] === "string")).toBe(true);
  });

  it("says who was refused what, on a page and over the API, with the request's id and the address", async () => {
    const { id } = at.company.people.frontline;
    const clerk = await new Browser(at.server).signInAs(id);
    const refused = await clerk.send("/audit");
    expect(refused.status).toBe(403);
    expect(await linesOf(refused)).toContainEqual(expect.objectContaining({ level: "warn", msg: "permission refused", personId: id, action: "audit.read", path: "/audit", address: expect.stringMatching(/127\.0\.0\.1|::1/) as string }));

    const token = await makeToken({ service: "campaigns" }, ["customers:read"]);
    const call = await callApi(at.server, token, "/api/v1/audit");
    expect(call.status).toBe(403);
    expect(await linesOf(call)).toContainEqual(expect.objectContaining({ msg: "permission refused", personId: null, via: "campaigns", action: "audit.read" }));
  });

  it("says where a form of another site came from", async () => {
    const refused = await fetch(new URL("/account/password", at.server.origin), { method: "POST", headers: { Origin: "https://evil.example" }, body: "a=b" });
    expect(refused.status).toBe(403);
    expect(await linesOf(refused)).toContainEqual(expect.objectContaining({ level: "warn", msg: "cross-origin request refused", origin: "https://evil.example", path: "/account/password" }));
  });
});

describe("the audit trail", () => {
  it("tells of each act who, from where, when and in which request", async () => {
    const person = at.company.people.hr;
    const browser = new Browser(at.server);
    const began = new Date();
    const answers = [
      await browser.signIn(person.email, "not the password"),
      await browser.signIn(person.email, at.company.password),
      await browser.send("/account/tokens", { form: { name: "x", days: "1" } }),
      await browser.send(`/people/${at.company.people.frontline2.id}/roles`, { form: { held: "frontline@own", role: "supervisor", scopeKind: "team" } }),
      await browser.send("/customers/export"),
      await browser.send("/sign-out", { form: {} }),
    ];
    const events = await db.auditEvent.findMany({ where: { requestId: { in: answers.map((answer) => answer.headers.get("X-Request-Id") ?? "") } }, orderBy: { seq: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["sign-in.refused", "sign-in.succeeded", "token.created", "person.roles-assigned", "customers.exported", "session.ended"]);
    for (const event of events) {
      expect(event.address).toMatch(/127\.0\.0\.1|::1/);
      expect(event.at.getTime()).toBeGreaterThanOrEqual(began.getTime());
      expect(event.actorId).toBe(event.type === "sign-in.refused" ? null : person.id);
      expect(answers.map((answer) => answer.headers.get("X-Request-Id"))).toContain(event.requestId);
    }
  });
});
