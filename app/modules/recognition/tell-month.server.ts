import { addDays, localDay } from "#kernel/period.ts";
import { findOrganisation } from "#modules/people/public.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { notify } from "#modules/notifications/public.server.ts";

/** Tells every manager, on the first of a month, that last month's summary of their own team is there. */
export const tellMonthJob: JobDefinition = {
  kind: "recognition.tell-month",
  every: "30 1 1 * *",
  apply: async (tx, { now }) => {
    const zone = findOrganisation()?.timeZone;
    if (zone === undefined || (await tx.count("Recognition", {})) === 0) return;
    const month = addDays(`${localDay(now, zone).slice(0, 7)}-01`, -1).slice(0, 7);
    const people = await tx.list("Person", { active: true });
    const managers = new Set(people.map(({ managerId }) => managerId));
    const roles = await tx.list("RoleAssignment", { role: ["supervisor", "manager", "hr", "leader"] });
    const entitled = new Set(roles.map(({ personId }) => personId));
    for (const { id } of people) {
      if (managers.has(id) && entitled.has(id)) await notify(tx, { personId: id, kind: "recognition.summary", params: { month }, href: `/recognition/team?month=${month}`, at: now });
    }
  },
};
