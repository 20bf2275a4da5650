import { formatList } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import { organisationTranslator, peopleWithRole } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { type PersonalChanges, changesFor, changesNothing } from "../domain/announcement.ts";
import { type PolicyChanges, policyChanges } from "../domain/rule-changes.ts";
import type { PolicyDocument } from "../public.ts";
import type { RuleNames } from "../rule-view.server.ts";
import { type BoundPerson, boundPeople } from "./bound-people.server.ts";
import { changesView } from "./change-view.server.ts";
import { budgetName, changeLines } from "./change-words.ts";

export interface Announcement {
  readonly version: number;
  readonly document: PolicyDocument;
  /** The version that stands until then; null for the first. */
  readonly before: PolicyDocument | null;
  readonly effectiveFrom: Date;
  readonly names: RuleNames;
  /** Who published it knows. */
  readonly exceptId: string | null;
}

/** Told of every version besides those it binds: who decides by it in some place, and who writes it. */
const ALSO = ["frontline", "supervisor", "manager", "hr", "leader"] as const;

/** What differs from the version before; of the first one everything is new. */
export function changesSince(before: PolicyDocument | null, document: PolicyDocument): PolicyChanges {
  return policyChanges(before ?? { rules: [], budgets: [] }, document);
}

/** People for whom the same changes. */
export interface Audience {
  readonly people: readonly BoundPerson[];
  readonly changes: PersonalChanges;
}

const keyOf = ({ rules, budgets }: PersonalChanges) =>
  JSON.stringify([rules.map(({ code, kind, fields }) => [code, kind, fields.map(({ field }) => field)]), budgets.map(({ code, before, after }) => [code, before, after])]);

/** Everybody a version binds, or the one before it did, by what changes for them: those with most to read first. */
export function audiences(document: PolicyDocument, before: PolicyDocument | null, at: Date): Audience[] {
  const changes = changesSince(before, document);
  const groups = new Map<string, { people: BoundPerson[]; changes: PersonalChanges }>();
  for (const person of boundPeople(before === null ? [document] : [document, before], at)) {
    const mine = changesFor(changes, person.facts);
    const key = keyOf(mine);
    const group = groups.get(key) ?? { people: [], changes: mine };
    group.people.push(person);
    groups.set(key, group);
  }
  const size = ({ rules, budgets }: PersonalChanges) => rules.length + budgets.length;
  return [...groups.values()].sort((a, b) => size(b.changes) - size(a.changes) || b.people.length - a.people.length);
}

interface Told {
  readonly names: { readonly vi: string; readonly en: string };
  readonly details: Readonly<Record<Locale, string>>;
}

/** What is said of some changes, in both languages; the same for everybody for whom the same changes. */
function wordsFor({ document, before, names }: Announcement, changes: PersonalChanges): Told {
  const view = changesView(changes, document, before, names);
  const reader = (locale: Locale) => ({ t: organisationTranslator(locale), locale, currency: document.currency });
  const list = (locale: Locale) => formatList([...view.rules.map(({ name }) => name[locale]), ...view.budgets.map((budget) => budgetName(budget, reader(locale)))], locale);
  return { names: { vi: list("vi"), en: list("en") }, details: { vi: changeLines(view, reader("vi")), en: changeLines(view, reader("en")) } };
}

/**
 * Tells everybody a version binds what changes for them and why, in their language, and others who work with it that it
 * comes; in the transaction that publishes it. @returns how many were told
 */
export async function announce(tx: Tx, announcement: Announcement, now: Date): Promise<number> {
  const { version, document, before, effectiveFrom, exceptId } = announcement;
  const params = { version, effectiveFrom: effectiveFrom.toISOString() };
  const told = new Set<string>(exceptId === null ? [] : [exceptId]);
  for (const { people, changes } of audiences(document, before, now)) {
    const said = changesNothing(changes) ? null : wordsFor(announcement, changes);
    for (const { id, language } of people) {
      if (told.has(id)) continue;
      told.add(id);
      const notice = { personId: id, href: `/policies/${version}/respond`, at: now };
      if (said === null) await notify(tx, { ...notice, kind: "policy.published", params });
      else await notify(tx, { ...notice, kind: "policy.changed", params: { ...params, names: said.names }, details: said.details[language] });
    }
  }
  for (const { id } of ALSO.flatMap((role) => peopleWithRole(role))) {
    if (told.has(id)) continue;
    told.add(id);
    await notify(tx, { personId: id, kind: "policy.published", params, href: `/policies/${version}`, at: now });
  }
  return told.size - (exceptId === null ? 0 : 1);
}
