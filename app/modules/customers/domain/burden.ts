import { daysBetween, localDay } from "#kernel/period.ts";

/** After so many days without any contact a story is over, and the next contact begins another. */
export const STORY_GAP_DAYS = 30;

/** One thing that happened with a customer, as far as the burden asks. */
export interface Encounter {
  readonly at: Date;
  /** The customer was in contact with us: a note marked so, or a decision. */
  readonly contact: boolean;
  /** The colleague they met; null when unknown. */
  readonly byId: string | null;
  /** When this settled the customer's matter; null while it has not. */
  readonly settledAt: Date | null;
}

/** What we have put a customer through in the matter that is open now. */
export interface Burden {
  /** Contacts in the open story: how often they had to tell it. */
  readonly timesTold: number;
  /** Different colleagues they met in it. */
  readonly peopleMet: number;
  /** Local days from its first contact to today; 0 when nothing is open. */
  readonly daysWaiting: number;
}

/**
 * The burden of the open story. A story begins with a contact, and goes on with each contact less than
 * {@link STORY_GAP_DAYS} local days after the one before. It is over when something in it was settled after its last
 * contact or by it, or when the last contact is {@link STORY_GAP_DAYS} days or more ago; then all three are 0.
 * A contact with an unknown colleague counts as told, and as met by nobody.
 * @param encounters in any order; those that are no contact only settle
 * @param zone IANA time zone that days are counted in
 */
export function burdenOf(encounters: readonly Encounter[], now: Date, zone: string): Burden {
  const settled = Math.max(-Infinity, ...encounters.map(({ settledAt }) => settledAt?.getTime() ?? -Infinity));
  const contacts = encounters
    .filter(({ contact, at, settledAt }) => contact && at <= now && settledAt === null && at.getTime() > settled)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const today = localDay(now, zone);
  let day = today;
  const story: Encounter[] = [];
  for (const contact of contacts) {
    const on = localDay(contact.at, zone);
    if (daysBetween(on, day) >= STORY_GAP_DAYS) break;
    story.push(contact);
    day = on;
  }
  const met = new Set(story.map(({ byId }) => byId).filter((id) => id !== null));
  return { timesTold: story.length, peopleMet: met.size, daysWaiting: story.length === 0 ? 0 : daysBetween(day, today) };
}
