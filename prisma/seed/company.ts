import type { Role } from "#access/roles.ts";
import { addDays } from "#kernel/period.ts";
import { asciiOf, drawName } from "./company/names.ts";
import { SITES, type SitePlan } from "./company/places.ts";
import type { Random } from "./random.ts";

/** Somebody of the demo company, as a row and as what the rules ask about them. */
export interface PersonPlan {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** null: back office without a part in decisions */
  readonly role: Role | null;
  readonly departmentCode: string;
  readonly siteCode: string;
  readonly managerId: string | null;
  readonly level: number;
  readonly startedOn: string;
  /** The day they left, or null. */
  readonly leftOn: string | null;
  readonly language: "vi" | "en";
  readonly courses: readonly { readonly code: string; readonly validFrom: string; readonly validTo: string | null }[];
}

export interface AbsencePlan {
  readonly personId: string;
  readonly standInId: string;
  readonly fromDay: string;
  /** First day back. */
  readonly toDay: string;
}

export interface CompanyPlan {
  readonly people: readonly PersonPlan[];
  readonly absences: readonly AbsencePlan[];
}

interface Draft {
  readonly role: Role | null;
  readonly department: string;
  readonly site: string;
  readonly manager: PersonPlan | null;
  readonly level: number;
  readonly years: readonly [number, number];
  readonly fixed?: { readonly name: string; readonly email: string };
  readonly leftDaysAgo?: number;
}

/** People with sign-ins of their own; the seven of the README first. */
export const SIGN_INS = {
  frontline: { email: "frontline@demo.tam", name: "Phạm Thảo Vy" },
  supervisor: { email: "supervisor@demo.tam", name: "Trần Thị Thu Hà" },
  manager: { email: "manager@demo.tam", name: "Đặng Quốc Huy" },
  hr: { email: "hr@demo.tam", name: "Đỗ Phương Linh" },
  leader: { email: "leader@demo.tam", name: "Vũ Hoàng Lâm" },
  admin: { email: "admin@demo.tam", name: "Đinh Công Thành" },
  auditor: { email: "auditor@demo.tam", name: "Lý Mỹ Duyên" },
} as const;

export const SECOND_HR = { email: "phuongthao.hr@demo.tam", name: "Lê Phương Thảo" } as const;
export const SECOND_LEADER = { email: "thanhtruc.leader@demo.tam", name: "Bùi Thanh Trúc" } as const;

/** Share of the staff who read and write English at work. */
const IN_ENGLISH = 0.24;

/** Draws people one after the other; names and addresses are each used once. */
class Hiring {
  readonly people: PersonPlan[] = [];
  private readonly names = new Set<string>([...Object.values(SIGN_INS), SECOND_HR, SECOND_LEADER].map(({ name }) => name));
  private readonly emails = new Set<string>();

  constructor(
    private readonly random: Random,
    private readonly now: Date,
    private readonly today: string,
  ) {}

  hire(draft: Draft): PersonPlan {
    const { random } = this;
    const name = draft.fixed?.name ?? this.freshName();
    const startedOn = addDays(this.today, -random.int(Math.round(draft.years[0] * 365), Math.round(draft.years[1] * 365)));
    const person: PersonPlan = {
      id: random.idAt(this.now),
      email: draft.fixed?.email ?? this.freshEmail(name),
      name,
      role: draft.role,
      departmentCode: draft.department,
      siteCode: draft.site,
      managerId: draft.manager?.id ?? null,
      level: draft.level,
      startedOn,
      leftOn: draft.leftDaysAgo === undefined ? null : addDays(this.today, -draft.leftDaysAgo),
      language: random.chance(IN_ENGLISH) && draft.fixed === undefined ? "en" : "vi",
      courses: this.coursesOf(draft, startedOn),
    };
    this.people.push(person);
    return person;
  }

  private freshName(): string {
    for (;;) {
      const { name } = drawName(this.random, 0.72);
      if (this.names.has(name)) continue;
      this.names.add(name);
      return name;
    }
  }

  private freshEmail(name: string): string {
    const words = name.split(" ");
    const stem = `${asciiOf(words.slice(1).join(""))}.${asciiOf(words[0] ?? "")}`;
    for (let count = 1; ; count += 1) {
      const email = `${stem}${count === 1 ? "" : count}@demo.tam`;
      if (this.emails.has(email)) continue;
      this.emails.add(email);
      return email;
    }
  }

  private coursesOf(draft: Draft, startedOn: string): PersonPlan["courses"] {
    const { random, today } = this;
    const earliest = addDays(today, -330);
    const from = (startedOn > earliest ? addDays(startedOn, 14) : addDays(earliest, random.int(0, 160)));
    const held = (code: string, years = 1) => ({ code, validFrom: from, validTo: addDays(from, 365 * years) });
    if (draft.role === "supervisor" || draft.role === "manager") return [held("AUTHORITY-BASICS", 2), held("CALM-BESIDE", 2), held("DEEP-LISTENING", 2)];
    if (draft.role !== "frontline") return [];
    const courses = [];
    if (draft.fixed || random.chance(0.74)) courses.push(held("AUTHORITY-BASICS"));
    if (draft.department !== "RETAIL" && random.chance(0.55)) courses.push(held("FAIR-AMOUNT"));
    if (draft.department === "RETAIL" && random.chance(0.5)) courses.push(held("FABRIC-CARE", 3));
    if (random.chance(0.35)) courses.push(held("DEEP-LISTENING"));
    return courses.filter(({ validFrom }) => validFrom <= today);
  }
}

function staffOffice(hiring: Hiring): { ceo: PersonPlan; operations: PersonPlan } {
  const office = (role: Role | null, department: string, manager: PersonPlan | null, level: number, fixed?: Draft["fixed"]) =>
    hiring.hire({ role, department, site: "HO", manager, level, years: [1.2, 7], ...(fixed ? { fixed } : {}) });
  const ceo = office("leader", "BOARD", null, 8, SIGN_INS.leader);
  const operations = office("leader", "BOARD", ceo, 7, SECOND_LEADER);
  office("hr", "HRCX", ceo, 5, SIGN_INS.hr);
  office("hr", "HRCX", ceo, 5, SECOND_HR);
  office("auditor", "AUDIT", ceo, 5, SIGN_INS.auditor);
  const it = office("admin", "IT", ceo, 5, SIGN_INS.admin);
  office("manager", "IT", it, 3);
  for (const [department, size] of [["HRCX", 1], ["FINANCE", 3], ["MARKETING", 3]] as const) {
    const head = office(department === "HRCX" ? null : "manager", department, ceo, 5);
    for (let count = 0; count < size; count += 1) office(null, department, head, 3);
  }
  return { ceo, operations };
}

function staffSite(hiring: Hiring, site: SitePlan, above: PersonPlan, random: Random): void {
  const home = site.code === "HN-01";
  const at = { department: site.department, site: site.code };
  const manager = hiring.hire({ ...at, role: "manager", manager: above, level: 5, years: [2, 8], ...(home ? { fixed: SIGN_INS.manager } : {}) });
  const supervisors = Array.from({ length: site.supervisors }, (_, index) =>
    hiring.hire({ ...at, role: "supervisor", manager, level: random.int(3, 4), years: [1.3, 5], ...(home && index === 0 ? { fixed: SIGN_INS.supervisor } : {}) }),
  );
  for (let count = 0; count < site.clerks; count += 1) {
    const supervisor = supervisors[count % supervisors.length] ?? manager;
    if (home && count === 0) {
      hiring.hire({ ...at, role: "frontline", manager: supervisor, level: 2, years: [1.1, 1.2], fixed: SIGN_INS.frontline });
      continue;
    }
    const newcomer = count === 3 && random.chance(0.8);
    const leaver = count === 5 && ["HN-02", "DN-01", "SG-01", "HOTLINE"].includes(site.code);
    const level = newcomer ? 1 : random.weighted([[1, 4], [2, 4], [3, 2]]);
    hiring.hire({
      ...at,
      role: "frontline",
      manager: supervisor,
      level,
      years: newcomer ? [0.04, 0.14] : level === 3 ? [2, 5] : [0.6, 3],
      ...(leaver ? { leftDaysAgo: random.int(20, 70) } : {}),
    });
  }
}

/** Away now, soon, and in the past; never the people of the sign-ins. */
function planAbsences(people: readonly PersonPlan[], today: string, random: Random): AbsencePlan[] {
  const known: ReadonlySet<string> = new Set(Object.values(SIGN_INS).map(({ email }) => email));
  const absences: AbsencePlan[] = [];
  const supervisors = people.filter(({ role, email }) => role === "supervisor" && !known.has(email));
  for (const person of supervisors) {
    const other = people.find(({ id, role, siteCode }) => role === "supervisor" && id !== person.id && siteCode === person.siteCode) ?? people.find(({ id }) => id === person.managerId);
    if (!other || known.has(other.email)) continue;
    const start = random.int(-150, -12);
    absences.push({ personId: person.id, standInId: other.id, fromDay: addDays(today, start), toDay: addDays(today, start + random.int(2, 6)) });
  }
  const away = supervisors.filter(({ siteCode }) => siteCode === "SG-01" || siteCode === "DN-01").filter((_, index) => index % 2 === 0);
  for (const person of away) {
    const standIn = people.find(({ id, role, siteCode }) => role === "supervisor" && id !== person.id && siteCode === person.siteCode);
    if (standIn) absences.push({ personId: person.id, standInId: standIn.id, fromDay: addDays(today, -2), toDay: addDays(today, 3) });
  }
  return absences;
}

/** Everybody of the company on a day, managers before those who report to them. */
export function planCompany(now: Date, today: string, random: Random): CompanyPlan {
  const hiring = new Hiring(random, now, today);
  const { operations } = staffOffice(hiring);
  for (const site of SITES) if (site.channel !== null) staffSite(hiring, site, operations, random);
  return { people: hiring.people, absences: planAbsences(hiring.people, today, random) };
}
