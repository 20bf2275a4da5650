import { addDays, instantAt } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { periodOf, type Period } from "#modules/kpis/domain/periods.ts";
import { customerShareOf } from "#modules/kpis/scorecards/score.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { SIGN_INS } from "./company.ts";
import { ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { demoDefinitions } from "./kpis/definitions.ts";
import { randomFrom } from "./random.ts";
import { insertRewards } from "./rewards.ts";
import { CARDS, LET_STAND } from "./scorecards/cards.ts";

const HOUR = 3_600_000;
const ROLES: ReadonlySet<string | null> = new Set(CARDS.filter(({ subjectKind }) => subjectKind === "role").map(({ subject }) => subject));

/** Somebody's request to have their closed scorecard looked at again. */
interface AppealPlan {
  readonly id: string;
  readonly sheetId: string;
  readonly personId: string;
  readonly toId: string;
  readonly at: Date;
  /** null: it waits. */
  readonly answeredAt: Date | null;
}

/** When the quarter before today's was closed, and what followed. */
export interface QuarterPlan {
  readonly hr: string;
  readonly last: Period & { readonly id: string; readonly openedAt: Date; readonly closedAt: Date };
  readonly running: Period & { readonly id: string; readonly openedAt: Date };
  readonly answered: AppealPlan;
  readonly open: AppealPlan;
}

/** The last quarter and the running one; early in a quarter everything lies closer together, never in the future. */
export function planQuarter(plan: DemoPlan, now: Date): QuarterPlan {
  const random = randomFrom(53);
  const running = periodOf("quarter", plan.today);
  const last = periodOf("quarter", addDays(running.start, -1));
  const begun = instantAt(running.start, 0, ZONE);
  const span = now.getTime() - begun.getTime();
  const within = (part: number, hours: number) => new Date(begun.getTime() + Math.min(span * part, hours * HOUR));
  const closedAt = within(0.2, 4 * 24 + 9);
  const [clerk, supervisor] = [personIdOf(plan, SIGN_INS.frontline.email), personIdOf(plan, SIGN_INS.supervisor.email)];
  const beside = plan.company.people.find(({ id, managerId, leftOn }) => managerId === supervisor && id !== clerk && leftOn === null);
  if (beside === undefined) throw new Error("The clerk of the sign-ins works alone");
  const appeal = (personId: string, at: Date, answeredAt: Date | null): AppealPlan => ({ id: random.idAt(at), sheetId: random.idAt(closedAt), personId, toId: supervisor, at, answeredAt });
  const openAt = new Date(now.getTime() - Math.min(span * 0.2, 26 * HOUR));
  return {
    hr: personIdOf(plan, SIGN_INS.hr.email),
    last: { ...last, id: random.idAt(plan.start), openedAt: new Date(plan.start.getTime() + 10 * HOUR), closedAt },
    running: { ...running, id: random.idAt(begun), openedAt: within(0.1, 9) },
    answered: appeal(clerk, within(0.3, 6 * 24 + 14), within(0.5, 8 * 24 + 16)),
    open: appeal(beside.id, openAt, null),
  };
}

async function insertCards(tx: Tx, plan: DemoPlan, { hr, last }: QuarterPlan): Promise<AuditEventInput[]> {
  const random = randomFrom(59);
  const at = new Date(last.openedAt.getTime() - HOUR);
  const known = new Map(demoDefinitions((days) => addDays(plan.today, days)).map((definition) => [definition.code, definition]));
  const events: AuditEventInput[] = [];
  for (const { items, ...card } of CARDS) {
    const id = random.idAt(at);
    await tx.insert("Scorecard", { ...card, id, items: JSON.stringify(items), active: true, version: 1, createdAt: at, updatedAt: at, byId: hr });
    const { subjectKind, subject } = card;
    events.push({ type: "scorecard.saved", schema: 1, subject: { kind: "scorecard", id }, actor: { personId: hr }, data: { subjectKind, subject, version: 1, customerShare: customerShareOf(items, known) }, at });
  }
  return events;
}

/** What the trail says of the quarters; their sheets are filled once the figures are counted. */
function eventsOf(plan: DemoPlan, { hr, last, running, answered, open }: QuarterPlan): AuditEventInput[] {
  const sheets = plan.company.people.filter(({ role, leftOn }) => ROLES.has(role) && leftOn === null).length + CARDS.filter(({ subjectKind }) => subjectKind === "department").length;
  const data = ({ start, end }: Period) => ({ kind: "quarter", from: start, to: end });
  const by = { actor: { personId: hr }, schema: 1 };
  const asked = [answered, open].map(({ id, sheetId, personId, toId, at }) => ({ type: "scorecard-sheet.appealed", schema: 1, subject: { kind: "scorecard-sheet", id: sheetId }, actor: { personId }, data: { appeal: id, toId }, at }));
  return [
    { ...by, type: "scorecard-period.opened", subject: { kind: "scorecard-period", id: last.id }, data: data(last), at: last.openedAt },
    { ...by, type: "scorecard-period.opened", subject: { kind: "scorecard-period", id: running.id }, data: data(running), at: running.openedAt },
    { ...by, type: "scorecard-period.closed", subject: { kind: "scorecard-period", id: last.id }, data: { ...data(last), sheets }, at: last.closedAt },
    ...asked,
    { type: "scorecard-sheet.appeal-answered", schema: 1, subject: { kind: "scorecard-sheet", id: answered.sheetId }, actor: { personId: answered.toId }, data: { appeal: answered.id }, at: answered.answeredAt ?? answered.at },
  ];
}

/** One finding of KPI lint that HR lets stand for a while. */
async function insertLetStand(tx: Tx, plan: DemoPlan, { hr, last }: QuarterPlan): Promise<AuditEventInput> {
  const { key, reason, days } = LET_STAND;
  const [at, until] = [new Date(last.closedAt.getTime() + HOUR / 60), addDays(plan.today, days)];
  await tx.insert("KpiSuppression", { id: randomFrom(61).idAt(at), findingKey: key, reason, untilDay: until, at, byId: hr });
  return { type: "kpi-finding.let-stand", schema: 1, subject: { kind: "kpi-finding", id: key }, actor: { personId: hr }, data: { until }, at };
}

/** Scorecards, pay shares, rewards and a finding let stand. @returns what the trail says of them and of the quarters */
export async function insertScorecards(tx: Tx, plan: DemoPlan, quarter: QuarterPlan, now: Date): Promise<AuditEventInput[]> {
  return [...(await insertCards(tx, plan, quarter)), ...eventsOf(plan, quarter), await insertLetStand(tx, plan, quarter), ...(await insertRewards(tx, plan, now))];
}
