/** Somebody who could be recognised in the window. */
export interface Eligible {
  readonly id: string;
  /** Direct manager; null: none. */
  readonly team: string | null;
  readonly department: string | null;
  /** Meets no customers: works where no channel comes in. */
  readonly backOffice: boolean;
  readonly night: boolean;
}

/** One human thank-you from one person to one other, with the teams as they stood then. */
export interface Thanks {
  readonly from: string;
  readonly to: string;
  readonly fromTeam: string | null;
  readonly toTeam: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** So many of so many. */
export interface Share {
  readonly hits: number;
  readonly n: number;
}

export interface Pair {
  readonly a: string;
  readonly b: string;
  /** Thank-yous that were returned within the time. */
  readonly returned: number;
}

export interface Fairness {
  readonly coverage: Share;
  readonly giving: Share;
  readonly crossTeam: Share;
  readonly reciprocity: Share;
  readonly pairs: readonly Pair[];
  readonly backOffice: Share;
  readonly frontOffice: Share;
  readonly night: Share;
  readonly day: Share;
  readonly byDepartment: readonly (Share & { readonly department: string | null })[];
  /** How many people received so many thank-yous, by number, from none up. */
  readonly received: readonly { readonly times: number; readonly people: number }[];
  readonly gini: { readonly value: number | null; readonly n: number; readonly total: number };
  /** Ids of those nobody recognised. */
  readonly notReached: readonly string[];
}

export const RETURN_DAYS = 7;
/** From so many returned thank-yous on, two people are named to HR; a look, never a verdict. */
const NAMED_PAIR = 3;
const DAY_MS = 86_400_000;

/**
 * Gini coefficient of counts: 0 when all are equal, (n − 1)/n when one has everything; null where nothing is counted.
 * G = Σ (2i − n − 1)·xᵢ / (n · Σ xᵢ), x sorted upwards, i from 1 (A. Sen, On Economic Inequality, 1973, §2; C. Damgaard
 * and J. Weiner, Ecology 2000, 81: 1139–1142, without the small-sample factor).
 */
export function gini(counts: readonly number[]): number | null {
  const n = counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0 || total === 0) return null;
  const weighted = [...counts].sort((a, b) => a - b).reduce((sum, count, index) => sum + (2 * (index + 1) - n - 1) * count, 0);
  return weighted / (n * total);
}

function shareWhere<T>(list: readonly T[], hit: (entry: T) => boolean): Share {
  return { hits: list.filter(hit).length, n: list.length };
}

/** Whether both ends are known to belong to different teams; a manager and their report are one team. */
function crossesTeams({ from, to, fromTeam, toTeam }: Thanks): boolean {
  return fromTeam !== toTeam && fromTeam !== to && toTeam !== from;
}

/** People with at least one thank-you, of all. */
export function coverageOf(people: readonly Eligible[], thanks: readonly Thanks[]): Share {
  const thanked = new Set(thanks.map(({ to }) => to));
  return shareWhere(people, ({ id }) => thanked.has(id));
}

/** Returned within RETURN_DAYS, among those whose days have passed by `until` (milliseconds). */
function reciprocity(thanks: readonly Thanks[], until: number): { share: Share; pairs: Pair[] } {
  const times = new Map<string, Map<string, number[]>>();
  for (const { from, to, at } of thanks) {
    let gave = times.get(from);
    if (gave === undefined) times.set(from, (gave = new Map<string, number[]>()));
    const list = gave.get(to);
    if (list) list.push(at);
    else gave.set(to, [at]);
  }
  const limit = RETURN_DAYS * DAY_MS;
  const returned = ({ from, to, at }: Thanks) => times.get(to)?.get(from)?.some((back) => back > at && back - at <= limit) === true;
  const judged = thanks.filter(({ at }) => at + limit <= until);
  const hits = judged.filter(returned);
  const pairs = new Map<string, Pair>();
  for (const { from, to } of hits) {
    const [a, b] = from < to ? [from, to] : [to, from];
    const key = `${a}\n${b}`;
    pairs.set(key, { a, b, returned: (pairs.get(key)?.returned ?? 0) + 1 });
  }
  const named = [...pairs.values()].filter((pair) => pair.returned >= NAMED_PAIR);
  return { share: { hits: hits.length, n: judged.length }, pairs: named.sort((x, y) => y.returned - x.returned || (x.a < y.a ? -1 : 1)) };
}

/**
 * Fairness of recognition over a window, from counts alone; design.md §4.3. Only thanks to eligible people count as
 * reaching somebody; anybody's giving counts towards the share that crosses teams.
 * @param until the window's end or now, whichever is earlier, in milliseconds
 */
export function fairnessOf(people: readonly Eligible[], thanks: readonly Thanks[], until: number): Fairness {
  const counts = new Map(people.map(({ id }) => [id, 0]));
  for (const { to } of thanks) {
    const count = counts.get(to);
    if (count !== undefined) counts.set(to, count + 1);
  }
  const givers = new Set(thanks.map(({ from }) => from));
  const reached = ({ id }: Eligible) => (counts.get(id) ?? 0) > 0;
  const byDepartment = new Map<string | null, Eligible[]>();
  for (const person of people) {
    const members = byDepartment.get(person.department);
    if (members) members.push(person);
    else byDepartment.set(person.department, [person]);
  }
  const received = new Map<number, number>();
  for (const count of counts.values()) received.set(count, (received.get(count) ?? 0) + 1);
  const values = [...counts.values()];
  const teamsKnown = thanks.filter(({ fromTeam, toTeam }) => fromTeam !== null || toTeam !== null);
  const { share, pairs } = reciprocity(thanks, until);
  return {
    coverage: coverageOf(people, thanks),
    giving: shareWhere(people, ({ id }) => givers.has(id)),
    crossTeam: shareWhere(teamsKnown, crossesTeams),
    reciprocity: share,
    pairs,
    backOffice: shareWhere(people.filter(({ backOffice }) => backOffice), reached),
    frontOffice: shareWhere(people.filter(({ backOffice }) => !backOffice), reached),
    night: shareWhere(people.filter(({ night }) => night), reached),
    day: shareWhere(people.filter(({ night }) => !night), reached),
    byDepartment: [...byDepartment].map(([department, members]) => ({ department, ...shareWhere(members, reached) })).sort((a, b) => ((a.department ?? "") < (b.department ?? "") ? -1 : 1)),
    received: [...received].map(([times, count]) => ({ times, people: count })).sort((a, b) => a.times - b.times),
    gini: { value: gini(values), n: values.length, total: values.reduce((sum, count) => sum + count, 0) },
    notReached: people.filter((person) => !reached(person)).map(({ id }) => id),
  };
}
