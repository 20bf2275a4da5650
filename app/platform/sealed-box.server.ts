import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from "node:crypto";
import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { databaseFile } from "./database-file.server.ts";

/** Bytes of every sealed text, whatever its length, so that a box says nothing by its size. */
const PLAIN_BYTES = 8_192;
const LENGTH_BYTES = 2;
const TAG_BYTES = 16;
const RAW_KEY_BYTES = 32;
const NAME = /^[0-9a-f-]{36}$/;

/** The folder of the keys that open boxes: beside the database file and no part of it, nor of its backups. */
const folder = (): string => `${databaseFile()}.keys`;

function fileOf(name: string): string {
  if (!NAME.test(name)) throw new TypeError("A key is named by the id of what it opens");
  return path.join(folder(), `${name}.pem`);
}

function syncFolder(): void {
  const handle = openSync(folder(), "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const rawOf = (key: KeyObject): string => key.export({ format: "jwk" }).x ?? "";
const publicOf = (raw: string): KeyObject => createPublicKey({ key: { kty: "OKP", crv: "X25519", x: raw }, format: "jwk" });

/**
 * Makes a key pair of its own for one purpose; the half that opens is on disk, synced, before this answers the public
 * half. One made before under this name is gone, and so is all that was sealed to it.
 */
export function makeBoxKey(name: string): string {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  destroyBoxKey(name);
  const draft = `${fileOf(name)}.draft`;
  rmSync(draft, { force: true });
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, String(privateKey.export({ type: "pkcs8", format: "pem" })));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, fileOf(name));
  syncFolder();
  return rawOf(publicKey);
}

/** Overwrites the key and takes its file away: from then on nobody opens what was sealed to it, old copies included. */
export function destroyBoxKey(name: string): void {
  const file = fileOf(name);
  if (!existsSync(file)) return;
  const handle = openSync(file, "r+");
  try {
    writeSync(handle, Buffer.alloc(fstatSync(handle).size));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(file);
  syncFolder();
}

/** Names of the keys that are kept. */
export function boxKeys(): string[] {
  return existsSync(folder()) ? readdirSync(folder()).flatMap((file) => (file.endsWith(".pem") ? [file.slice(0, -".pem".length)] : [])) : [];
}

function keysOf(shared: Buffer, sender: string, receiver: string): { key: Buffer; nonce: Buffer } {
  const bytes = Buffer.from(hkdfSync("sha256", shared, `${sender}.${receiver}`, "tam/sealed-box/1", 44));
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) };
}

/**
 * Seals a text to a public key: X25519 with a sender's key of this one box, HKDF-SHA-256, AES-256-GCM (the construction of
 * RFC 9180 in its base mode), padded to one length. Nobody opens it without the other half of the key, not even who
 * sealed it. Throws RangeError for a text of more than {@link PLAIN_BYTES} bytes.
 */
export function sealBox(publicKey: string, text: string): string {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length > PLAIN_BYTES - LENGTH_BYTES) throw new RangeError("too long for a sealed box");
  const plain = Buffer.alloc(PLAIN_BYTES);
  plain.writeUInt16BE(bytes.length);
  bytes.copy(plain, LENGTH_BYTES);
  const once = generateKeyPairSync("x25519");
  const sender = rawOf(once.publicKey);
  const { key, nonce } = keysOf(diffieHellman({ privateKey: once.privateKey, publicKey: publicOf(publicKey) }), sender, publicKey);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from(sender, "base64url"), cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What opens the boxes sealed to a public key; null where the key of that name is gone or is another one. */
export function boxOpener(name: string, publicKey: string): ((box: string) => string) | null {
  const file = fileOf(name);
  if (!existsSync(file)) return null;
  const privateKey = createPrivateKey(readFileSync(file, "utf8"));
  if (rawOf(createPublicKey(privateKey)) !== publicKey) return null;
  return (box) => {
    const bytes = Buffer.from(box, "base64url");
    const sender = bytes.subarray(0, RAW_KEY_BYTES).toString("base64url");
    const { key, nonce } = keysOf(diffieHellman({ privateKey, publicKey: publicOf(sender) }), sender, publicKey);
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(RAW_KEY_BYTES, RAW_KEY_BYTES + TAG_BYTES));
    const plain = Buffer.concat([decipher.update(bytes.subarray(RAW_KEY_BYTES + TAG_BYTES)), decipher.final()]);
    return plain.subarray(LENGTH_BYTES, LENGTH_BYTES + plain.readUInt16BE()).toString("utf8");
  };
}
