import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { SignJWT } from "jose";
import { localDay, startOfDay } from "#kernel/period.ts";
import { findPerson, organisation } from "#modules/people/public.server.ts";
import { baseAddress } from "#platform/base-address.server.ts";
import { db } from "#platform/db.server.ts";
import { limitRequests } from "#platform/rate-limit.server.ts";
import { versionsOf } from "../courses.server.ts";
import { certificateLine } from "../queries-lines.server.ts";
import { skillsByCode } from "../skills.server.ts";
import type { BadgeView } from "../view-models.ts";
import { badgeCredential, issuerProfile, statusCredential } from "./badge.ts";
import { ALGORITHM, issuerKey, keyAddress } from "./issuer-key.server.ts";

/** Looking for certificates by address is slowed down: a visitor has this many tries a minute. */
const VISITS = { points: 60, seconds: 60 };

const find = (where: { readonly token: string } | { readonly id: string }) => db.learningCertificate.findUnique({ where });
type Stored = NonNullable<Awaited<ReturnType<typeof find>>>;

async function wordsOf(row: Stored) {
  const content = (await versionsOf([row])).get(`${row.course}/${row.version}`);
  const code = { vi: row.course, en: row.course };
  return { title: content?.title ?? code, summary: content?.summary ?? code, skill: (await skillsByCode()).get(row.skill)?.name ?? null };
}

/** The certificate as whoever has its link may see it: exactly what the badge says. null: no such certificate. */
export async function publicBadge(token: string, visitor: string | null, now: Date): Promise<BadgeView | null> {
  await limitRequests(`badge:${visitor ?? "unknown"}`, VISITS);
  const row = await find({ token });
  if (row === null) return null;
  const { timeZone, name } = organisation();
  const { title, summary, skill } = await wordsOf(row);
  const line = certificateLine(row, title, localDay(now, timeZone));
  return {
    ...{ organisation: name, holder: findPerson(row.personId)?.name ?? "", title, summary, skill, version: line.version, verified: line.verified, validFrom: line.validFrom, validTo: line.validTo, state: line.state },
    revokedAt: row.revokedAt?.toISOString() ?? null,
    credentialPath: row.revokedAt === null ? `/badges/${token}/credential` : null,
  };
}

/** A credential as a JWT (Open Badges 3.0 §8.2): its members are the claims, its dates and names the registered ones beside them. */
async function asJwt(credential: { readonly id: string; readonly issuer: { readonly id: string } }, from: Date, until: Date | null, now: Date): Promise<string> {
  const { id, privateKey } = await issuerKey(now);
  const jwt = new SignJWT({ ...credential }).setProtectedHeader({ alg: ALGORITHM, typ: "JWT", kid: keyAddress(id) }).setIssuer(credential.issuer.id).setJti(credential.id).setNotBefore(from);
  return (until === null ? jwt : jwt.setExpirationTime(until)).sign(privateKey);
}

async function signed(row: Stored, now: Date): Promise<string> {
  const { timeZone, name } = organisation();
  const { title, summary, skill } = await wordsOf(row);
  const person = findPerson(row.personId);
  const base = baseAddress();
  const salt = createHash("sha256").update(`badge-salt:${row.token}`).digest("hex").slice(0, 16);
  const emailHash = createHash("sha256").update((person?.email ?? "") + salt).digest("hex");
  const endsAt = row.validTo === null ? null : startOfDay(row.validTo, timeZone);
  const credential = badgeCredential({
    ...{ base, organisation: name, token: row.token, skill, verified: row.verified, givenAt: row.givenAt, endsAt },
    course: { code: row.course, version: row.version, title, summary },
    holder: { name: person?.name ?? "", emailHash, salt },
  });
  return asJwt(credential, row.givenAt, endsAt, now);
}

/** The fewest entries a list may have, as bytes: among so many nobody tells which one is asked about. */
const LIST_BYTES = 131_072 / 8;

/** Whether a badge was revoked, signed, for verifiers that hold it already; null for no such certificate. */
export async function statusBehind(token: string, visitor: string | null, now: Date): Promise<string | null> {
  await limitRequests(`badge:${visitor ?? "unknown"}`, VISITS);
  const row = await find({ token });
  if (row === null) return null;
  const list = Buffer.alloc(LIST_BYTES);
  if (row.revokedAt !== null) list[0] = 0b1000_0000;
  const facts = { base: baseAddress(), organisation: organisation().name, token, encodedList: `u${gzipSync(list).toString("base64url")}`, at: now };
  return asJwt(statusCredential(facts), now, null, now);
}

/** The signed credential (Open Badges 3.0 as VC-JWT) behind a public link; null for none, and for one that is revoked. */
export async function credentialBehind(token: string, visitor: string | null, now: Date): Promise<string | null> {
  await limitRequests(`badge:${visitor ?? "unknown"}`, VISITS);
  const row = await find({ token });
  return row === null || row.revokedAt !== null ? null : signed(row, now);
}

/** The signed credential of a certificate that the caller may read; null for one that is revoked. */
export async function credentialOf(id: string, now: Date): Promise<string | null> {
  const row = await find({ id });
  return row === null || row.revokedAt !== null ? null : signed(row, now);
}

/** Who issues the certificates of this installation, with where its keys are. */
export function issuer() {
  const base = baseAddress();
  return { ...issuerProfile(base, organisation().name), jwks: `${base}/badges/keys` };
}
