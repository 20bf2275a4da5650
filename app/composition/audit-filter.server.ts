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

/** Names of the people who did what is listed, and of those it was done about. */
export function peopleNames(events: readonly EventView[]): Record<string, string> {
  const ids = events.flatMap(({ actorId, subject }) => [...(actorId === null ? [] : [actorId]), ...(subject.kind === "person" ? [subject.id] : [])]);
  return Object.fromEntries([...findPeople([...new Set(ids)])].map(([id, person]) => [id, person.name]));
}

/** What an event is about as a person would call it, with its page where it has one. */
export interface SubjectView {
  readonly kind: string;
  readonly label: string;
  readonly href: string | null;
}

export function subjectView({ subject: { kind, id }, data }: EventView, names: Readonly<Record<string, string>>): SubjectView {
  const { number, code, decisionId } = data as { readonly number?: unknown; readonly code?: unknown; readonly decisionId?: unknown };
  const label = typeof number === "string" ? number : (names[id] ?? id);
  if (kind === "decision") return { kind, label, href: `/decisions/${id}` };
  if (kind === "approval") return { kind, label, href: typeof decisionId === "string" ? `/decisions/${decisionId}` : null };
  if (kind === "recognition") return { kind, label, href: `/recognition/${id}` };
  if (kind === "practice") return { kind, label: label.slice(0, 8), href: `/learn/practice/${id}` };
  if (kind === "certificate") return { kind, label: label.slice(0, 8), href: `/learn/certificates/${id}` };
  if (kind === "story") return { kind, label: label.slice(0, 8), href: `/stories/${id}` };
  if (kind === "circle") return { kind, label: label.slice(0, 8), href: `/circles/${id}` };
  if (kind === "feedback") return { kind, label: label.slice(0, 8), href: `/listening/${id}` };
  if (kind === "improvement") return { kind, label, href: `/improvements/${id}` };
  if (kind === "procedure") return { kind, label: typeof code === "string" ? code : label, href: `/procedures/${id}` };
  if (kind === "pulse") return { kind, label: label.slice(0, 8), href: `/pulses/${id}` };
  if (kind === "kpi" && typeof code === "string") return { kind, label: code, href: `/kpis/${encodeURIComponent(code)}` };
  if (kind === "person") return { kind, label, href: `/people/${id}` };
  return { kind, label, href: kind === "policy" && /^\d+$/.test(id) ? `/policies/${id}` : null };
}
