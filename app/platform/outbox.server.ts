import { z } from "zod";
import { newId } from "#kernel/ids.ts";
import { db } from "./db.server.ts";
import { env } from "./env.server.ts";
import type { JobDefinition } from "./jobs.server.ts";
import { log } from "./log.server.ts";
import { sendMail } from "./mail.server.ts";
import { decrypt, encrypt } from "./secrets.server.ts";
import { readHot, transaction, type Tx } from "./transaction.server.ts";

export interface MailInput {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as a page, for programs that show one. */
  readonly html?: string;
  readonly at: Date;
}

/** A message that waits, as an administrator sees it; its text stays sealed, it may hold a one-time link. */
export interface WaitingMessage {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly createdAt: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** `text` and `html` are encrypted while the message waits and gone once it is sent. */
const storedPayload = z.object({ subject: z.string(), text: z.string().nullable(), html: z.string().nullable().default(null) });

const MAX_ATTEMPTS = 10;
/** How long one attempt has a message for itself. */
const LEASE_MS = 120_000;

const context = (id: string): string => `outbox:${id}`;

function delayMs(attempts: number): number {
  return Math.min(3_600_000, 30_000 * 2 ** attempts);
}

/** Puts a message into the outbox, in the transaction of what it tells of; it leaves after the commit. */
export async function queueMail(tx: Tx, input: MailInput): Promise<string> {
  const id = newId();
  await tx.insert("OutboxMessage", {
    id,
    channel: "email",
    recipient: input.to,
    payload: JSON.stringify({ subject: input.subject, text: encrypt(input.text, context(id)), html: input.html === undefined ? null : encrypt(input.html, context(id)) }),
    createdAt: input.at,
    nextTryAt: input.at,
  });
  return id;
}

async function sendOne(message: { id: string; recipient: string; payload: string; attempts: number }, now: Date): Promise<boolean> {
  const claimed = await transaction((tx) =>
    tx.statement("outbox.claim", { id: message.id, attempts: message.attempts, now, until: new Date(now.getTime() + LEASE_MS) }),
  );
  if (claimed !== 1) return false;
  try {
    const payload = storedPayload.parse(JSON.parse(message.payload));
    const opened = (sealed: string | null) => (sealed === null ? null : decrypt(sealed, context(message.id)));
    await sendMail({ id: message.id, to: message.recipient, subject: payload.subject, text: opened(payload.text) ?? "", html: opened(payload.html) });
    await transaction((tx) =>
      tx.update("OutboxMessage", { id: message.id }, { sentAt: now, lastError: null, payload: JSON.stringify({ subject: payload.subject, text: null }) }),
    );
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 500) : "unknown";
    log.warn({ messageId: message.id, err: error }, "mail not sent");
    await transaction((tx) =>
      tx.update("OutboxMessage", { id: message.id, attempts: message.attempts + 1, sentAt: null }, { lastError: reason, nextTryAt: new Date(now.getTime() + delayMs(message.attempts)) }),
    );
    return false;
  }
}

/** Sends what is due and answers how many messages left. Without SMTP_URL nothing leaves and everything stays visible. */
export async function sendDueMail(now: Date): Promise<number> {
  if (env.SMTP_URL === null) return 0;
  let sent = 0;
  for (const message of readHot("outbox.due", { now, maxAttempts: MAX_ATTEMPTS, limit: 50 })) {
    if (await sendOne(message, now)) sent += 1;
  }
  return sent;
}

/** Messages that have not left, oldest first. */
export async function waitingMessages(limit: number): Promise<WaitingMessage[]> {
  const rows = await db.outboxMessage.findMany({ where: { sentAt: null }, orderBy: { createdAt: "asc" }, take: limit });
  return rows.map((row) => ({
    id: row.id,
    recipient: row.recipient,
    subject: storedPayload.parse(JSON.parse(row.payload)).subject,
    createdAt: row.createdAt.toISOString(),
    attempts: row.attempts,
    lastError: row.lastError,
  }));
}

/** Sends the outbox every minute. */
export const outboxJob: JobDefinition = {
  kind: "outbox.send",
  every: "* * * * *",
  run: async ({ now }) => {
    await sendDueMail(now);
  },
};
