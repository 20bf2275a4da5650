import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import { baseAddress } from "#platform/base-address.server.ts";
import { decrypt, encrypt } from "#platform/secrets.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";

export const ALGORITHM = "ES256";
const contextOf = (id: string) => `learning.issuer-key:${id}`;

/** A public key as the world may read it. */
export interface PublicKey extends JsonWebKey {
  /** Its own address: verifiers look it up by what a badge names, in the set or there. */
  readonly kid: string;
  readonly alg: typeof ALGORITHM;
  readonly use: "sig";
}

/** The newest key certificates are signed with; made once, its private half encrypted under SECRET_KEY. */
export async function issuerKey(now: Date): Promise<{ readonly id: string; readonly privateKey: KeyObject }> {
  const held = await db.learningIssuerKey.findFirst({ orderBy: { createdAt: "desc" } });
  if (held !== null) return opened(held);
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const publicKey = createPublicKey(privateKey).export({ format: "jwk" });
  const id = await calculateJwkThumbprint(publicKey as Parameters<typeof calculateJwkThumbprint>[0]);
  const made = { id, publicKey: JSON.stringify(publicKey), sealed: encrypt(JSON.stringify(privateKey.export({ format: "jwk" })), contextOf(id)), createdAt: now };
  const kept = await transaction(async (tx) => {
    const [first] = await tx.list("LearningIssuerKey", {}, { orderBy: [["createdAt", "desc"]], limit: 1 });
    if (first !== undefined) return first;
    await tx.insert("LearningIssuerKey", made);
    return made;
  });
  return opened(kept);
}

function opened({ id, sealed }: { readonly id: string; readonly sealed: string }) {
  return { id, privateKey: createPrivateKey({ key: JSON.parse(decrypt(sealed, contextOf(id))) as JsonWebKey, format: "jwk" }) };
}

/** Where one public key is published; badges name their key by it. */
export const keyAddress = (id: string): string => `${baseAddress()}/badges/keys/${id}`;

/** Every public key a certificate may be signed with. */
export async function publicKeys(): Promise<PublicKey[]> {
  const rows = await db.learningIssuerKey.findMany({ orderBy: { createdAt: "desc" } });
  return rows.map(({ id, publicKey }) => ({ ...(JSON.parse(publicKey) as JsonWebKey), kid: keyAddress(id), alg: ALGORITHM, use: "sig" }));
}
