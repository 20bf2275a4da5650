import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { systemClock } from "#kernel/clock.ts";
import { type Tx, readHot } from "../transaction.server.ts";
import { Refusal, invalidInput } from "./refusal.ts";

/** A stored answer: `body` is JSON data (absent for a redirect). */
export interface StoredAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly location?: string | null;
}

/** Stores the answer inside the command's own transaction, so that effect and answer are kept together or not at all. */
export type Remember = (tx: Tx, answer: StoredAnswer) => Promise<void>;

/** What a command that makes one thing calls in its own transaction with the new id, to have the answer stored. */
export type RememberMade = (tx: Tx, id: string) => Promise<void> | void;

interface Place {
  /** The token's id, or `person:<id>` on the web. */
  readonly owner: string;
  readonly path: string;
  readonly key: string;
  readonly requestHash: string;
}

export interface Replay {
  readonly status: number;
  /** JSON text, exactly as first answered; empty for a redirect. */
  readonly body: string;
  readonly location: string | null;
}

const MAX_KEY_LENGTH = 255;

/** Hash of a request's content: equal for equal JSON, whatever the order of its members. */
export function requestHash(content: unknown): string {
  return createHash("sha256").update(canonicalize(content) ?? "").digest("base64url");
}

/** The same key is being used by a twin in another process, which committed first: this effect is rolled back and replayed. */
class AlreadyAnswered extends Error {
  override readonly name = "AlreadyAnswered";
}

/** Twins of one process wait for one another here; kept on globalThis, see directory.server.ts. */
const runningKey = Symbol.for("tam.platform.idempotency");
const holder = globalThis as { [runningKey]?: Map<string, Promise<unknown>> };
const running = (holder[runningKey] ??= new Map());

function find(place: Place): Replay | null {
  const stored = readHot("idempotent.find", { tokenId: place.owner, path: place.path, key: place.key });
  if (stored === null) return null;
  if (stored.requestHash !== place.requestHash) throw new Refusal("idempotency_key_reused");
  return { status: stored.status, body: stored.body, location: stored.location };
}

function rememberAt(place: Place): Remember {
  return async (tx, answer) => {
    const { owner: tokenId, path, key } = place;
    if ((await tx.find("IdempotentAnswer", { tokenId, path, key })) !== null) throw new AlreadyAnswered();
    await tx.insert("IdempotentAnswer", {
      tokenId,
      path,
      key,
      requestHash: place.requestHash,
      status: answer.status,
      body: answer.body === undefined ? "" : JSON.stringify(answer.body),
      location: answer.location ?? null,
      createdAt: systemClock.now(),
    });
  };
}

/**
 * Runs `work` at most once per owner, path and key. Answers its result, or the stored answer of an earlier run;
 * concurrent twins wait. Throws `idempotency_key_reused` for the same key with other content. What throws is not stored.
 */
export async function answerOnce<R>(
  place: Place,
  work: (remember: Remember) => Promise<R>,
): Promise<{ replayed: Replay; result: null } | { replayed: null; result: R }> {
  if (place.key.length > MAX_KEY_LENGTH) {
    throw invalidInput({ path: "Idempotency-Key", code: "too_long", params: { limit: MAX_KEY_LENGTH } });
  }
  const name = JSON.stringify([place.owner, place.path, place.key]);
  for (let twin = running.get(name); twin !== undefined; twin = running.get(name)) await twin.catch(() => undefined);
  const stored = find(place);
  if (stored !== null) return { replayed: stored, result: null };
  const run = work(rememberAt(place));
  running.set(name, run);
  try {
    return { replayed: null, result: await run };
  } catch (error) {
    const replayed = error instanceof AlreadyAnswered ? find(place) : null;
    if (replayed !== null) return { replayed, result: null };
    throw error;
  } finally {
    running.delete(name);
  }
}
