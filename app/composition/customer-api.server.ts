import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { systemClock } from "#kernel/clock.ts";
import { type CustomerKey, entryText, type TimelineEntry } from "#modules/customers/public.ts";
import { customerTimeline, findCustomer, lookUpCustomer } from "#modules/customers/public.server.ts";
import { findPeople, findPersonByEmail } from "#modules/people/public.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { timelineSources } from "./timeline.server.ts";

interface Reader {
  readonly t: Translator;
  readonly locale: Locale;
  readonly timeZone: string;
}

function named(ids: Iterable<string>): (id: string | null) => { name: string; email: string } | null {
  const people = findPeople(ids);
  return (id) => {
    const person = id === null ? undefined : people.get(id);
    return person === undefined ? null : { name: person.name, email: person.email };
  };
}

/** `POST /customers/lookup` and `GET /customers/{ref}`; 404 for somebody unknown. */
export async function customerJson(key: CustomerKey, { t, locale, timeZone }: Reader) {
  const found = await lookUpCustomer(key, { sources: timelineSources, now: systemClock.now(), timeZone });
  if (found === null) throw notFound();
  const { id: _id, recent, openPromises, ...customer } = found;
  const keeper = named(openPromises.map(({ keeperId }) => keeperId));
  return {
    ...customer,
    recent: recent.map(({ at, kind, words }) => ({ at: at.toISOString(), kind, text: entryText(t, words, locale) })),
    openPromises: openPromises.map(({ id, text, dueAt, keeperId }) => ({ id, text, dueAt: dueAt.toISOString(), keeper: keeper(keeperId) })),
  };
}

/** Entries that may be paged through. */
const DEPTH = 2_000;

/** `GET /customers/{ref}/timeline`, newest first; `offset` entries are passed over. */
export async function timelineJson(ref: string, { limit, offset }: { limit: number; offset: number }, { t, locale }: Omit<Reader, "timeZone">) {
  const customer = findCustomer({ ref });
  if (customer === null) throw notFound();
  const entries = await customerTimeline(customer.id, timelineSources, Math.min(DEPTH, offset + limit + 1));
  const shown = entries.slice(offset, offset + limit);
  const by = named(shown.map(({ byId }) => byId).filter((id) => id !== null));
  const item = ({ id, at, kind, words, byId, contact }: TimelineEntry) => ({ id, at: at.toISOString(), kind, text: entryText(t, words, locale), by: by(byId), contact });
  return { items: shown.map(item), more: entries.length > offset + limit };
}

/** The keeper an e-mail names. Throws 422 `unknown_person` at `keeper`. */
export function keeperOf(email: string): { id: string; name: string; email: string } {
  const keeper = findPersonByEmail(email);
  if (keeper === null || !keeper.active) throw invalidInput({ path: "keeper", code: "unknown_person" });
  return keeper;
}

