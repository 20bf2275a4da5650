import { randomBytes } from "node:crypto";
import { generateTOTP, getTOTPAuthUri, verifyTOTP } from "@epic-web/totp";
import QRCode from "qrcode";
import { systemClock } from "#kernel/clock.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { decrypt, encrypt, lookupHash } from "#platform/secrets.server.ts";
import type { Tx } from "#platform/transaction.server.ts";

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SETTINGS = { period: PERIOD_SECONDS, digits: 6, algorithm: "SHA-1" } as const;

/** RFC 4648 base 32 without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

const stored = (personId: string) => `credential.totp:${personId}`;
const pending = (personId: string) => `credential.totp-pending:${personId}`;

/** A second factor that is offered and not yet confirmed. */
export interface Offer {
  /** The secret, sealed for this person: the form sends it back. */
  readonly sealed: string;
  /** In groups of four, to type. */
  readonly secret: string;
  /** SVG of the QR code. */
  readonly qr: string;
}

/** Offers a fresh secret of 160 bits as a QR code and as text; nothing is stored. */
export async function offerSecondFactor(personId: string, accountName: string): Promise<Offer> {
  return describe(personId, accountName, base32(randomBytes(SECRET_BYTES)));
}

async function describe(personId: string, accountName: string, secret: string): Promise<Offer> {
  const uri = getTOTPAuthUri({ ...SETTINGS, secret, accountName, issuer: "Tâm" });
  const qr = await QRCode.toString(uri, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return { sealed: encrypt(secret, pending(personId)), secret: (secret.match(/.{1,4}/g) ?? []).join(" "), qr };
}

/** The same offer again, after a code that did not match. */
export async function repeatOffer(personId: string, accountName: string, sealed: string): Promise<Offer> {
  return describe(personId, accountName, openSealed(personId, sealed));
}

export function openSealed(personId: string, sealed: string): string {
  try {
    return decrypt(sealed, pending(personId));
  } catch {
    throw new Refusal("state_changed");
  }
}

/** The time step a six-digit code belongs to (one step early or late is taken), or null. */
export async function stepOf(secret: string, typed: string): Promise<number | null> {
  const otp = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(otp)) return null;
  const match = await verifyTOTP({ ...SETTINGS, secret, otp, window: 1 });
  return match === null ? null : Math.floor(systemClock.now().getTime() / 1_000 / PERIOD_SECONDS) + match.delta;
}

/** The code of this moment; for tests and the demo. */
export async function codeNow(secret: string): Promise<string> {
  return (await generateTOTP({ ...SETTINGS, secret })).otp;
}

/** What a typed code may be: a step of the second factor, or a recovery code; judged before the transaction that uses it. */
export type CodeClaim = { readonly kind: "code"; readonly step: number } | { readonly kind: "recovery-code"; readonly hash: string };

const recoveryHash = (personId: string, code: string) => lookupHash("recovery-code", `${personId}:${code}`);

export async function claimOf(personId: string, typed: string): Promise<CodeClaim | null> {
  const recovery = typed.replace(/[\s-]/g, "").toUpperCase();
  if (/^[A-Z2-7]{10}$/.test(recovery)) return { kind: "recovery-code", hash: recoveryHash(personId, recovery) };
  const credential = await db.credential.findUnique({ where: { personId }, select: { totpSecret: true, totpEnabledAt: true } });
  if (!credential?.totpSecret || credential.totpEnabledAt === null) return null;
  const step = await stepOf(decrypt(credential.totpSecret, stored(personId)), typed);
  return step === null ? null : { kind: "code", step };
}

/** Uses a code up: each step and each recovery code works once, whoever comes first. Answers whether it was still good. */
export async function redeemCode(tx: Tx, personId: string, claim: CodeClaim): Promise<boolean> {
  if (claim.kind === "code") return (await tx.statement("credential.use-step", { personId, step: claim.step })) === 1;
  return (await tx.update("RecoveryCode", { personId, codeHash: claim.hash, usedAt: null }, { usedAt: systemClock.now() })) === 1;
}

export interface NewCodes {
  readonly shown: readonly string[];
  readonly hashes: readonly string[];
}

/** Ten recovery codes of 50 random bits, as shown once and as stored. */
export function newRecoveryCodes(personId: string): NewCodes {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(7)).slice(0, 10));
  return { shown: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), hashes: codes.map((code) => recoveryHash(personId, code)) };
}

export function sealSecret(personId: string, secret: string): string {
  return encrypt(secret, stored(personId));
}
