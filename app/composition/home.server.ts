import type { PersonActor } from "#access/actor.ts";
import { type Action, can } from "#access/permissions.ts";
import type { Locale } from "#i18n/locale.ts";
import { systemClock } from "#kernel/clock.ts";
import { careWaiting } from "#modules/care/public.server.ts";
import { promisesToKeep } from "#modules/customers/public.server.ts";
import { decisionRows, homeView, waitingOnMe } from "#modules/empowerment/public.server.ts";
import type { DecisionRow } from "#modules/empowerment/view-models.ts";
import { waitingCount } from "#modules/improvements/public.server.ts";
import { startCard } from "#modules/listening/public.server.ts";
import { pulsesToAnswer } from "#modules/pulse/public.server.ts";
import { homeStep } from "./learning.server.ts";

const SHOWN = 3;

/** Where those begin who serve nobody themselves, and what each place is for them. */
const PLACES = { policies: "policies.read-drafts", people: "people.edit", qualifications: "qualifications.edit", organisation: "organisation.edit", audit: "audit.read" } as const satisfies Record<string, Action>;
export type HomePlace = keyof typeof PLACES;

/** What waits in the whole organisation, for those who only watch. */
async function stuck(actor: PersonActor): Promise<DecisionRow[]> {
  const { items } = await decisionRows(actor, { state: "pending" }, null);
  return items.slice(0, 2 * SHOWN);
}

/** What is asked of a person in the next days: something to read, to answer, to look at, to learn. */
async function forYou(actor: PersonActor, unreadVersion: number | null, now: Date) {
  const [pulses, changes, next] = await Promise.all([pulsesToAnswer(actor, now), waitingCount(actor), homeStep(actor)]);
  const pulse = pulses[0] === undefined ? null : { href: pulses.length === 1 ? `/pulse/${pulses[0].id}` : "/pulses", count: pulses.length };
  return { unreadVersion, pulse, changes, next };
}

/** What needs a person now, of every module, and below it what can wait for some days. */
export async function homePage(actor: PersonActor, locale: Locale) {
  const now = systemClock.now();
  const decides = can(actor, "decisions.record");
  const approves = can(actor, "approvals.answer");
  const none: DecisionRow[] = [];
  const [{ unreadVersion, ...home }, waiting, promises, watched, start, hard] = await Promise.all([
    homeView(actor),
    approves ? waitingOnMe(actor, locale) : [],
    can(actor, "customers.write") ? promisesToKeep(actor.personId) : [],
    !decides && can(actor, "decisions.read") ? stuck(actor) : none,
    startCard(actor, now),
    careWaiting(actor, now),
  ]);
  return {
    home,
    waiting: waiting.slice(0, SHOWN),
    more: waiting.length > SHOWN,
    promises: promises.slice(0, SHOWN).map(({ id, text, dueAt, ref }) => ({ id, text, ref, dueAt: dueAt.toISOString(), keeper: null })),
    watched,
    start,
    hard: hard.map(({ id, name, dueAt }) => ({ id, name, dueAt })),
    forYou: await forYou(actor, unreadVersion, now),
    decides,
    serves: actor.grants.some((grant) => grant.role === "frontline"),
    approves,
    places: decides ? [] : (Object.keys(PLACES) as HomePlace[]).filter((place) => can(actor, PLACES[place])),
  };
}
