import { localDay, minuteOfDay } from "#kernel/period.ts";
import { findOrganisation, findPerson, organisationTranslator } from "#modules/people/public.server.ts";
import { baseAddress } from "#platform/base-address.server.ts";
import { db } from "#platform/db.server.ts";
import { env } from "#platform/env.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { queueMail } from "#platform/outbox.server.ts";
import { type Row, transaction, type Tx } from "#platform/transaction.server.ts";
import { channelsOf } from "./choices.server.ts";
import { digestMail } from "./digest-mail.ts";
import { topicOf } from "./domain/topics.ts";

/** From when on the mail of the day leaves, in minutes of the organisation's day. */
const FROM_MINUTE = 7 * 60;

/** What of the waiting is still to be told: not read meanwhile, and still wanted in the mail of the day. */
async function stillWanted(tx: Tx, personId: string, waiting: readonly Row<"Notification">[]): Promise<Row<"Notification">[]> {
  const wanted: Row<"Notification">[] = [];
  for (const row of waiting) {
    if (row.readAt !== null) continue;
    if ((await channelsOf(tx, personId, topicOf(row.kind), true)).mail === "daily") wanted.push(row);
  }
  return wanted;
}

/** One person's mail of the day: at most one a day, with its rows marked and its message queued together. Answers whether one leaves. */
async function digestFor(tx: Tx, personId: string, day: string, now: Date): Promise<boolean> {
  const last = await tx.find("NotificationDigest", { personId });
  if (last !== null && last.day >= day) return false;
  const waiting = await tx.list("Notification", { personId, forDigest: true }, { orderBy: [["createdAt", "asc"]] });
  const wanted = await stillWanted(tx, personId, waiting);
  // What was to be told by mail alone has now been told, and is tidied up with what was read.
  await tx.update("Notification", { personId, forDigest: true, shown: false }, { readAt: now });
  await tx.update("Notification", { personId, forDigest: true }, { forDigest: false });
  const person = findPerson(personId);
  if (wanted.length === 0 || person === null || !person.active) return false;
  const told = wanted.map(({ kind, params, href }) => ({ kind, params: JSON.parse(params) as Record<string, unknown>, href }));
  await queueMail(tx, { to: person.email, at: now, ...digestMail(organisationTranslator(person.language), person, told, baseAddress()) });
  await tx.upsert("NotificationDigest", { personId }, { personId, day, count: wanted.length, at: now });
  return true;
}

/** Queues the mail of the day for everybody for whom something waits and who had none today. Answers how many leave. */
export async function sendDigests(now: Date): Promise<number> {
  const zone = findOrganisation()?.timeZone;
  if (env.SMTP_URL === null || zone === undefined || minuteOfDay(now, zone) < FROM_MINUTE) return 0;
  const day = localDay(now, zone);
  const people = await db.notification.findMany({ where: { forDigest: true }, distinct: ["personId"], select: { personId: true }, orderBy: { personId: "asc" } });
  let sent = 0;
  for (const { personId } of people) {
    if (await transaction((tx) => digestFor(tx, personId, day, now))) sent += 1;
  }
  return sent;
}

/** The mail of the day, from seven in the morning where the organisation is; whoever had theirs is passed over. */
export const digestJob: JobDefinition = {
  kind: "notifications.digest",
  every: "*/15 * * * *",
  run: async ({ now }) => {
    await sendDigests(now);
  },
};
