import { ALL, type Cell, type Frame, type Group, type GroupKind, type Placed } from "./audience.ts";
import { FLOORS } from "./thresholds.ts";

/** The part somebody has who answers about a person. */
export const SEATS = ["reports", "peers", "manager", "self"] as const;
export type Seat = (typeof SEATS)[number];

const NO_NAME = { vi: "", en: "" };

/** Those around a person as the company stands, of the ones who can answer: whom they lead, who shares their manager, the manager, themselves. */
export function seatsAround(people: readonly Placed[], subjectId: string, answering: ReadonlySet<string>): Readonly<Record<Seat, readonly string[]>> {
  const managerId = people.find(({ id }) => id === subjectId)?.managerId ?? null;
  const those = (belongs: (person: Placed) => boolean) => people.filter((person) => answering.has(person.id) && belongs(person)).map(({ id }) => id).sort();
  return {
    reports: those((person) => person.managerId === subjectId && person.id !== subjectId && person.id !== managerId),
    peers: those((person) => managerId !== null && person.managerId === managerId && person.id !== subjectId),
    manager: those(({ id }) => id === managerId),
    self: those(({ id }) => id === subjectId),
  };
}

/**
 * The circle that answers about one person: reports and peers of `k` people or more each are a group of their own, else both
 * are one; the manager and the person stand by themselves and are told so. Answers null where reports and peers together are
 * fewer than `k`, or than four (design.md §4.5).
 */
export function drawCircle(seats: Readonly<Record<Seat, readonly string[]>>, k: number): { frame: Frame; cellOf: ReadonlyMap<string, string> } | null {
  const parts = (["reports", "peers"] as const).filter((seat) => seats[seat].length > 0);
  const around = parts.flatMap((seat) => seats[seat]);
  if (around.length < Math.max(k, FLOORS.confidential.overall)) return null;
  const apart = parts.every((seat) => seats[seat].length >= k);
  const close: { id: string; members: readonly string[] }[] = apart ? parts.map((seat) => ({ id: seat, members: seats[seat] })) : [{ id: "around", members: around }];
  const named = (["manager", "self"] as const).filter((seat) => seats[seat].length > 0).map((seat) => ({ id: seat, members: seats[seat] }));
  const cells = [...close, ...named];
  const group = (id: string, kind: GroupKind, of: readonly string[], invited: number): Group => ({ id, kind, ref: "", name: NO_NAME, cells: of, invited });
  const groups = [
    group(ALL, "circle", close.map(({ id }) => id), around.length),
    ...(apart ? parts.map((seat) => group(seat, seat, [seat], seats[seat].length)) : []),
    ...named.map(({ id, members }) => group(id, id === "self" ? "self" : "manager", [id], members.length)),
  ];
  const asCell = ({ id, members }: { readonly id: string; readonly members: readonly string[] }): Cell => ({ id, invited: members.length });
  return { frame: { cells: cells.map(asCell), groups, leaders: {}, named: named.map(({ id }) => id) }, cellOf: new Map(cells.flatMap(({ id, members }) => members.map((person) => [person, id] as const))) };
}
