import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TOKEN_SCOPES } from "#access/actor.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { installMessages } from "#composition/messages.server.ts";
import { createToken, listTokens, revokeToken } from "#modules/people/sign-in/access-tokens.server.ts";
import { completeSignIn } from "#modules/people/sign-in/complete-sign-in.server.ts";
import { enrolSecondFactor } from "#modules/people/sign-in/enrol-second-factor.server.ts";
import { redeemSignInLink, linkSubject } from "#modules/people/sign-in/redeem-link.server.ts";
import { codeNow, offerSecondFactor } from "#modules/people/sign-in/second-factor.server.ts";
import { issueSetupLink, isSetupLink, setUp } from "#modules/people/sign-in/set-up.server.ts";
import { type SetUpFields } from "#modules/people/sign-in/set-up-fields.ts";
import { signIn } from "#modules/people/sign-in/sign-in.server.ts";
import { createSignInLink, resetSecondFactor } from "#modules/people/sign-in/sign-in-links.server.ts";
import { db } from "#platform/db.server.ts";
import { readSession, type SessionFacts } from "#platform/session.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

let company: SmallCompany;
let now: Date;

beforeAll(installMessages);
beforeEach(async () => {
  await useTestDatabase();
  now = new Date();
  company = await seedSmallCompany(now);
});

const visitor = { requestId: "r", address: "192.0.2.7" };
const request = (cookie?: string) => new Request("http://localhost/", { headers: cookie === undefined ? {} : { Cookie: `__Host-tam=${cookie}` } });
const code = (name: string) => expect.objectContaining({ code: name });
const faultAt = (path: string, fault: string) => expect.objectContaining({ errors: [expect.objectContaining({ path, code: fault }) as unknown] });

async function sessionOf(raw: string): Promise<SessionFacts> {
  const session = await readSession(request(raw));
  if (session === null) throw new Error("no session");
  return session;
}

async function enrolled(): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  const person = company.people.hr;
  const { started } = await signIn({ email: person.email, password: company.password }, request(), visitor);
  const offer = await offerSecondFactor(person.id, person.email);
  const secret = offer.secret.replaceAll(" ", "");
  const done = await enrolSecondFactor(await actorOf(person), await sessionOf(started), { sealed: offer.sealed, code: await codeNow(secret) }, request(started));
  // The step that confirmed it counts as used: the test goes on as if half a minute had passed.
  await transaction((tx) => tx.update("Credential", { personId: person.id }, { totpLastStep: null }));
  return { secret, recoveryCodes: done.recoveryCodes };
}

describe("signing in", () => {
  it("takes e-mail and password, stores only a hash of the session and writes one event", async () => {
    const { people, password } = company;
    const signedIn = await signIn({ email: ` ${people.hr.email.toUpperCase()} `, password }, request(), visitor);
    expect(signedIn.complete).toBe(true);
    const rows = await db.session.findMany();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(signedIn.started);
    expect(await db.auditEvent.count({ where: { type: "sign-in.succeeded", actorId: people.hr.id } })).toBe(1);
  });

  it.each([
    ["a wrong password", "hr@demo.tam", "not-the-password-at-all"],
    ["an unknown address", "nobody@demo.tam", "mot-cau-dai-de-nho"],
    ["a password with another case", "hr@demo.tam", "Mot-cau-dai-de-nho"],
    ["a password that is cut", "hr@demo.tam", "mot-cau-dai-de-nh"],
  ])("refuses %s with the same answer", async (_name, email, password) => {
    await expect(signIn({ email, password }, request(), visitor)).rejects.toEqual(code("sign_in_mismatch"));
    expect(await db.session.count()).toBe(0);
    expect(await db.auditEvent.count({ where: { type: "sign-in.refused" } })).toBe(1);
  });

  it("refuses somebody deactivated", async () => {
    await transaction((tx) => tx.update("Person", { id: company.people.hr.id }, { active: false }));
    await expect(signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor)).rejects.toEqual(code("sign_in_mismatch"));
  });

  it("ends the session the browser came with", async () => {
    const first = await signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor);
    await signIn({ email: "hr@demo.tam", password: company.password }, request(first.started), visitor);
    expect(await readSession(request(first.started))).toBe(null);
  });

  it("slows down after five wrong tries, also when they come at once, and lets other addresses in", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => signIn({ email: "hr@demo.tam", password: "wrong-wrong-wrong" }, request(), visitor)));
    const codes = tries.map((each) => (each.status === "rejected" ? (each.reason as { code: string }).code : "in"));
    expect(codes.filter((each) => each === "sign_in_mismatch").length).toBeLessThanOrEqual(5);
    expect(codes).toContain("rate_limited");
    await expect(signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor)).rejects.toEqual(code("rate_limited"));
    expect((await signIn({ email: "hr@demo.tam", password: company.password }, request(), { ...visitor, address: "198.51.100.9" })).complete).toBe(true);
  });
});

describe("a session", () => {
  it.each([
    ["after its twelve hours, however busy", { expiresAt: new Date(Date.now() - 1_000) }],
    ["after half an hour without a request", { lastSeenAt: new Date(Date.now() - 31 * 60_000) }],
  ])("ends %s", async (_name, set) => {
    const { started } = await signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor);
    await transaction((tx) => tx.update("Session", { personId: company.people.hr.id }, set));
    expect(await readSession(request(started))).toBe(null);
    expect(await db.session.count()).toBe(0);
  });

  it("ends with the person's activity", async () => {
    const { started } = await signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor);
    await transaction((tx) => tx.update("Person", { id: company.people.hr.id }, { active: false }));
    expect(await readSession(request(started))).toBe(null);
  });
});

describe("the second factor", () => {
  it("is asked for once it is set up, and its code completes the session under another identifier", async () => {
    const { secret } = await enrolled();
    const pending = await signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor);
    expect(pending.complete).toBe(false);
    const done = await completeSignIn(await sessionOf(pending.started), await codeNow(secret), request(pending.started), visitor);
    expect(await readSession(request(pending.started))).toBe(null);
    expect((await sessionOf(done.started)).complete).toBe(true);
  });

  it("takes each code once, whoever comes first", async () => {
    const { secret } = await enrolled();
    const otp = await codeNow(secret);
    const pending = await Promise.all([1, 2].map(() => signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor)));
    const answers = await Promise.allSettled(pending.map(async ({ started }) => completeSignIn(await sessionOf(started), otp, request(started), visitor)));
    expect(answers.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    const again = await signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor);
    await expect(completeSignIn(await sessionOf(again.started), otp, request(again.started), visitor)).rejects.toEqual(faultAt("code", "code_mismatch"));
  });

  it("may be replaced by each of ten recovery codes once", async () => {
    const { recoveryCodes } = await enrolled();
    expect(new Set(recoveryCodes).size).toBe(10);
    const stored = JSON.stringify(await db.recoveryCode.findMany());
    expect(recoveryCodes.some((each) => stored.includes(each.replace("-", "")))).toBe(false);
    const use = async () => {
      const { started } = await signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor);
      return completeSignIn(await sessionOf(started), (recoveryCodes[3] ?? "").toLowerCase(), request(started), visitor);
    };
    await use();
    await expect(use()).rejects.toEqual(faultAt("code", "code_mismatch"));
  });

  it("keeps its secret encrypted", async () => {
    const { secret } = await enrolled();
    const row = await db.credential.findUniqueOrThrow({ where: { personId: company.people.hr.id } });
    expect(row.totpSecret).not.toContain(secret);
  });

  it("can be taken away by an administrator, which ends the sessions", async () => {
    await enrolled();
    await resetSecondFactor(await askedBy(company.people.admin, now), company.people.hr.id);
    expect(await db.session.count({ where: { personId: company.people.hr.id } })).toBe(0);
    expect((await signIn({ email: "hr@demo.tam", password: company.password }, request(), visitor)).complete).toBe(true);
  });
});

describe("a one-time link", () => {
  const token = (path: string) => path.split("/").at(-1) ?? "";

  it("sets a password once, ends the sessions and leaves the second factor due", async () => {
    await enrolled();
    const { path } = await createSignInLink(await askedBy(company.people.admin, now), company.people.hr.id, "reset");
    await redeemSignInLink(token(path), "mot mat khau hoan toan moi", visitor);
    expect(await db.session.count({ where: { personId: company.people.hr.id } })).toBe(0);
    expect((await signIn({ email: "hr@demo.tam", password: "mot mat khau hoan toan moi" }, request(), visitor)).complete).toBe(false);
    await expect(redeemSignInLink(token(path), "va them mot mat khau nua", visitor)).rejects.toEqual(code("not_found"));
  });

  it("is stored as a hash, and dies with a newer one and with its time", async () => {
    const asked = await askedBy(company.people.admin, now);
    const first = await createSignInLink(asked, company.people.frontline.id, "invitation");
    const second = await createSignInLink(asked, company.people.frontline.id, "invitation");
    expect(JSON.stringify(await db.oneTimeLink.findMany())).not.toContain(token(second.path));
    expect(await linkSubject(token(first.path))).toBe(null);
    expect(await linkSubject(token(second.path))).toMatchObject({ email: "frontline@demo.tam", kind: "invitation" });
    await transaction((tx) => tx.update("OneTimeLink", { personId: company.people.frontline.id }, { expiresAt: new Date(now.getTime() - 1) }));
    expect(await linkSubject(token(second.path))).toBe(null);
  });

  it("lasts an hour to reset and a day to invite", async () => {
    const asked = await askedBy(company.people.admin, now);
    const minutes = async (kind: "reset" | "invitation") => ((await createSignInLink(asked, company.people.frontline.id, kind)).expiresAt.getTime() - now.getTime()) / 60_000;
    expect([await minutes("reset"), await minutes("invitation")]).toEqual([60, 1_440]);
  });

  it("is not HR's to make for those above them, nor anybody's without the right", async () => {
    await expect(createSignInLink(await askedBy(company.people.hr, now), company.people.admin.id, "reset")).rejects.toEqual(code("role_not_yours"));
    await expect(createSignInLink(await askedBy(company.people.manager, now), company.people.frontline.id, "reset")).rejects.toEqual(code("forbidden"));
  });

  it("lets two browsers use it once", async () => {
    const { path } = await createSignInLink(askedByOperator(now), company.people.frontline.id, "invitation");
    const answers = await Promise.allSettled(["cau dai thu nhat nhe", "cau dai thu hai day"].map((password) => redeemSignInLink(token(path), password, visitor)));
    expect(answers.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("an access token", () => {
  it("is shown once, stored as a hash, listed without it and revocable by its owner alone", async () => {
    const asked = await askedBy(company.people.frontline, now);
    const { id, token } = await createToken(asked, { name: "quầy 2", owner: { personId: company.people.frontline.id }, scopes: ["decisions:read"], days: 30 });
    expect(token).toMatch(/^tam_[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(await db.apiToken.findMany())).not.toContain(token);
    expect(await listTokens({ personId: company.people.frontline.id }, now)).toMatchObject([{ name: "quầy 2", scopes: ["decisions:read"], state: "living" }]);
    await expect(revokeToken(await askedBy(company.people.frontline2, now), id)).rejects.toEqual(code("not_found"));
    await revokeToken(asked, id);
    expect(await listTokens({ personId: company.people.frontline.id }, now)).toMatchObject([{ state: "revoked" }]);
  });

  it("is nobody's to make for somebody else, and a service's only for administrators", async () => {
    const asked = await askedBy(company.people.hr, now);
    await expect(createToken(asked, { name: "x", owner: { personId: company.people.frontline.id }, scopes: null, days: 1 })).rejects.toEqual(code("forbidden"));
    await expect(createToken(asked, { name: "x", owner: { service: "till" }, scopes: null, days: 1 })).rejects.toEqual(code("forbidden"));
    await expect(createToken(await askedBy(company.people.admin, now), { name: "till", owner: { service: "till" }, scopes: ["decisions:on-behalf"], days: 1 })).resolves.toMatchObject({ id: expect.any(String) as string });
  });

  it("of a service names its scopes when an administrator makes it; the operator may leave them out", async () => {
    const admin = await askedBy(company.people.admin, now);
    const wish = { name: "till", owner: { service: "till" }, days: 1 };
    for (const scopes of [null, []]) await expect(createToken(admin, { ...wish, scopes })).rejects.toEqual(faultAt("scopes", "scope_required"));
    await createToken(askedByOperator(now), { ...wish, scopes: null });
    expect((await listTokens("services", now))[0]?.scopes).toEqual(TOKEN_SCOPES);
  });

  it("of a service is listed with who made it, those not revoked first", async () => {
    const at = (ms: number) => new Date(now.getTime() + ms);
    const admin = await askedBy(company.people.admin, now);
    const wish = (name: string) => ({ name, owner: { service: name }, scopes: ["audit:read"], days: null });
    await createToken({ ...admin, now: at(0) }, wish("first"));
    await createToken({ ...askedByOperator(at(1)) }, wish("second"));
    const { id } = await createToken({ ...admin, now: at(2) }, wish("third"));
    await revokeToken({ ...admin, now: at(3) }, id);
    const listed = await listTokens("services", at(4));
    expect(listed.map(({ name, createdBy, state }) => [name, createdBy, state])).toEqual([
      ["second", null, "living"],
      ["first", company.people.admin.name, "living"],
      ["third", company.people.admin.name, "revoked"],
    ]);
  });

  it.each([
    ["name", { name: " ", scopes: null, days: 1 }],
    ["scopes", { name: "x", scopes: ["everything"], days: 1 }],
    ["days", { name: "x", scopes: null, days: 400 }],
    ["days", { name: "x", scopes: null, days: 1.5 }],
  ])("is refused with a fault at %s", async (path, wish) => {
    const asked = await askedBy(company.people.frontline, now);
    await expect(createToken(asked, { ...wish, owner: { personId: company.people.frontline.id } })).rejects.toMatchObject({ errors: [{ path }] });
  });
});

describe("the set-up", () => {
  const fields: SetUpFields = {
    organisation: { name: "Nhà sách Mùa Hạ", currency: "VND", timeZone: "Asia/Ho_Chi_Minh", language: "vi", hours: { "1": [["08:00", "12:00"], ["13:30", "17:00"]] }, holidays: ["2027-01-01"] },
    department: { code: "RETAIL", name: "Khối cửa hàng" },
    site: { code: "HN-01", name: "Cửa hàng số 1", channel: "store" },
    admin: { name: "Trần Văn Hải", email: "hai@muaha.vn", password: "bau troi xanh va nang", alsoHr: true },
    second: { name: "Lê Thu Giang", email: "giang@muaha.vn", role: "leader" },
    starterPolicy: false,
  };
  const token = (path: string) => path.split("/").at(-1) ?? "";

  beforeEach(async () => {
    await useTestDatabase();
  });

  it("makes organisation, first place, administrator and an invitation, and its link dies with it", async () => {
    const link = token(await issueSetupLink());
    const done = await setUp(link, fields, [], request(), visitor);
    expect(await db.organisation.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({ name: "Nhà sách Mùa Hạ", requireTotp: true, isDemo: false });
    expect((await db.roleAssignment.findMany({ orderBy: { role: "asc" } })).map(({ role }) => role)).toEqual(["admin", "hr", "leader"]);
    expect((await sessionOf(done.started)).complete).toBe(true);
    expect(await linkSubject(token(done.invitation?.path ?? ""))).toMatchObject({ email: "giang@muaha.vn" });
    expect(await isSetupLink(link)).toBe(false);
    await expect(setUp(link, fields, [], request(), visitor)).rejects.toEqual(code("not_found"));
    await expect(issueSetupLink()).rejects.toEqual(code("set_up_already"));
  });

  it("stores nothing when a participant fails, and the link still works", async () => {
    const link = token(await issueSetupLink());
    const broken = async () => Promise.reject(new Error("starter policy"));
    await expect(setUp(link, fields, [broken], request(), visitor)).rejects.toThrow("starter policy");
    expect(await db.organisation.count()).toBe(0);
    expect(await isSetupLink(link)).toBe(true);
  });

  it("replaces an earlier link by a newer one", async () => {
    const first = token(await issueSetupLink());
    const second = token(await issueSetupLink());
    expect([await isSetupLink(first), await isSetupLink(second)]).toEqual([false, true]);
  });
});
