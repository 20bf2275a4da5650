import { parseDay, startOfDay } from "#kernel/period.ts";
import type { EventFilter, EventView } from "#modules/audit/public.server.ts";
import { findPeople, findPersonByEmail } from "#modules/people/public.server.ts";

/** The trail's filter as an address carries it: days are local, a person is named by e-mail, a subject is `kind` or `kind:id`. */
export function auditFilter(values: URLSearchParams, timeZone: string): EventFilter {
  const text = (name: string) => (values.get(name) ?? "").trim();
  const instant = (name: string) => {
    const day = parseDay(text(name));
    return day.ok ? startOfDay(day.value, timeZone) : null;
  };
  const from = instant("from");
  const to = instant("to");
  const [kind, id] = text("subject").split(":", 2);
  const actor = text("actor") === "" ? undefined : findPersonByEmail(text("actor"));
  return {
    ...(text("type") === "" ? {} : { type: text("type") }),
    ...(kind ? { subject: { kind, ...(id ? { id } : {}) } } : {}),
    ...(actor === undefined ? {} : { actorId: actor?.id ?? "nobody" }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

/** Names of the people who did what is listed. */
export function actorNames(events: readonly EventView[]): Record<string, string> {
  const people = findPeople([...new Set(events.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))]);
  return Object.fromEntries([...people].map(([id, person]) => [id, person.name]));
}
