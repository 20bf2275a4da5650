import { isRole } from "#access/roles.ts";
import { isLocale } from "#i18n/locale.ts";
import { translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import { systemClock } from "#kernel/clock.ts";
import { type Asked, actorRef, demand, demandGrants } from "#platform/acting.server.ts";
import { baseAddress } from "#platform/base-address.server.ts";
import { env } from "#platform/env.server.ts";
import { Refusal, notFound } from "#platform/http/refusal.ts";
import { queueMail } from "#platform/outbox.server.ts";
import { randomToken, tokenHash } from "#platform/secrets.server.ts";
import { type Row, type Tx, transaction } from "#platform/transaction.server.ts";
import { findOrganisation } from "../organisation.server.ts";
import { placeOf } from "../person-record.server.ts";
import { recordSignIn } from "./record-sign-in.server.ts";

export type LinkKind = "invitation" | "reset";

const LIFE_MINUTES: Readonly<Record<LinkKind | "setup", number>> = { invitation: 24 * 60, reset: 60, setup: 24 * 60 };

/** A link that was just made; its secret is in `path` and nowhere else. */
export interface SignInLink {
  /** Path on this server. */
  readonly path: string;
  readonly expiresAt: Date;
  readonly emailed: boolean;
}

/** Stores a one-time link and makes the unused earlier ones of the same person (or the set-up) useless. Answers its path. */
export async function insertLink(tx: Tx, kind: LinkKind | "setup", personId: string | null, createdById: string | null, now: Date): Promise<{ path: string; expiresAt: Date }> {
  const token = randomToken();
  const expiresAt = new Date(now.getTime() + LIFE_MINUTES[kind] * 60_000);
  await tx.update("OneTimeLink", personId === null ? { kind, personId: null, usedAt: null } : { personId, usedAt: null }, { usedAt: now });
  await tx.insert("OneTimeLink", { tokenHash: tokenHash(token), kind, personId, createdById, createdAt: now, expiresAt, usedAt: null });
  return { path: kind === "setup" ? `/setup/${token}` : `/link/${token}`, expiresAt };
}

/** Puts the mail with the link into the outbox, in the person's language. Answers whether there is a mail server. */
async function mailLink(tx: Tx, person: Row<"Person">, kind: LinkKind, link: { path: string; expiresAt: Date }, now: Date): Promise<boolean> {
  if (env.SMTP_URL === null) return false;
  const organisation = findOrganisation();
  const organisationWords = organisation === null ? undefined : { timeZone: organisation.timeZone, labels: organisation.labels, address: "anh/chị" as const };
  const t = translator(isLocale(person.language) ? person.language : "vi", organisationWords);
  const params = { name: person.name, organisation: organisation?.name ?? "", link: baseAddress() + link.path, until: link.expiresAt };
  const say = (code: string) => words(t, `sign-in:mail.${kind}`, { code, params });
  await queueMail(tx, { to: person.email, subject: say("subject"), text: say("text"), at: now });
  return true;
}

/** Makes a link inside a transaction of the caller's, for a person who is known to be within reach. */
export async function insertSignInLink(tx: Tx, asked: Asked, person: Row<"Person">, kind: LinkKind): Promise<SignInLink> {
  const link = await insertLink(tx, kind, person.id, asked.actor?.personId ?? null, asked.now);
  const emailed = await mailLink(tx, person, kind, link, asked.now);
  const event = { type: "sign-in-link.created", schema: 1, data: { kind, emailed } } as const;
  await recordSignIn(tx, event, { kind: "person", id: person.id }, actorRef(asked), asked.now);
  return { ...link, emailed };
}

async function personWithin(tx: Tx, asked: Asked, personId: string): Promise<Row<"Person">> {
  const person = await tx.find("Person", { id: personId });
  if (person === null || !person.active) throw notFound();
  demand(asked, "people.sign-in-links", placeOf(person));
  const roles = (await tx.list("RoleAssignment", { personId })).map((row) => row.role).filter(isRole);
  // Whoever may reset somebody's password could act as them: only those whose roles are theirs to hand out.
  demandGrants(asked, roles, personId);
  return person;
}

/**
 * A one-time link with which a person chooses a password: an invitation (24 hours) or a reset (one hour); earlier unused
 * links of theirs stop working. Refuses: `forbidden`, `not_found`, 403 `role_not_yours`.
 */
export async function createSignInLink(asked: Asked, personId: string, kind: LinkKind): Promise<SignInLink> {
  demand(asked, "people.sign-in-links");
  return transaction(async (tx) => insertSignInLink(tx, asked, await personWithin(tx, asked, personId), kind));
}

/** Takes away the second factor of somebody who lost it, and ends their sessions. Refuses as createSignInLink does. */
export async function resetSecondFactor(asked: Asked, personId: string): Promise<void> {
  demand(asked, "people.sign-in-links");
  await transaction(async (tx) => {
    await personWithin(tx, asked, personId);
    await tx.update("Credential", { personId }, { totpSecret: null, totpEnabledAt: null, totpLastStep: null, updatedAt: asked.now });
    await tx.remove("RecoveryCode", { personId });
    await tx.remove("Session", { personId });
    await recordSignIn(tx, { type: "second-factor.removed", schema: 1, data: { by: "administrator" } }, { kind: "person", id: personId }, actorRef(asked), asked.now);
  });
}

/** Mails a reset link to whoever has this address; the answer is the same for everybody. Refuses 409 `no_mail_server` where there is none. */
export async function askForReset(email: string, visitor: { requestId: string | null; address: string | null }): Promise<void> {
  if (env.SMTP_URL === null) throw new Refusal("no_mail_server", { status: 409 });
  const now = systemClock.now();
  await transaction(async (tx) => {
    const person = await tx.find("Person", { email: email.trim().toLowerCase(), active: true });
    if (person !== null) await mailLink(tx, person, "reset", await insertLink(tx, "reset", person.id, null, now), now);
    const subject = { kind: "person", id: person?.id ?? "unknown" };
    await recordSignIn(tx, { type: "sign-in-link.asked", schema: 1, data: {} }, subject, { personId: null, ...visitor }, now);
  });
}
