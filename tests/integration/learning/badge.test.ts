import { createHash, createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { createRemoteJWKSet, decodeProtectedHeader, importJWK, type JWK, type JWTPayload, jwtVerify } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { publicBadge } from "#modules/learning/certificates/badges.server.ts";
import { revokeCertificate } from "#modules/learning/certificates/revoke-certificate.server.ts";
import { observePractice } from "#modules/learning/practice/observe-practice.server.ts";
import { reportPractice } from "#modules/learning/practice/report-practice.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { course, noDecision, publish, report, takeUntilPractice } from "./company.ts";

const now = new Date();
let people: SmallCompany["people"];
let server: TestServer;
let certificate = "";
let token = "";

/** An outsider's fetch: what a badge names is fetched where it says, at the port the server was given. */
const get = (address: string) => fetch(new URL(address, server.origin));
const credential = async () => (await get(`/badges/${token}/credential`)).text();
const keys = () => createRemoteJWKSet(new URL("/badges/keys", server.origin));
const check = (jwt: string, options: Parameters<typeof jwtVerify>[2] = {}) => jwtVerify(jwt, keys(), { issuer: `${server.origin}/badges/issuer`, algorithms: ["ES256"], typ: "JWT", ...options });

beforeAll(async () => {
  const database = await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await publish(people.hr, course(), 1, now);
  await takeUntilPractice(people.frontline2, "AUTHORITY-BASICS", now);
  const { id } = await reportPractice(report(), await askedBy(people.frontline2, now), noDecision);
  certificate = (await observePractice(id, { verdict: "signed_off", seen: [0], words: null, level: "does" }, await askedBy(people.supervisor, now))).certificate ?? "";
  token = (await db.learningCertificate.findUniqueOrThrow({ where: { id: certificate } })).token;
  server = await startServer(database.url);
});

/** What the JSON schema of an AchievementCredential (1EdTech, Open Badges 3.0) requires, and this product's own members closed. */
const uri = z.url();
const instant = z.iso.datetime({ offset: true });
const achievementCredential = z.strictObject({
  "@context": z.tuple([z.literal("https://www.w3.org/ns/credentials/v2"), z.string().regex(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/)]),
  id: uri,
  type: z.tuple([z.literal("VerifiableCredential"), z.literal("OpenBadgeCredential")]),
  name: z.string().min(1),
  issuer: z.strictObject({ id: uri, type: z.tuple([z.literal("Profile")]), name: z.string().min(1), url: uri }),
  validFrom: instant,
  validUntil: instant,
  credentialSchema: z.array(z.strictObject({ id: uri, type: z.literal("1EdTechJsonSchemaValidator2019") })).min(1),
  credentialStatus: z.strictObject({ id: uri, type: z.literal("BitstringStatusListEntry"), statusPurpose: z.literal("revocation"), statusListIndex: z.string().regex(/^\d+$/), statusListCredential: uri }),
  credentialSubject: z.strictObject({
    type: z.tuple([z.literal("AchievementSubject")]),
    identifier: z.array(z.strictObject({ type: z.literal("IdentityObject"), hashed: z.boolean(), identityHash: z.string().min(1), identityType: z.enum(["name", "emailAddress"]), salt: z.string().optional() })).min(1),
    achievement: z.strictObject({
      ...{ id: uri, type: z.tuple([z.literal("Achievement")]), achievementType: z.literal("Course"), name: z.string().min(1), description: z.string().min(1), version: z.string() },
      criteria: z.strictObject({ narrative: z.string().min(1) }),
      tag: z.array(z.string()).optional(),
    }),
  }),
  ...{ iss: uri, jti: uri, nbf: z.int(), exp: z.int() },
});

describe("a badge, as whoever was sent it sees it", () => {
  it("holds against the keys that are published, in their set and at the address it names", async () => {
    const jwt = await credential();
    const { payload } = await check(jwt);
    expect(payload).toMatchObject({ jti: `${server.origin}/badges/${token}`, type: ["VerifiableCredential", "OpenBadgeCredential"] });
    const { kid = "" } = decodeProtectedHeader(jwt);
    const named = await get(kid);
    expect([kid.startsWith(`${server.origin}/badges/keys/`), named.headers.get("Content-Type")]).toEqual([true, "application/jwk+json"]);
    const key = (await named.json()) as JWK;
    expect((await jwtVerify(jwt, await importJWK(key, "ES256"))).payload).toEqual(payload);
    // Without the library that signed it, too.
    const [header = "", claims = "", signature = ""] = jwt.split(".");
    expect(verify("sha256", Buffer.from(`${header}.${claims}`), { key: createPublicKey({ key: key as JsonWebKey, format: "jwk" }), dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"))).toBe(true);
    expect(key).not.toHaveProperty("d");
    expect((await db.learningIssuerKey.findFirstOrThrow()).sealed).not.toContain('"d"');
    const profile = (await (await get("/badges/issuer")).json()) as Record<string, unknown>;
    expect(profile).toMatchObject({ id: payload.iss, type: ["Profile"], name: "Cửa hàng nhỏ", jwks: `${server.origin}/badges/keys` });
  });

  it("is refused once a letter of it is changed, before it begins, after it ends, and from another issuer", async () => {
    const jwt = await credential();
    const [header = "", claims = "", signature = ""] = jwt.split(".");
    const forged = Buffer.from(claims, "base64url").toString("utf8").replace("Using your authority", "Everything there is");
    await expect(check([header, Buffer.from(forged).toString("base64url"), signature].join("."))).rejects.toMatchObject({ code: "ERR_JWS_SIGNATURE_VERIFICATION_FAILED" });
    await expect(check(jwt, { currentDate: new Date(now.getTime() + 367 * 86_400_000) })).rejects.toMatchObject({ code: "ERR_JWT_EXPIRED" });
    await expect(check(jwt, { currentDate: new Date(now.getTime() - 86_400_000) })).rejects.toMatchObject({ code: "ERR_JWT_CLAIM_VALIDATION_FAILED", claim: "nbf" });
    await expect(check(jwt, { issuer: "https://elsewhere.example" })).rejects.toMatchObject({ claim: "iss" });
  });

  it("has what Open Badges 3.0 requires, the claims that stand for it, and hides the e-mail behind a salted hash", async () => {
    const { payload } = await check(await credential());
    const badge = achievementCredential.parse(payload);
    expect(badge.credentialSchema[0]?.id).toBe("https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json");
    expect([badge.iss, badge.jti, badge.nbf, badge.exp]).toEqual([badge.issuer.id, badge.id, Math.floor(Date.parse(badge.validFrom) / 1000), Date.parse(badge.validUntil) / 1000]);
    const [name, email] = badge.credentialSubject.identifier;
    expect(name).toMatchObject({ identityType: "name", hashed: false, identityHash: people.frontline2.name });
    expect(email?.identityHash).toBe(`sha256$${createHash("sha256").update(people.frontline2.email + (email?.salt ?? "")).digest("hex")}`);
    expect(JSON.stringify(badge)).not.toContain(people.frontline2.email);
  });

  it("shows at its link what it says and nothing else, and nothing at another", async () => {
    const badge = await publicBadge(token, "1.2.3.4", now);
    expect(badge).toMatchObject({ holder: people.frontline2.name, organisation: "Cửa hàng nhỏ", verified: true, state: "valid", revokedAt: null });
    expect(JSON.stringify(badge)).not.toMatch(new RegExp(`${people.frontline2.email}|coat|${people.supervisor.name}`));
    expect((await get(`/badges/${certificate}`)).status).toBe(404);
  });
});

/** The bit of a status list that a badge names; the list is signed as the badge is. */
async function revoked(badge: JWTPayload): Promise<boolean> {
  const { statusListCredential, statusListIndex } = (badge as unknown as z.output<typeof achievementCredential>).credentialStatus;
  const { payload } = await check(await (await get(statusListCredential)).text());
  const { encodedList, statusPurpose } = payload["credentialSubject"] as { encodedList: string; statusPurpose: string };
  expect([payload["type"], statusPurpose, encodedList[0]]).toEqual([["VerifiableCredential", "BitstringStatusListCredential"], "revocation", "u"]);
  const list = gunzipSync(Buffer.from(encodedList.slice(1), "base64url"));
  expect(list.byteLength * 8).toBeGreaterThanOrEqual(131_072);
  const index = Number(statusListIndex);
  return ((list[index >> 3] ?? 0) & (0b1000_0000 >> (index & 7))) !== 0;
}

it("says that it was revoked to whoever holds it, and is handed out no more", async () => {
  const { payload } = await check(await credential());
  expect(await revoked(payload)).toBe(false);
  await revokeCertificate(certificate, "Cấp nhầm", await askedBy(people.hr, now));
  expect(await revoked(payload)).toBe(true);
  expect((await get(`/badges/${token}/credential`)).status).toBe(404);
  expect(await publicBadge(token, null, now)).toMatchObject({ state: "revoked", credentialPath: null });
  expect((await get("/badges/nobody/status")).status).toBe(404);
});
