import { addDays, instantAt } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { SIGN_INS, type PersonPlan } from "../company.ts";
import { ZONE } from "../company/places.ts";
import type { DemoPlan } from "../demo-plan.ts";
import { personIdOf } from "../insert-history.ts";
import type { Random } from "../random.ts";

/** The course a team was asked to take and of which some are late. */
export const LATE_COURSE = "SMALL-FAULTS";
const LATE_DAYS_AGO = 45;
/** Days before a certificate ends that it is asked for again. */
const RENEW_DAYS = 30;

interface Asking {
  readonly course: string;
  readonly daysAgo: number;
  readonly dueDays: number;
  readonly roles?: readonly string[];
  readonly people?: readonly PersonPlan[];
  readonly everyMonths?: number;
}

/** The clerks of the supervisor one signs in as, but the one that is signed in as. */
export function lateTeam({ company: { people } }: DemoPlan): PersonPlan[] {
  const above = people.find(({ email }) => email === SIGN_INS.supervisor.email);
  return people.filter(({ managerId, role, leftOn, email }) => managerId === above?.id && role === "frontline" && leftOn === null && email !== SIGN_INS.frontline.email);
}

/** People named in one assignment. */
const MOST_NAMED = 8;

/** Some supervisors who hold the course on listening for a while yet. */
function listening({ company: { people }, today }: DemoPlan): PersonPlan[] {
  const lasts = addDays(today, RENEW_DAYS + 1);
  const holds = ({ courses }: PersonPlan) => courses.some(({ code, validFrom, validTo }) => code === "DEEP-LISTENING" && validFrom <= today && (validTo === null || validTo > lasts));
  return people.filter((person) => person.role === "supervisor" && person.leftOn === null && holds(person)).slice(0, MOST_NAMED);
}

/** What people are asked to learn: one that everybody has done, one of which some are late, two that still run. */
export async function insertAssignments(tx: Tx, plan: DemoPlan, random: Random): Promise<AuditEventInput[]> {
  const byId = personIdOf(plan, SIGN_INS.hr.email);
  const events: AuditEventInput[] = [];
  const ask = async ({ course, daysAgo, dueDays, roles = [], people = [], everyMonths }: Asking) => {
    const day = addDays(plan.today, -daysAgo);
    const at = instantAt(day, 9 * 60, ZONE);
    const id = random.idAt(at);
    const ids = people.map((person) => person.id);
    await tx.insert("LearningAssignment", { id, course, roles: JSON.stringify(roles), people: JSON.stringify(ids), dueDays, everyMonths: everyMonths ?? null, assignedOn: day, assignedById: byId, at });
    events.push({ type: "course.assigned", subject: { kind: "course", id: course }, actor: { personId: byId }, data: { code: course, assignmentId: id, dueDays, everyMonths: everyMonths ?? null }, at });
  };
  await ask({ course: "DEEP-LISTENING", daysAgo: 150, dueDays: 20, people: listening(plan) });
  await ask({ course: LATE_COURSE, daysAgo: LATE_DAYS_AGO, dueDays: 15, people: lateTeam(plan) });
  await ask({ course: "AUTHORITY-BASICS", daysAgo: 30, dueDays: 40, roles: ["frontline"], everyMonths: 12 });
  await ask({ course: "LEADER-MODELS", daysAgo: 30, dueDays: 30, roles: ["leader", "manager"], everyMonths: 24 });
  return events;
}
