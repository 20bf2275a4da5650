import { randomBytes } from "node:crypto";

const MAX_COUNTER = 0xfff;

/**
 * Makes a source of UUIDv7 texts (RFC 9562 §5.7): 48 bits of milliseconds, a 12-bit counter that starts at a random
 * value below 2^11 in every millisecond (§6.2 method 1), 62 random bits. Ids of one source rise strictly as text:
 * within a millisecond by the counter, which borrows the next millisecond when it is used up, and through a clock that
 * steps back by staying at the latest millisecond seen.
 * @param nowMs milliseconds since 1970
 * @param random that many random bytes; a seeded one gives repeatable ids
 */
export function idSource(nowMs: () => number, random: (size: number) => Uint8Array): () => string {
  let latestMs = -1;
  let counter = 0;
  return () => {
    const bytes = random(10);
    const ms = nowMs();
    if (ms > latestMs || counter === MAX_COUNTER) {
      latestMs = Math.max(ms, latestMs + 1);
      counter = (((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0)) & 0x7ff;
    } else {
      counter += 1;
    }
    bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x80;
    const time = latestMs.toString(16).padStart(12, "0");
    const tail = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const count = counter.toString(16).padStart(3, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}

/**
 * A new identifier: UUIDv7, 36 lower-case characters, rising within this process. Unique, not secret: what must not be
 * guessed (sessions, tokens, links) has its own randomness in `platform`.
 */
export const newId: () => string = idSource(Date.now, randomBytes);
