const DAY_MS = 86_400_000;

/** How long the question about one case may be answered. */
export const CASE_LINK_DAYS = 14;
/** How long after a poster was opened its form may be sent. */
export const VISIT_HOURS = 12;
/** How long after an answer in one tap words may still be added to it. */
export const WORDS_MINUTES = 60;
/** Days in which one customer is not asked again about another case, unless the organisation chose otherwise. */
export const COOL_DOWN_DAYS = 30;

/** Answers from one address, and of one link, in ten minutes. */
export const ADDRESS_LIMIT = { points: 60, seconds: 600 } as const;
export const LINK_LIMIT = { points: 600, seconds: 600 } as const;

export interface LinkTimes {
  readonly usedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export type LinkState = "open" | "used" | "expired" | "revoked";

/** Whether a link may still be answered; that it was used says more than that it has ended since. */
export function linkState({ usedAt, expiresAt, revokedAt }: LinkTimes, now: Date): LinkState {
  if (usedAt !== null) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : "open";
}

/** When the question about a case ends that is asked now. */
export const caseLinkEnds = (now: Date): Date => new Date(now.getTime() + CASE_LINK_DAYS * DAY_MS);

/** When a customer may be asked about another case; null: at once. `days` 0 knows no pause. */
export function askedUntil(lastAskedAt: Date | null, days: number, now: Date): Date | null {
  if (lastAskedAt === null) return null;
  const until = new Date(lastAskedAt.getTime() + days * DAY_MS);
  return until > now ? until : null;
}

/** One opening of a poster's page: of which link, when, told apart by a random part. */
export interface Visit {
  readonly linkId: string;
  readonly at: Date;
  readonly nonce: string;
}

/** A visit as text, to be signed. */
export const writeVisit = ({ linkId, at, nonce }: Visit): string => `${linkId}.${at.getTime().toString(36)}.${nonce}`;

/** The visit of a text whose signature held; null for another form, another link, or one that is too old or of the future. */
export function readVisit(text: string, linkId: string, now: Date): Visit | null {
  const [, id, time = "", nonce = ""] = /^([0-9a-f-]{36})\.([0-9a-z]{1,11})\.([A-Za-z0-9_-]{16,64})$/.exec(text) ?? [];
  if (id !== linkId) return null;
  const at = new Date(Number.parseInt(time, 36));
  const age = now.getTime() - at.getTime();
  return age >= 0 && age <= VISIT_HOURS * 3_600_000 ? { linkId: id, at, nonce } : null;
}
