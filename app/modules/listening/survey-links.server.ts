import { db } from "#platform/db.server.ts";
import { lookupHash, randomToken, sameText, tokenHash } from "#platform/secrets.server.ts";
import { linkState, type LinkState, readVisit, type Visit, writeVisit } from "./domain/links.ts";

const COLUMNS = {
  ...{ id: true, kind: true, touchpointCode: true, siteCode: true, departmentCode: true, channel: true, decisionId: true, decisionNumber: true },
  ...{ customerId: true, personId: true, managerId: true, usedAt: true, expiresAt: true, revokedAt: true },
} as const;

/** A token as an address may carry one. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export type FoundLink = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/** The link of a token with where it belongs and how it stands; null for one nobody made. */
export async function findLink(token: string, now: Date) {
  if (!TOKEN.test(token)) return null;
  const link = await db.surveyLink.findUnique({ where: { tokenHash: tokenHash(token) }, select: COLUMNS });
  return link === null ? null : { ...link, state: linkState(link, now) satisfies LinkState };
}

const signed = (text: string): string => lookupHash("survey-visit", text);

/** A visit of a poster's page, signed: what its form sends back, good for one answer. Nothing is stored before that. */
export function newVisit(linkId: string, now: Date): string {
  const text = writeVisit({ linkId, at: now, nonce: randomToken() });
  return `${text}~${signed(text)}`;
}

/** The visit a form sends; null for one that was not made here for this link, or too long ago. */
export function openVisit(sent: string, linkId: string, now: Date): Visit | null {
  const [text = "", signature = ""] = sent.slice(0, 300).split("~", 2);
  if (!sameText(signature, signed(text))) return null;
  return readVisit(text, linkId, now);
}
