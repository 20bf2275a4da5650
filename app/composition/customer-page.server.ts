import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { systemClock } from "#kernel/clock.ts";
import { entryText, type TimelineEntry } from "#modules/customers/public.ts";
import { customerTimeline, lookUpCustomer } from "#modules/customers/public.server.ts";
import { colleaguesAtSite, findPeople, organisation, searchDirectory } from "#modules/people/public.server.ts";
import { marketingHold } from "./complaints.server.ts";
import { timelineSources } from "./timeline.server.ts";

/** Entries of the story on one page. */
const SHOWN = 100;

/** Whom something may be given to at first sight: oneself and the colleagues of one's site, or of one's department. */
export async function likelyColleagues(actor: PersonActor): Promise<{ id: string; name: string; detail: string }[]> {
  const self = { id: actor.personId, name: actor.name, detail: actor.email };
  const others =
    actor.siteCode !== null
      ? colleaguesAtSite(actor.siteCode, actor.personId)
      : await searchDirectory(actor, { department: actor.departmentCode }, { limit: 100, cursor: null });
  return [self, ...others.filter(({ id }) => id !== actor.personId).map(({ id, name, email }) => ({ id, name, detail: email }))];
}

/** Everything the page of one customer shows; null for somebody unknown. */
export async function customerPage(actor: PersonActor, ref: string, { t, locale }: { t: Translator; locale: Locale }) {
  const { timeZone } = organisation();
  const now = systemClock.now();
  const found = await lookUpCustomer({ ref }, { sources: timelineSources, now, timeZone });
  if (found === null) return null;
  const entries = await customerTimeline(found.id, timelineSources, SHOWN);
  const people = findPeople([...entries.map(({ byId }) => byId), ...found.openPromises.map(({ keeperId }) => keeperId)].filter((id) => id !== null));
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? null));
  const story = ({ id, at, kind, words, byId, href, settledAt }: TimelineEntry) => ({
    key: `${kind}:${id}`, at: at.toISOString(), kind, text: entryText(t, words, locale), by: nameOf(byId), href, settled: settledAt !== null,
  });
  const writes = can(actor, "customers.write");
  const { id: _id, recent: _recent, openPromises, ...customer } = found;
  return {
    ...customer,
    promises: openPromises.map(({ id, text, dueAt, keeperId }) => ({ id, text, dueAt: dueAt.toISOString(), keeper: nameOf(keeperId) })),
    hold: marketingHold(found.id, now),
    story: entries.map(story),
    colleagues: writes ? await likelyColleagues(actor) : [],
    self: actor.personId,
    may: {
      write: writes,
      decide: can(actor, "decisions.record"),
      reveal: customer.phoneLast !== null && can(actor, "customers.reveal-phone"),
      erase: can(actor, "customers.erase"),
    },
  };
}
