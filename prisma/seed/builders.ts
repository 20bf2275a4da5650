import { defaultScope, type Role } from "#access/roles.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { foldText, vietnameseNameKey } from "#kernel/text.ts";
import { parsePolicy } from "#modules/empowerment/public.ts";
import { contentHashOf } from "#modules/empowerment/policy-document.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { hashOnce } from "./password.ts";
import { randomFrom, type Random } from "./random.ts";
import { smallPolicy } from "./small-policy.ts";

/** What a test needs to know of somebody. */
export interface SeededPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly siteCode: string | null;
  readonly departmentCode: string;
  readonly managerId: string | null;
}

interface PersonPlan {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly site: string | null;
  readonly department: string;
  readonly manager: string | null;
  readonly level: number;
  readonly basics?: boolean;
}

/** Managers stand before those who report to them. `frontline3`, `supervisor2` and `manager2` are of the other shop. */
const PEOPLE = [
  { key: "leader", name: "Vũ Hoàng Lâm", role: "leader", site: null, department: "BOARD", manager: null, level: 6 },
  { key: "leader2", name: "Đặng Thanh Trúc", role: "leader", site: null, department: "BOARD", manager: "leader", level: 6 },
  { key: "manager", name: "Phạm Quốc Huy", role: "manager", site: "HN-01", department: "RETAIL", manager: "leader", level: 4 },
  { key: "manager2", name: "Hồ Ngọc Diệp", role: "manager", site: "HN-02", department: "RETAIL", manager: "leader", level: 4 },
  { key: "supervisor", name: "Trần Thị Thu Hà", role: "supervisor", site: "HN-01", department: "RETAIL", manager: "manager", level: 3, basics: true },
  { key: "supervisor2", name: "Ngô Đức Anh", role: "supervisor", site: "HN-02", department: "RETAIL", manager: "manager2", level: 3, basics: true },
  { key: "frontline", name: "Nguyễn Minh Khôi", role: "frontline", site: "HN-01", department: "RETAIL", manager: "supervisor", level: 1, basics: true },
  { key: "frontline2", name: "Lê Thảo Vy", role: "frontline", site: "HN-01", department: "RETAIL", manager: "supervisor", level: 1 },
  { key: "frontline3", name: "Bùi Gia Hân", role: "frontline", site: "HN-02", department: "RETAIL", manager: "supervisor2", level: 1, basics: true },
  { key: "hr", name: "Đỗ Phương Linh", role: "hr", site: null, department: "HRCX", manager: "leader", level: 4 },
  { key: "hr2", name: "Hoàng Bảo Ngọc", role: "hr", site: null, department: "HRCX", manager: "leader", level: 4 },
  { key: "admin", name: "Đinh Công Thành", role: "admin", site: null, department: "HRCX", manager: "leader", level: 4 },
  { key: "auditor", name: "Lý Mỹ Duyên", role: "auditor", site: null, department: "BOARD", manager: "leader", level: 4 },
] as const satisfies readonly PersonPlan[];

export type SmallCompanyKey = (typeof PEOPLE)[number]["key"];

export interface SmallCompany {
  readonly people: Readonly<Record<SmallCompanyKey, SeededPerson>>;
  /** Everybody's password. */
  readonly password: string;
  readonly sites: { readonly home: "HN-01"; readonly other: "HN-02" };
  /** Known customers: C-1001 is standard, C-1029 gold; neither has a phone. */
  readonly customers: Readonly<Record<"standard" | "gold", { readonly id: string; readonly ref: string }>>;
  readonly policyVersion: 1;
  readonly policy: typeof smallPolicy;
}

export const SMALL_COMPANY_PASSWORD = "mot-cau-dai-de-nho";
const HOURS = JSON.stringify(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, [["09:00", "21:30"]]])));

async function insertPeople(tx: Tx, now: Date, random: Random, passwordHash: string): Promise<SmallCompany["people"]> {
  const people: Partial<Record<SmallCompanyKey, SeededPerson>> = {};
  const today = localDay(now, "Asia/Ho_Chi_Minh");
  for (const plan of PEOPLE) {
    const managerId = plan.manager === null ? null : (people[plan.manager]?.id ?? null);
    const person: SeededPerson = {
      id: random.idAt(now),
      email: `${plan.key}@demo.tam`,
      name: plan.name,
      role: plan.role,
      siteCode: plan.site,
      departmentCode: plan.department,
      managerId,
    };
    people[plan.key] = person;
    await tx.insert("Person", {
      id: person.id,
      email: person.email,
      name: person.name,
      nameFolded: foldText(person.name),
      nameSort: vietnameseNameKey(person.name),
      departmentCode: person.departmentCode,
      siteCode: person.siteCode,
      level: plan.level,
      startedOn: addDays(today, -400),
      managerId,
      createdAt: now,
      updatedAt: now,
    });
    const scope = defaultScope(plan.role, { site: plan.site, department: plan.department });
    await tx.insert("RoleAssignment", {
      id: random.idAt(now),
      personId: person.id,
      role: plan.role,
      scopeKind: scope.kind,
      scopeRef: "code" in scope ? scope.code : null,
    });
    await tx.insert("Credential", { personId: person.id, passwordHash, passwordSetAt: now, updatedAt: now });
    if ("basics" in plan) {
      await tx.insert("Qualification", {
        id: random.idAt(now),
        personId: person.id,
        course: "AUTHORITY-BASICS",
        validFrom: addDays(today, -200),
        validTo: addDays(today, 165),
        createdAt: now,
      });
    }
  }
  return people as SmallCompany["people"];
}

async function insertPlaces(tx: Tx, now: Date): Promise<void> {
  await tx.insert("Organisation", {
    id: 1,
    name: "Cửa hàng nhỏ",
    currency: "VND",
    timeZone: "Asia/Ho_Chi_Minh",
    language: "vi",
    hours: HOURS,
    requireTotp: false,
    createdAt: now,
    updatedAt: now,
  });
  const departments = [
    ["BOARD", "Ban giám đốc", "Executive office"],
    ["RETAIL", "Khối cửa hàng", "Retail"],
    ["HRCX", "Nhân sự và trải nghiệm khách hàng", "HR and customer experience"],
  ] as const;
  for (const [code, nameVi, nameEn] of departments) await tx.insert("Department", { code, nameVi, nameEn });
  const sites = [
    ["HN-01", "Cửa hàng Hàng Bông", "Hàng Bông shop"],
    ["HN-02", "Cửa hàng Cầu Giấy", "Cầu Giấy shop"],
  ] as const;
  for (const [code, nameVi, nameEn] of sites) {
    await tx.insert("Site", { code, nameVi, nameEn, departmentCode: "RETAIL", channel: "store" });
  }
  await tx.insert("Course", { code: "AUTHORITY-BASICS", nameVi: "Quyền tự quyết: những điều cần biết", nameEn: "Deciding for the customer: the basics", minutes: 25 });
}

/**
 * Fills an empty, migrated database with two shops, a head office, one or more people of each role, two customers and
 * the small policy in force as version 1, written by `hr` and published by `leader`. `frontline` holds the course
 * AUTHORITY-BASICS, `frontline2` beside them does not. The same instant gives the same rows.
 */
export async function seedSmallCompany(now: Date): Promise<SmallCompany> {
  const random = randomFrom(20_261_122);
  const passwordHash = await hashOnce(SMALL_COMPANY_PASSWORD);
  const customers = {
    standard: { id: random.idAt(now), ref: "C-1001" },
    gold: { id: random.idAt(now), ref: "C-1029" },
  };
  const document = parsePolicy(smallPolicy);
  const since = new Date(now.getTime() - 30 * 86_400_000);
  return transaction(async (tx) => {
    await insertPlaces(tx, now);
    const people = await insertPeople(tx, now, random, passwordHash);
    const known = [
      { ...customers.standard, name: "Trịnh Thu Cúc", tier: "standard", lifetimeValue: 1_200_000n, addressForm: "chị" },
      { ...customers.gold, name: "Mai Văn Lộc", tier: "gold", lifetimeValue: 18_500_000n, addressForm: "anh" },
    ];
    for (const customer of known) {
      await tx.insert("Customer", { ...customer, nameFolded: foldText(customer.name), currency: "VND", createdAt: now, updatedAt: now });
    }
    await tx.insert("PolicyVersion", {
      version: 1,
      state: "published",
      document: JSON.stringify(document),
      contentHash: contentHashOf(document),
      createdAt: since,
      createdById: people.hr.id,
      submittedAt: since,
      submittedById: people.hr.id,
      publishedAt: since,
      publishedById: people.leader.id,
      effectiveFrom: since,
    });
    await tx.insert("PolicyEditor", { version: 1, personId: people.hr.id });
    await tx.insert("PolicyRevision", { version: 1, revision: 1, document: JSON.stringify(document), contentHash: contentHashOf(document), savedAt: since, savedById: people.hr.id });
    return {
      people,
      password: SMALL_COMPANY_PASSWORD,
      sites: { home: "HN-01", other: "HN-02" },
      customers,
      policyVersion: 1,
      policy: smallPolicy,
    };
  });
}
