/** A person who may be asked. */
export interface Candidate {
  readonly id: string;
  readonly email: string;
  readonly active: boolean;
}

/** What the search needs to know about people at one instant. */
export interface People {
  /** Managers above a person, nearest first, each once. */
  readonly lineAbove: (personId: string) => readonly Candidate[];
  readonly rolesOf: (personId: string) => readonly string[];
  /** Whether somebody is away, and who stands in for them. */
  readonly standInFor: (personId: string) => { readonly absent: boolean; readonly standIn: Candidate | null };
  /** Active people of the requester's site, without the requester. */
  readonly colleagues: () => readonly Candidate[];
  /** Active people who hold a role. */
  readonly holdersOf: (role: string) => readonly Candidate[];
}

/** By own authority, beside the requester as second person, or by the exceptions of the policy. */
export type ApprovalKind = "person" | "second_person" | "exception";

export interface Search {
  readonly requesterId: string;
  /** The person who is the customer, where known. */
  readonly customerPersonId: string | null;
  /** Everybody asked before on the same decision. */
  readonly earlier: readonly string[];
  readonly people: People;
  /** How somebody would approve, or null when they cannot. */
  readonly qualifies: (personId: string) => "person" | "exception" | null;
}

export interface Found {
  readonly approverId: string;
  /** The absent person the approver stands in for. */
  readonly onBehalfOfId: string | null;
  readonly kind: ApprovalKind;
}

/** Roles that decide, lowest first; other roles are no step of the line. */
const HIERARCHY = ["frontline", "supervisor", "manager", "leader"];
const rank = (role: string) => HIERARCHY.indexOf(role);

const byEmail = (a: Candidate, b: Candidate) => (a.email < b.email ? -1 : a.email > b.email ? 1 : 0);

/**
 * People who may never answer: the requester, the customer, everybody asked before, and who stands in for one of these.
 */
export function excludedFrom(search: Pick<Search, "requesterId" | "customerPersonId" | "earlier" | "people">): ReadonlySet<string> {
  const named = [search.requesterId, ...search.earlier, ...(search.customerPersonId === null ? [] : [search.customerPersonId])];
  const standIns = named.map((id) => search.people.standInFor(id).standIn?.id).filter((id) => id !== undefined);
  return new Set([...named, ...standIns]);
}

/**
 * The person to ask: the first qualified one of the reporting line, from the first who holds `role` or a higher one; in
 * an absent person's place their stand-in. Nobody there: a holder of `lastResort`, in order of e-mail, qualified ones
 * first; they are asked even when nobody qualifies, since nothing is ever approved by itself. Null when nobody is left.
 * Source: design.md §4.1, step 8.
 */
export function findApprover(search: Search, role: string, lastResort: string): Found | null {
  const excluded = excludedFrom(search);
  const line = search.people.lineAbove(search.requesterId);
  const start = line.findIndex((person) => search.people.rolesOf(person.id).some((held) => rank(held) >= 0 && rank(held) >= rank(role)));
  for (const person of start < 0 ? [] : line.slice(start)) {
    const found = ask(person, search, excluded);
    if (found !== null) return found;
  }
  const holders = [...search.people.holdersOf(lastResort)].sort(byEmail);
  for (const person of holders) {
    const found = ask(person, search, excluded);
    if (found !== null) return found;
  }
  const left = holders.map((person) => present(person, search)).find((asked) => asked !== null && !excluded.has(asked.approverId));
  return left ? { ...left, kind: "exception" } : null;
}

/** Colleagues of the same site who may confirm as second person, in order of e-mail; absent ones are left out. */
export function findSecondPeople(search: Search): string[] {
  const excluded = excludedFrom(search);
  return [...search.people.colleagues()]
    .filter((person) => person.active && !excluded.has(person.id) && !search.people.standInFor(person.id).absent)
    .sort(byEmail)
    .filter((person) => search.qualifies(person.id) === "person")
    .map((person) => person.id);
}

/** The person, or in their absence whoever stands in for them. */
function present(person: Candidate, { people }: Search): Omit<Found, "kind"> | null {
  const { absent, standIn } = people.standInFor(person.id);
  if (!absent) return person.active ? { approverId: person.id, onBehalfOfId: null } : null;
  return standIn?.active ? { approverId: standIn.id, onBehalfOfId: person.id } : null;
}

function ask(person: Candidate, search: Search, excluded: ReadonlySet<string>): Found | null {
  if (excluded.has(person.id)) return null;
  const asked = present(person, search);
  if (asked === null || excluded.has(asked.approverId)) return null;
  const kind = search.qualifies(asked.approverId);
  return kind === null ? null : { ...asked, kind };
}
