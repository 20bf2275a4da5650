import { addDays } from "#kernel/period.ts";
import { db } from "#platform/db.server.ts";
import { nightWorkers } from "./night-workers.server.ts";

/** Somebody who was here long enough to be seen. */
export interface EligiblePerson {
  readonly id: string;
  readonly name: string;
  readonly nameSort: string;
  readonly managerId: string | null;
  readonly departmentCode: string | null;
  readonly siteCode: string | null;
  /** Works where no channel of customers comes in. */
  readonly backOffice: boolean;
  readonly night: boolean;
}

/** Days somebody has worked here before they count. */
const SETTLING_IN_DAYS = 30;

/** Active people who had worked here for thirty days on a local day, by given name; a start nobody wrote down is long ago. */
export async function eligiblePeople(day: string): Promise<EligiblePerson[]> {
  const [night, rows] = await Promise.all([
    nightWorkers(),
    db.person.findMany({
      where: { active: true, erasedAt: null, OR: [{ startedOn: null }, { startedOn: { lte: addDays(day, -SETTLING_IN_DAYS) } }] },
      select: { id: true, name: true, nameSort: true, managerId: true, departmentCode: true, siteCode: true, site: { select: { channel: true } } },
      orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    }),
  ]);
  return rows.map(({ site, ...person }) => ({ ...person, backOffice: site === null || site.channel === null, night: night.has(person.id) }));
}
