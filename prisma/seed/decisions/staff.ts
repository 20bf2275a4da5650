import { addDays, daysBetween, instantAt, localDay, minuteOfDay, weekdayOf, type Day } from "#kernel/period.ts";
import { isOpen, type BusinessCalendar, type Weekday } from "#kernel/business-time.ts";
import type { Candidate, People } from "#modules/empowerment/domain/approver-search.ts";
import type { Facts } from "#modules/empowerment/public.ts";
import { HOLIDAYS, SITES, ZONE } from "../company/places.ts";
import type { AbsencePlan, CompanyPlan, PersonPlan } from "../company.ts";

/** Who works where and when, as recording and the search for approvers ask it. */
export class Staff {
  readonly byId: ReadonlyMap<string, PersonPlan>;
  private readonly byEmail: ReadonlyMap<string, PersonPlan>;
  private readonly atSite = new Map<string, PersonPlan[]>();
  private readonly calendars = new Map<string, BusinessCalendar>();
  private readonly absences = new Map<string, AbsencePlan[]>();

  constructor(readonly company: CompanyPlan) {
    this.byId = new Map(company.people.map((person) => [person.id, person]));
    this.byEmail = new Map(company.people.map((person) => [person.email, person]));
    for (const person of company.people) this.atSite.set(person.siteCode, [...(this.atSite.get(person.siteCode) ?? []), person]);
    for (const absence of company.absences) this.absences.set(absence.personId, [...(this.absences.get(absence.personId) ?? []), absence]);
    const holidays = new Set(HOLIDAYS);
    for (const site of SITES) this.calendars.set(site.code, { hours: site.hours, holidays, zone: ZONE });
  }

  person(id: string): PersonPlan {
    const person = this.byId.get(id);
    if (!person) throw new Error(`Nobody has the id ${id}`);
    return person;
  }

  named(email: string): PersonPlan {
    const person = this.byEmail.get(email);
    if (!person) throw new Error(`Nobody has the address ${email}`);
    return person;
  }

  calendar(siteCode: string): BusinessCalendar {
    const calendar = this.calendars.get(siteCode);
    if (!calendar) throw new Error(`No site ${siteCode}`);
    return calendar;
  }

  isActive(person: PersonPlan, day: Day): boolean {
    return person.startedOn <= day && (person.leftOn === null || day < person.leftOn);
  }

  absenceOf(personId: string, day: Day): AbsencePlan | undefined {
    return this.absences.get(personId)?.find(({ fromDay, toDay }) => fromDay <= day && day < toDay);
  }

  /** Those of a role at work at a site on a day. */
  atWork(siteCode: string, role: PersonPlan["role"], day: Day): PersonPlan[] {
    return (this.atSite.get(siteCode) ?? []).filter((person) => person.role === role && this.isActive(person, day) && !this.absenceOf(person.id, day));
  }

  facts(person: PersonPlan, day: Day): Facts["actor"] {
    return {
      roles: person.role === null ? [] : [person.role],
      department: person.departmentCode,
      site: person.siteCode,
      level: person.level,
      tenureDays: Math.max(0, daysBetween(person.startedOn, day)),
      courses: person.courses
        .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
        .map(({ code }) => code)
        .sort(),
    };
  }

  /** What the search for an approver asks, on a day, for a requester. */
  peopleFor(requester: PersonPlan, day: Day): People {
    const candidate = (person: PersonPlan): Candidate => ({ id: person.id, email: person.email, active: this.isActive(person, day) });
    return {
      lineAbove: (personId) => {
        const line: Candidate[] = [];
        for (let next = this.person(personId).managerId; next !== null; next = this.person(next).managerId) line.push(candidate(this.person(next)));
        return line;
      },
      rolesOf: (personId) => this.facts(this.person(personId), day).roles,
      standInFor: (personId) => {
        const absence = this.absenceOf(personId, day);
        return { absent: absence !== undefined, standIn: absence ? candidate(this.person(absence.standInId)) : null };
      },
      colleagues: () => (this.atSite.get(requester.siteCode) ?? []).filter((person) => person.id !== requester.id).map(candidate),
      holdersOf: (role) => this.company.people.filter((person) => person.role === role).map(candidate),
    };
  }

  /** The opening intervals of a site on a day, in minutes after midnight. */
  openings(siteCode: string, day: Day): readonly (readonly [number, number])[] {
    const { hours, holidays } = this.calendar(siteCode);
    if (holidays.has(day)) return [];
    const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    return (hours[String(weekdayOf(day)) as Weekday] ?? []).map(([open, close]) => [minutes(open), minutes(close)] as const);
  }

  /** The instant so many minutes before another, moved back into the latest opening where the site was closed. */
  openBefore(siteCode: string, instant: Date, minutes: number): Date {
    const wanted = new Date(instant.getTime() - minutes * 60_000);
    if (isOpen(wanted, this.calendar(siteCode))) return wanted;
    const minute = minuteOfDay(wanted, ZONE);
    for (let day = localDay(wanted, ZONE), limit = minute; ; day = addDays(day, -1), limit = 1440) {
      const last = this.openings(siteCode, day).filter(([, close]) => close <= limit).at(-1);
      if (last) return instantAt(day, last[1] - minutes, ZONE);
    }
  }
}
