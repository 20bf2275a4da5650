import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env.server.ts";

/** A stored secret that this installation's key cannot open: another key made it, or it was changed. */
export class SecretError extends Error {
  override name = "SecretError";
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own per purpose (HKDF-SHA-256 of the base64 key of the environment), 32 bytes. */
function derive(base64: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(base64, "base64"), "", `tam/${purpose}`, KEY_BYTES));
}

function fingerprint(base64: string): string {
  return createHash("sha256").update(derive(base64, "fingerprint")).digest("hex").slice(0, 16);
}

/** Fingerprints of the keys in use; they reveal nothing of the keys and are kept to notice a lost or changed one. */
export function keyFingerprints(): Readonly<Record<"SECRET_KEY" | "LOOKUP_KEY" | "AUDIT_SIGNING_KEY", string>> {
  return {
    SECRET_KEY: fingerprint(env.SECRET_KEY),
    LOOKUP_KEY: fingerprint(env.LOOKUP_KEY),
    AUDIT_SIGNING_KEY: fingerprint(env.AUDIT_SIGNING_KEY),
  };
}

/**
 * Encrypts text with AES-256-GCM: `v1.<key id>.<base64url of nonce, tag and cipher text>`.
 * @param context names the field and its owner, as `customer.phone:<id>`; the same is needed to open it, so a cipher
 * text moved to another row does not open
 */
export function encrypt(plain: string, context: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", derive(env.SECRET_KEY, "encrypt"), nonce);
  cipher.setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `v1.${fingerprint(env.SECRET_KEY)}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Opens what `encrypt` made for the same context. Throws SecretError for another key, another context or changed text. */
export function decrypt(stored: string, context: string): string {
  const [version, keyId, body] = stored.split(".");
  if (version !== "v1" || keyId === undefined || body === undefined) throw new SecretError("Not an encrypted value");
  if (keyId !== fingerprint(env.SECRET_KEY)) throw new SecretError("Encrypted with another SECRET_KEY");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", derive(env.SECRET_KEY, "encrypt"), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  try {
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch (error) {
    throw new SecretError("The encrypted value was changed or belongs elsewhere", { cause: error });
  }
}

/** Keyed hash to find a value by without storing it (HMAC-SHA-256 under LOOKUP_KEY), base64url; `kind` keeps fields apart. */
export function lookupHash(kind: string, value: string): string {
  return createHmac("sha256", derive(env.LOOKUP_KEY, `lookup/${kind}`)).update(value).digest("base64url");
}

/** A token nobody can guess: 32 random bytes as base64url, 43 characters. */
export function randomToken(): string {
  return randomBytes(KEY_BYTES).toString("base64url");
}

/** What is stored of a token: its SHA-256 as hex. Enough for random tokens, never for passwords. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Compares two texts in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const hash = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(hash(a), hash(b));
}
