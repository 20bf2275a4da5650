import { newId } from "#kernel/ids.ts";
import { words } from "#i18n/words.ts";
import { findPerson, organisationTranslator } from "#modules/people/public.server.ts";
import { baseAddress } from "#platform/base-address.server.ts";
import { env } from "#platform/env.server.ts";
import { queueMail } from "#platform/outbox.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { channelsOf } from "./choices.server.ts";
import { TOPICS, topicOf } from "./domain/topics.ts";
import { mailText } from "./notification-text.ts";

export interface NotificationInput {
  readonly personId: string;
  /** Message key, as `approval.waiting`; its topic must be in the table of topics. */
  readonly kind: string;
  /** Parameters of the message: codes, ids, numbers, ISO instants. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Path of the page it leads to; null: none. */
  readonly href: string | null;
  readonly at: Date;
  /** What a mail at once says besides, in the person's language. */
  readonly details?: string;
}

/** The mail that leaves at once: one sentence and where to go. */
async function mailNow(tx: Tx, { personId, kind, params, href, at, details }: NotificationInput): Promise<void> {
  const person = findPerson(personId);
  if (person === null || !person.active) return;
  const t = organisationTranslator(person.language);
  const said = mailText(t, { kind, params }, person.language);
  const whole = details === undefined || !TOPICS[topicOf(kind)].spokenInMail ? said : `${said}\n\n${details}`;
  const text = words(t, "notifications:mail", { code: "text", params: { name: person.name.split(" ").at(-1) ?? person.name, said: whole, link: `${baseAddress()}${href ?? "/"}` } });
  await queueMail(tx, { to: person.email, subject: said, text, at });
}

/**
 * Tells a person something, where they want to hear of it, in the transaction of what it tells of: the one way of every
 * module. A mail says nothing that stays behind sign-in.
 */
export async function notify(tx: Tx, input: NotificationInput): Promise<void> {
  const { personId, kind, params, href, at } = input;
  if (href !== null && !/^\/(?![/\\])/.test(href)) throw new TypeError("A notification leads to a path of this product");
  const { inApp, mail } = await channelsOf(tx, personId, topicOf(kind), env.SMTP_URL !== null);
  const forDigest = mail === "daily";
  if (inApp || forDigest) await tx.insert("Notification", { id: newId(), personId, kind, params: JSON.stringify(params), href, createdAt: at, readAt: null, shown: inApp, forDigest });
  if (mail === "at_once") await mailNow(tx, input);
}
