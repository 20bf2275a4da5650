/**
 * The managers above a person, nearest first. A circle, which commands refuse but a file from elsewhere may hold, ends
 * the line: nobody appears twice, and never the person.
 */
export function lineAbove(personId: string, managerOf: (id: string) => string | null): string[] {
  const line: string[] = [];
  const seen = new Set([personId]);
  let at = managerOf(personId);
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    line.push(at);
    at = managerOf(at);
  }
  return line;
}

/** Whether making `managerId` the manager of `personId` would let somebody report to themselves. */
export function closesLine(personId: string, managerId: string | null, managerOf: (id: string) => string | null): boolean {
  return managerId !== null && (managerId === personId || lineAbove(managerId, managerOf).includes(personId));
}
