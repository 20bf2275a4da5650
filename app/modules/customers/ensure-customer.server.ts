import { randomBytes } from "node:crypto";
import { newId } from "#kernel/ids.ts";
import { notFound } from "#platform/http/refusal.ts";
import { encrypt } from "#platform/secrets.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { lastDigits } from "./domain/phone.ts";
import { phoneContext, phoneHashOf, readPhone } from "./find-customer.server.ts";

/** The columns that hold a customer's number. */
export function phoneColumns(customerId: string, e164: string): { phoneCipher: string; phoneHash: string; phoneLast: string } {
  return { phoneCipher: encrypt(e164, phoneContext(customerId)), phoneHash: phoneHashOf(e164), phoneLast: lastDigits(e164) };
}

const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A reference for somebody known by phone alone: random, so that it tells nothing of the number. */
function newRef(): string {
  return `K-${Array.from(randomBytes(8), (byte) => ALPHABET[byte % ALPHABET.length]).join("")}`;
}

async function byKey(tx: Tx, ref: string | undefined, phoneHash: string | null): Promise<Row<"Customer"> | null> {
  if (ref !== undefined) return tx.find("Customer", { ref });
  return phoneHash === null ? null : tx.find("Customer", { phoneHash });
}

/**
 * The customer of a reference or a phone (the reference counts if both are given), made bare when unknown: no name, no
 * tier, no value. A number is added to a known customer who has none, unless it is another's.
 * Throws 422 `phone_format`; 404 for a reference that was erased.
 */
export async function ensureCustomer(tx: Tx, key: { readonly ref?: string; readonly phone?: string }, { at }: { readonly at: Date }): Promise<{ id: string; ref: string }> {
  const phone = key.phone === undefined ? null : readPhone(key.phone, "customer.phone");
  const phoneHash = phone === null ? null : phoneHashOf(phone);
  const known = await byKey(tx, key.ref, phoneHash);
  if (known !== null && known.erasedAt !== null) throw notFound();
  const free = phoneHash !== null && known?.phoneHash !== phoneHash && (await tx.find("Customer", { phoneHash })) === null;
  if (known !== null) {
    if (phone !== null && free && known.phoneHash === null) await tx.update("Customer", { id: known.id }, { ...phoneColumns(known.id, phone), updatedAt: at });
    return { id: known.id, ref: known.ref };
  }
  const id = newId();
  const ref = key.ref ?? newRef();
  await tx.insert("Customer", { id, ref, ...(phone !== null && free ? phoneColumns(id, phone) : {}), createdAt: at, updatedAt: at });
  return { id, ref };
}
