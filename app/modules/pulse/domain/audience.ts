/** Somebody of the company at launch, with where they stand. */
export interface Placed {
  readonly id: string;
  readonly managerId: string | null;
  readonly departmentCode: string | null;
  readonly siteCode: string | null;
}

export interface LocalName {
  readonly vi: string;
  readonly en: string;
}

/** A department or site that can be asked for, with those above it. */
export interface PlaceName {
  readonly code: string;
  readonly name: LocalName;
  readonly parentCode: string | null;
}

/** The finest group an answer carries: at least k people were asked in it. */
export interface Cell {
  readonly id: string;
  readonly invited: number;
}

/** The first four cut a company; the others those who answer about one person. */
export const GROUP_KINDS = ["all", "line", "department", "site", "circle", "reports", "peers", "manager", "self"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** A group that can be asked for: whole cells, a place named as at launch; names of people are not kept here, so that they can be erased. */
export interface Group {
  /** `all`, `line:<manager's id>`, `department:<code>`, `site:<code>`; about a person `all`, `reports`, `peers`, `manager`, `self` */
  readonly id: string;
  readonly kind: GroupKind;
  readonly ref: string;
  readonly name: LocalName;
  readonly cells: readonly string[];
  readonly invited: number;
}

/** Everything about the audience that results are cut by, frozen at launch. */
export interface Frame {
  readonly cells: readonly Cell[];
  readonly groups: readonly Group[];
  /** By the id of each manager of whose people somebody was asked: the smallest group of the line that holds all their people, and whether it is their own. */
  readonly leaders: Readonly<Record<string, { readonly group: string; readonly own: boolean }>>;
  /** Cells of one person who knows that their answer stands by itself: neither anonymous nor taken together with others. */
  readonly named: readonly string[];
  /** Cells whose answers are kept as those of one, under the first of them, since the pulse closed; each cell by itself where left out. */
  readonly kept?: readonly (readonly string[])[];
}

export const ALL = "all";

export interface Company {
  /** Everybody, asked or not. */
  readonly people: readonly Placed[];
  readonly departments: readonly PlaceName[];
  readonly sites: readonly PlaceName[];
}

const TOP = "";

/** Whom each person leads directly, by the manager's id; who has no manager, or stands in a circle, hangs at the top. */
function reportsOf(people: readonly Placed[]): Map<string, string[]> {
  const managerOf = new Map(people.map(({ id, managerId }) => [id, managerId]));
  const rooted = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null | undefined = id; at !== null && at !== undefined; at = managerOf.get(at)) {
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return true;
  };
  const reports = new Map<string, string[]>();
  for (const { id, managerId } of [...people].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const under = managerId !== null && managerOf.has(managerId) && rooted(id) ? managerId : TOP;
    reports.set(under, [...(reports.get(under) ?? []), id]);
  }
  return reports;
}

interface Draft {
  members: string[];
}

/**
 * Cells of at least `k` people along the reporting line, from below: a team that is too small is taken together with what
 * is left of the teams beside it; where that is still too small it joins the smallest cell of the same line, and only where
 * there is none it goes on upwards. So every line of k people or more consists of whole cells. Answers nothing where fewer
 * than k are asked.
 */
function drawCells(asked: ReadonlySet<string>, reports: ReadonlyMap<string, readonly string[]>, k: number): Draft[] {
  const cells: Draft[] = [];
  function gather(manager: string): { rest: string[]; within: Draft[] } {
    const rest: string[] = [];
    const within: Draft[] = [];
    for (const report of reports.get(manager) ?? []) {
      if (asked.has(report)) rest.push(report);
      const below = gather(report);
      rest.push(...below.rest);
      within.push(...below.within);
    }
    if (rest.length >= k) {
      const cell = { members: rest };
      cells.push(cell);
      return { rest: [], within: [...within, cell] };
    }
    const [smallest] = [...within].sort((a, b) => a.members.length - b.members.length);
    if (rest.length > 0 && smallest !== undefined) {
      smallest.members.push(...rest);
      return { rest: [], within };
    }
    return { rest, within };
  }
  gather(TOP);
  return cells;
}

function lineOf(manager: string, reports: ReadonlyMap<string, readonly string[]>): string[] {
  return (reports.get(manager) ?? []).flatMap((id) => [id, ...lineOf(id, reports)]);
}

const byCode = (places: readonly PlaceName[]) => new Map(places.map((place) => [place.code, place]));

function withAbove(code: string | null, places: ReadonlyMap<string, PlaceName>): string[] {
  const found: string[] = [];
  for (let at = code; at !== null && !found.includes(at); at = places.get(at)?.parentCode ?? null) found.push(at);
  return found;
}

/**
 * The groups by which results of `asked` can be cut, and the cell of each person, as the company stands. A group is a set
 * of whole cells, so whatever two groups are compared, what lies between them is whole cells as well. Answers null where
 * fewer than `k` people are asked.
 */
export function drawFrame(company: Company, asked: ReadonlySet<string>, k: number): { frame: Frame; cellOf: ReadonlyMap<string, string> } | null {
  const reports = reportsOf(company.people);
  const drafts = drawCells(asked, reports, k);
  if (drafts.length === 0) return null;
  const cells = drafts.map(({ members }, index) => ({ id: `c${index + 1}`, members }));
  const cellOf = new Map(cells.flatMap(({ id, members }) => members.map((person) => [person, id] as const)));
  const person = new Map(company.people.map((each) => [each.id, each]));

  const whole = (kind: GroupKind, ref: string, name: LocalName, belongs: (id: string) => boolean, exact: boolean): Group[] => {
    const inside = cells.filter(({ members }) => members.every(belongs));
    const cut = exact && cells.some(({ members }) => members.some(belongs) && !members.every(belongs));
    if (inside.length === 0 || cut) return [];
    const invited = inside.reduce((sum, { members }) => sum + members.length, 0);
    return [{ id: kind === "all" ? ALL : `${kind}:${ref}`, kind, ref, name, cells: inside.map(({ id }) => id), invited }];
  };

  const managers = company.people.filter(({ id }) => (reports.get(id) ?? []).length > 0);
  const lines = managers.flatMap(({ id }) => {
    const line = new Set(lineOf(id, reports));
    return whole("line", id, { vi: "", en: "" }, (member) => line.has(member), true);
  });
  const departments = byCode(company.departments);
  const groups = [
    ...whole("all", "", { vi: "", en: "" }, () => true, true),
    ...lines,
    ...company.departments.flatMap(({ code, name }) => whole("department", code, name, (id) => withAbove(person.get(id)?.departmentCode ?? null, departments).includes(code), false)),
    ...company.sites.flatMap(({ code, name }) => whole("site", code, name, (id) => person.get(id)?.siteCode === code, false)),
  ];

  const known = new Set(groups.map(({ id }) => id));
  const leading = managers.filter(({ id }) => lineOf(id, reports).some((member) => asked.has(member)));
  const leaders = leading.map(({ id }) => {
    const own = `line:${id}`;
    const above = withAbove(id, new Map(company.people.map((each) => [each.id, { code: each.id, name: { vi: "", en: "" }, parentCode: each.managerId }])));
    const nearest = above.map((manager) => `line:${manager}`).find((group) => known.has(group));
    return [id, { group: nearest ?? ALL, own: nearest === own }] as const;
  });
  return { frame: { cells: cells.map(({ id, members }) => ({ id, invited: members.length })), groups, leaders: Object.fromEntries(leaders), named: [] }, cellOf };
}

/** Whether `inner` lies within `outer`. */
export const liesWithin = (inner: { readonly cells: readonly string[] }, outer: { readonly cells: readonly string[] }): boolean => inner.cells.every((cell) => outer.cells.includes(cell));
