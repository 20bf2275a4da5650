import { createHash, createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { credentialBehind, publicBadge } from "#modules/learning/certificates/badges.server.ts";
import { publicKeys } from "#modules/learning/certificates/issuer-key.server.ts";
import { revokeCertificate } from "#modules/learning/certificates/revoke-certificate.server.ts";
import { exportCertificates, exportCompletions } from "#modules/learning/export-learning.server.ts";
import { observePractice } from "#modules/learning/practice/observe-practice.server.ts";
import { reportPractice } from "#modules/learning/practice/report-practice.server.ts";
import type { Statement } from "#modules/learning/statements/statement.ts";
import { exportStatements } from "#modules/learning/statements/statements.server.ts";
import { writeReflection } from "#modules/learning/taking/reflect.server.ts";
import { startAttempt } from "#modules/learning/taking/start-attempt.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { course, noDecision, now, publish, reflection, report, takeUntilPractice } from "./company.ts";

let people: SmallCompany["people"];
let token = "";
let certificate = "";

const SECRET_WORDS = "Điều chỉ mình tôi biết";

/** One certificate of the first shop, one private note, one attempt of the other shop. */
beforeAll(async () => {
  await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await publish(people.hr);
  await publish(people.hr, course({ code: "SELF-CARE", lessons: [reflection], verified: false, skill: "CARE" }));
  await takeUntilPractice(people.frontline2);
  const { id } = await reportPractice(report(), await askedBy(people.frontline2, now), noDecision);
  certificate = (await observePractice(id, { verdict: "signed_off", seen: [0], words: null, level: "does" }, await askedBy(people.supervisor, now))).certificate ?? "";
  token = (await db.learningCertificate.findUniqueOrThrow({ where: { id: certificate } })).token;
  const asked = await askedBy(people.frontline2, now);
  await writeReflection((await startAttempt("SELF-CARE", asked)).id, "SELF", SECRET_WORDS, asked);
  await takeUntilPractice(people.frontline3);
});

async function text(pieces: AsyncGenerator<string>): Promise<string> {
  let whole = "";
  for await (const piece of pieces) whole += piece;
  return whole;
}
const part = (jws: string, index: number) => JSON.parse(Buffer.from(jws.split(".")[index] ?? "", "base64url").toString("utf8")) as Record<string, unknown>;

describe("a badge", () => {
  it("is signed so that whoever has the public key can check it without this product", async () => {
    const jws = (await credentialBehind(token, null, now)) ?? "";
    const [header = "", payload = "", signature = ""] = jws.split(".");
    const { alg, kid } = part(jws, 0) as { alg: string; kid: string };
    const [key] = await publicKeys();
    expect([alg, kid.endsWith(`/badges/keys/${key?.kid}`)]).toEqual(["ES256", true]);
    const publicKey = createPublicKey({ key: key as JsonWebKey, format: "jwk" });
    const check = (signed: string) => verify("sha256", Buffer.from(signed), { key: publicKey, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
    expect(check(`${header}.${payload}`)).toBe(true);
    const forged = Buffer.from(JSON.stringify({ ...part(jws, 1), name: "Another course" })).toString("base64url");
    expect(check(`${header}.${forged}`)).toBe(false);
    expect(key).not.toHaveProperty("d");
    expect((await db.learningIssuerKey.findFirstOrThrow()).sealed).not.toContain('"d"');
  });

  it("has what Open Badges 3.0 requires, names its holder and hides the e-mail behind a salted hash", async () => {
    const claims = part((await credentialBehind(token, null, now)) ?? "", 1);
    const subject = claims["credentialSubject"] as { type: string[]; identifier: { identityType: string; hashed: boolean; identityHash: string; salt?: string }[]; achievement: Record<string, unknown> };
    expect(claims["@context"]).toEqual(["https://www.w3.org/ns/credentials/v2", expect.stringMatching(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.0\.\d\.json$/)]);
    expect(claims["type"]).toEqual(["VerifiableCredential", "OpenBadgeCredential"]);
    expect(claims["issuer"]).toMatchObject({ id: expect.stringMatching(/\/badges\/issuer$/), type: ["Profile"], name: "Cửa hàng nhỏ" });
    expect(claims).toMatchObject({ id: expect.stringContaining(token), jti: claims["id"], iss: (claims["issuer"] as { id: string }).id, validFrom: now.toISOString(), nbf: now.getTime() / 1000 });
    expect(claims["validUntil"]).toBe("2027-11-21T17:00:00.000Z");
    expect(claims["exp"]).toBe(Date.parse("2027-11-21T17:00:00.000Z") / 1000);
    expect(subject.type).toEqual(["AchievementSubject"]);
    for (const member of ["id", "type", "name", "description", "criteria"]) expect(subject.achievement[member], member).toBeTruthy();
    const [name, email] = subject.identifier;
    expect(name?.identityHash).toBe(people.frontline2.name);
    expect(email?.identityHash).toBe(`sha256$${createHash("sha256").update(people.frontline2.email + (email?.salt ?? "")).digest("hex")}`);
    expect(JSON.stringify(claims)).not.toContain(people.frontline2.email);
  });

  it("shows outsiders what it says and nothing else, and nothing for another address", async () => {
    const badge = await publicBadge(token, "1.2.3.4", now);
    expect(badge).toMatchObject({ holder: people.frontline2.name, organisation: "Cửa hàng nhỏ", verified: true, state: "valid", revokedAt: null });
    expect(JSON.stringify(badge)).not.toMatch(new RegExp(`${people.frontline2.email}|coat|${people.supervisor.name}`));
    expect(await publicBadge(certificate, "1.2.3.4", now)).toBeNull();
  });
});

describe("statements of xAPI", () => {
  it("tell each act once, under a pseudonym, as 1.0.3 wants them, and nothing that was written", async () => {
    const lines = (await text(await exportStatements(await askedBy(people.hr, now)))).trim().split("\n");
    const statements = lines.map((line) => JSON.parse(line) as Statement);
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    for (const { id, version, actor, verb, object, context, timestamp } of statements) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect([version, actor.objectType, object.objectType]).toEqual(["1.0.3", "Agent", "Activity"]);
      for (const iri of [verb.id, object.id, object.definition.type, actor.account.homePage]) expect(URL.canParse(iri), iri).toBe(true);
      expect(context.registration).toMatch(/^[0-9a-f-]{36}$/);
      expect(new Date(timestamp).toISOString()).toBe(timestamp);
    }
    const verbs = statements.map(({ verb, object }) => `${verb.display.en} ${object.id.split("/learn/")[1]}`);
    expect(verbs).toEqual(expect.arrayContaining(["initialized AUTHORITY-BASICS", "responded AUTHORITY-BASICS/TALK/T1", "answered AUTHORITY-BASICS/QUIZ/Q1", "completed AUTHORITY-BASICS/TALK", "completed AUTHORITY-BASICS", "completed SELF-CARE/SELF"]));
    expect(statements.find(({ object }) => object.id.endsWith("/TALK/T1"))).toMatchObject({ result: { response: "listen", duration: "PT0.90S" }, context: { contextActivities: { parent: [{ id: expect.stringMatching(/AUTHORITY-BASICS\/TALK$/) }] } } });
    const all = lines.join();
    for (const hidden of [people.frontline2.id, people.frontline2.email, people.frontline2.name, SECRET_WORDS, "The coat came apart"]) expect(all).not.toContain(hidden);
    expect(await text(await exportStatements(askedByOperator(now)))).toBe(`${lines.join("\n")}\n`);
    await expect(exportStatements(await askedBy(people.manager, now))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("files", () => {
  it("hold what lies within reach: a manager's own shop, HR everybody, a clerk nothing", async () => {
    const emails = async (person: { id: string }) => (await text(await exportCompletions(await askedBy(person, now)))).split("\r\n").slice(1).flatMap((line) => line.split(",")[1] ?? []);
    expect(new Set(await emails(people.hr))).toEqual(new Set([people.frontline2.email, people.frontline3.email]));
    expect(new Set(await emails(people.manager))).toEqual(new Set([people.frontline2.email]));
    expect(await text(await exportCertificates(await askedBy(people.manager, now)))).toContain(`${certificate},${people.frontline2.email},AUTHORITY-BASICS,1,1,2026-11-22,2027-11-22`);
    await expect(exportCertificates(await askedBy(people.frontline, now))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("say no word of what somebody wrote for themselves, nor does any table as it lies there", async () => {
    const everything = [await text(await exportCompletions(askedByOperator(now))), await text(await exportCertificates(askedByOperator(now))), JSON.stringify(await db.learningReflection.findMany()), JSON.stringify(await db.auditEvent.findMany({ select: { data: true } }))].join();
    expect(everything).not.toContain(SECRET_WORDS);
  });
});

it("hands out nothing more once revoked", async () => {
  await revokeCertificate(certificate, "Cấp nhầm", await askedBy(people.hr, now));
  expect(await credentialBehind(token, null, now)).toBeNull();
  expect(await publicBadge(token, null, now)).toMatchObject({ state: "revoked", credentialPath: null });
});
