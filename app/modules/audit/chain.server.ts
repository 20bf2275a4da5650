import { createHash, createHmac, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import canonicalize from "canonicalize";
import { env } from "#platform/env.server.ts";

/** What the first event names as the one before it. */
export const GENESIS = "0".repeat(64);

export interface ChainRow {
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly schema: number;
  readonly actorId: string | null;
  readonly via: string | null;
  readonly requestId: string | null;
  readonly address: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** canonical JSON */
  readonly data: string;
  readonly prevHash: string;
}

/** RFC 8785 canonical JSON. Throws for what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Not a JSON value");
  return text;
}

/**
 * SHA-256, as hex, over the canonical JSON of the row without its hash. Text and whole numbers under sorted keys are
 * canonical as JSON.stringify writes them, which is several times quicker over a long chain.
 */
export function hashRow(row: ChainRow): string {
  return createHash("sha256").update(rowText(row)).digest("hex");
}

/** What is hashed of a row; the keys stand in the order of their code units. */
export function rowText(row: ChainRow): string {
  return JSON.stringify({
    actorId: row.actorId,
    address: row.address,
    at: row.at.getTime(),
    data: row.data,
    prevHash: row.prevHash,
    requestId: row.requestId,
    schema: row.schema,
    seq: row.seq,
    subjectId: row.subjectId,
    subjectKind: row.subjectKind,
    type: row.type,
    via: row.via,
  });
}

/** What the chain holds of a personal value: HMAC-SHA-256 under its salt, meaningless once the salt is erased. */
export function hashPersonal(salt: string, value: string): string {
  return createHmac("sha256", Buffer.from(salt, "base64url")).update(value).digest("hex");
}

/** PKCS #8 wrapping of a bare Ed25519 seed (RFC 8410 §7). */
const ED25519_PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

function signingKey(): KeyObject {
  const seed = Buffer.from(env.AUDIT_SIGNING_KEY, "base64").subarray(0, 32);
  return createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: "der", type: "pkcs8" });
}

export interface Checkpoint {
  readonly seq: number;
  readonly hash: string;
  readonly at: Date;
  readonly signature: string;
}

const checkpointText = (point: Omit<Checkpoint, "signature">): Buffer =>
  Buffer.from(canonicalJson({ seq: point.seq, hash: point.hash, at: point.at.getTime() }));

/** Signs "the chain ended with this event at that time" (Ed25519), base64. */
export function signCheckpoint(point: Omit<Checkpoint, "signature">): Checkpoint {
  return { ...point, signature: sign(null, checkpointText(point), signingKey()).toString("base64") };
}

/** Judges checkpoints by this installation's key. */
export function checkpointVerifier(): (point: Checkpoint) => boolean {
  const key = createPublicKey(signingKey());
  return (point) => verify(null, checkpointText(point), key, Buffer.from(point.signature, "base64"));
}
