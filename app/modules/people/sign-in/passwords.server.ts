import { hash, verify } from "@node-rs/argon2";
import { invalidInput } from "#platform/http/refusal.ts";
import { type PasswordContext, normalisePassword, passwordFault } from "./password-rules.ts";

/** Argon2id (the library's default kind) with the parameters OWASP asks for: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const PREFIX = "$argon2id$v=19$m=19456,t=2,p=1$";

/** Verified when there is no such account, so that it takes as long as one that exists. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$qTOkj6RMmtmpn0gnsdfinQ$FpQjwJhTrLbjsZdmDVrXqg+MNXF8hByef5w8DDoZQFs";

/** At most so many hashes at once: each takes 19 MiB and a core. */
const AT_ONCE = 2;
const queueKey = Symbol.for("tam.people.password-queue");
const holder = globalThis as { [queueKey]?: { running: number; waiting: (() => void)[] } };
const queue = (holder[queueKey] ??= { running: 0, waiting: [] });

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (queue.running >= AT_ONCE) await new Promise<void>((resolve) => queue.waiting.push(resolve));
  else queue.running += 1;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next === undefined) queue.running -= 1;
    else next();
  }
}

/** The argon2id hash of a password as typed. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalisePassword(password), PARAMETERS));
}

/** Whether the password belongs to the hash; without a hash it takes as long and answers false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const typed = normalisePassword(password).slice(0, 4_096);
  return inTurn(async () => {
    const matches = await verify(stored ?? NOBODY, typed);
    return matches && stored !== null;
  });
}

/** Whether a hash was made with weaker parameters than today's. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(PREFIX);
}

let common: Promise<ReadonlySet<string>> | null = null;

/** Common passwords, lower case; the list is loaded when a password is first chosen. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"].map((entry) => String(entry).toLowerCase())));
  return common;
}

/** Hashes a password somebody chose. Throws 422 naming `path` when it may not be used. */
export async function choosePassword(password: string, context: PasswordContext, path: string): Promise<string> {
  const fault = passwordFault(normalisePassword(password), context, await commonPasswords());
  if (fault !== null) throw invalidInput({ path, ...fault });
  return hashPassword(password);
}
