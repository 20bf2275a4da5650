import { z } from "zod";
import type { BusinessCalendar } from "#kernel/business-time.ts";
import { isCurrency, type Currency } from "#kernel/money.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { readHot } from "#platform/transaction.server.ts";
import { labels, localDay, staffAddress, weekHours, type OrganisationLabels, type WeekHours } from "./schemas.ts";
import { storedJson } from "./stored-json.server.ts";

/** The organisation's settings. */
export interface OrganisationSettings {
  readonly name: string;
  readonly currency: Currency;
  /** IANA time zone of its days, windows and opening hours. */
  readonly timeZone: string;
  readonly language: "vi" | "en";
  /** How screens address staff, unless a person wishes otherwise. */
  readonly addressForm: "bạn" | "anh/chị";
  readonly hours: WeekHours;
  /** Local days on which everything is closed. */
  readonly holidays: readonly string[];
  readonly labels: OrganisationLabels;
  readonly isDemo: boolean;
  readonly requireTotp: boolean;
}

const readHours = storedJson(weekHours, {});
const readHolidays = storedJson(z.array(localDay), []);
const holidaySet = storedJson(z.array(localDay).transform((days): ReadonlySet<string> => new Set(days)), new Set());
const readLabels = storedJson(labels, {});

/** The organisation, or null before the set-up. */
export function findOrganisation(): OrganisationSettings | null {
  const row = readHot("organisation", {});
  if (row === null) return null;
  return {
    name: row.name,
    currency: isCurrency(row.currency) ? row.currency : "VND",
    timeZone: row.timeZone,
    language: row.language === "en" ? "en" : "vi",
    addressForm: staffAddress.safeParse(row.addressForm).data ?? "bạn",
    hours: readHours(row.hours),
    holidays: readHolidays(row.holidays),
    labels: readLabels(row.labels),
    isDemo: row.isDemo,
    requireTotp: row.requireTotp,
  };
}

/** The organisation. Refuses with 409 `not_set_up` before the set-up. */
export function organisation(): OrganisationSettings {
  const found = findOrganisation();
  if (found === null) throw new Refusal("not_set_up", { status: 409 });
  return found;
}

/** When a site works: its own opening hours, else the organisation's; the organisation's holidays and time zone. */
export function businessCalendar(siteCode: string | null): BusinessCalendar {
  const row = readHot("organisation", {});
  if (row === null) throw new Refusal("not_set_up", { status: 409 });
  const own = siteCode === null ? null : (readHot("site.hours", { code: siteCode })?.hours ?? null);
  return { hours: readHours(own ?? row.hours), holidays: holidaySet(row.holidays), zone: row.timeZone };
}

export interface DepartmentRow {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly parentCode: string | null;
  readonly active: boolean;
}

export interface SiteRow {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly departmentCode: string | null;
  /** The channel of decisions made here. */
  readonly channel: string | null;
  /** null: the organisation's. */
  readonly hours: WeekHours | null;
  readonly active: boolean;
}

/** All departments, in order of code. */
export async function departments(): Promise<DepartmentRow[]> {
  return db.department.findMany({
    select: { code: true, nameVi: true, nameEn: true, parentCode: true, active: true },
    orderBy: { code: "asc" },
  });
}

/** All sites, in order of code. */
export async function sites(): Promise<SiteRow[]> {
  const rows = await db.site.findMany({
    select: { code: true, nameVi: true, nameEn: true, departmentCode: true, channel: true, hours: true, active: true },
    orderBy: { code: "asc" },
  });
  return rows.map((row) => ({ ...row, hours: row.hours === null ? null : readHours(row.hours) }));
}

/** One site, or null. */
export async function findSite(code: string): Promise<SiteRow | null> {
  return (await sites()).find((site) => site.code === code) ?? null;
}

export interface CourseRow {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** How long it takes. */
  readonly minutes: number;
}

/** All courses, in order of code. */
export async function listCourses(): Promise<CourseRow[]> {
  return db.course.findMany({ select: { code: true, nameVi: true, nameEn: true, minutes: true }, orderBy: { code: "asc" } });
}
