import { createHash, randomBytes } from "node:crypto";

/** SHA-256 of a secret that has enough randomness of its own (session ids, tokens, links): what the database keeps. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** A new secret of 256 random bits, safe in addresses: 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
