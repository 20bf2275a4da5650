import type { Locale } from "#i18n/locale.ts";
import { systemClock } from "#kernel/clock.ts";
import { addDays, type Day, localDay, startOfDay } from "#kernel/period.ts";
import { verifiedImprovements } from "#modules/improvements/public.server.ts";
import type { CountReader, MembersReader } from "#modules/kpis/public.server.ts";
import { departments, eligiblePeople, organisation, sites } from "#modules/people/public.server.ts";
import { substantiatedReceived } from "#modules/recognition/public.server.ts";

/** What lower modules count of people for their scorecards: verified changes they reported, and thanks that proved true. */
export const scorecardCounts: CountReader = async (what, from, to) => {
  const { timeZone } = organisation();
  const [start, end] = [startOfDay(from, timeZone), startOfDay(addDays(to, 1), timeZone)];
  if (what === "recognition") return substantiatedReceived(start, end);
  const counts = new Map<string, number>();
  for (const { reporterId } of await verifiedImprovements(start, end)) counts.set(reporterId, (counts.get(reporterId) ?? 0) + 1);
  return counts;
};

/** Who belongs to a department on a day and has settled in. */
export const membersOn = (day: Day): MembersReader => async (department) => (await eligiblePeople(day)).filter(({ departmentCode }) => departmentCode === department).map(({ id }) => id);

/** Who belongs to a department today and has settled in. */
export const departmentMembers: MembersReader = (department) => membersOn(localDay(systemClock.now(), organisation().timeZone))(department);

/** Names of departments and sites by code, in one language. */
export async function placeNames(locale: Locale): Promise<Record<string, string>> {
  const rows = [...(await departments()), ...(await sites())];
  return Object.fromEntries(rows.map(({ code, nameVi, nameEn }) => [code, locale === "en" ? nameEn : nameVi]));
}
