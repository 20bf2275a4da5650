import type { PersonActor } from "#access/actor.ts";
import { can, reach, within } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { foldText } from "#kernel/text.ts";
import { findPeople, findPerson } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { type CountReader, filler, type MembersReader } from "./fill.server.ts";
import type { SheetContent } from "./score.ts";
import { byGivenName } from "./sort.ts";
import type { AppealView, PeriodView, SheetRow, SheetView } from "./view-models.ts";
import { type Holder, holdersOf, scorecardsInUse } from "./who-has.server.ts";

/** Sheets somebody may read: their own, those of whom they look after, and of their department as a whole. */
export function readable(actor: PersonActor): Prisma.ScorecardSheetWhereInput {
  const scope = reach(actor, "scorecards.read");
  if (scope === null) return { id: { in: [] } };
  if (scope.all) return {};
  return {
    OR: [
      { personId: scope.personId },
      ...(scope.team ? [{ managerId: scope.personId }] : []),
      ...(scope.sites.length > 0 ? [{ siteCode: { in: [...scope.sites] } }] : []),
      ...(scope.departments.length > 0 ? [{ departmentCode: { in: [...scope.departments] } }] : []),
      ...(actor.departmentCode === null ? [] : [{ personId: null, departmentCode: actor.departmentCode }]),
    ],
  };
}

function mayRead(actor: PersonActor, { scorecard, person }: Holder): boolean {
  const scope = reach(actor, "scorecards.read");
  if (scope === null) return false;
  if (person === null) return scope.all || scorecard.subject === actor.departmentCode || scope.departments.includes(scorecard.subject);
  return within(scope, { personId: person.id, managerId: person.managerId, siteCode: person.siteCode, departmentCode: person.departmentCode });
}

/** Months and quarters, newest first. */
export async function periodList(): Promise<PeriodView[]> {
  const rows = await db.scorecardPeriod.findMany({ orderBy: [{ startDay: "desc" }, { kind: "asc" }], take: 40 });
  return rows.map(({ id, kind, startDay, endDay, closedAt }) => ({ id, kind: kind as PeriodView["kind"], from: startDay, to: endDay, closedAt: closedAt?.toISOString() ?? null }));
}

const liveId = (period: string, { scorecard, person }: Holder) => `${period}~${scorecard.id}~${person?.id ?? "department"}`;

export interface SheetFilter {
  /** Part of a name, with or without marks; empty: any. */
  readonly name: string;
  /** A department's code; null: any. */
  readonly department: string | null;
}

/** Whose sheets of a period the actor may read, by given name and never by figure; no figures in the list. */
export async function sheetRows(actor: PersonActor, period: PeriodView, filter: SheetFilter = { name: "", department: null }): Promise<SheetRow[]> {
  const wanted = foldText(filter.name.trim());
  const fits = (name: string, department: string | null) => foldText(name).includes(wanted) && (filter.department === null || filter.department === department);
  if (period.closedAt === null) {
    const holders = holdersOf(await scorecardsInUse()).filter(
      (holder) => mayRead(actor, holder) && fits(holder.person?.name ?? `${holder.scorecard.nameVi} ${holder.scorecard.nameEn}`, holder.person?.departmentCode ?? holder.scorecard.subject),
    );
    const rows = holders.map((holder) => ({
      id: liveId(period.id, holder), name: { vi: holder.scorecard.nameVi, en: holder.scorecard.nameEn }, person: holder.person?.name ?? null, mine: holder.person?.id === actor.personId, appeal: null,
    }));
    return byGivenName(rows);
  }
  const rows = await db.scorecardSheet.findMany({ where: { AND: [{ periodId: period.id }, readable(actor)] }, include: { appeals: { select: { answeredAt: true }, orderBy: { at: "desc" }, take: 1 } }, take: 500 });
  return byGivenName(
    rows.flatMap(({ id, personId, personName, departmentCode, content, appeals: [appeal] }) => {
      const { name } = JSON.parse(content) as SheetContent;
      if (!fits(personId === null ? `${name.vi} ${name.en}` : personName, departmentCode)) return [];
      return [{ id, name, person: personId === null ? null : personName, mine: personId === actor.personId, appeal: appeal === undefined ? null : appeal.answeredAt === null ? ("open" as const) : ("answered" as const) }];
    }),
  );
}

async function appealsOf(actor: PersonActor, sheetId: string): Promise<AppealView[]> {
  const rows = await db.scorecardAppeal.findMany({ where: { sheetId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  const people = findPeople(rows.flatMap(({ byId, toId, answeredById }) => [byId, toId, ...(answeredById === null ? [] : [answeredById])]));
  const name = (id: string | null) => (id === null ? "" : (people.get(id)?.name ?? ""));
  const isHr = actor.grants.some(({ role }) => role === "hr");
  return rows.map(({ id, byId, toId, words, evidence, at, answer, answeredById, answeredAt }) => ({
    id, by: name(byId), to: name(toId), words, evidence, at: at.toISOString(), answer, answeredBy: answer === null ? null : name(answeredById), answeredAt: answeredAt?.toISOString() ?? null,
    mayAnswer: answeredAt === null && can(actor, "scorecards.answer") && byId !== actor.personId && (toId === actor.personId || isHr),
  }));
}

async function live(actor: PersonActor, id: string, count: CountReader, members: MembersReader): Promise<SheetView | null> {
  const [periodId = "", scorecardId = "", who = ""] = id.split("~");
  const period = await db.scorecardPeriod.findUnique({ where: { id: periodId } });
  if (period === null || period.closedAt !== null) return null;
  const holder = holdersOf(await scorecardsInUse()).find(({ scorecard, person }) => scorecard.id === scorecardId && (person?.id ?? "department") === who);
  if (holder === undefined || !mayRead(actor, holder)) return null;
  const content = await filler({ from: period.startDay, to: period.endDay, count, members })(holder);
  const manager = holder.person?.managerId ? findPerson(holder.person.managerId) : null;
  return { id, closedAt: null, person: holder.person?.name ?? null, manager: manager?.name ?? null, department: holder.person?.departmentCode ?? (holder.person === null ? holder.scorecard.subject : null), site: holder.person?.siteCode ?? null, content, appeals: [], mayAppeal: false };
}

/** One scorecard with the origin of each figure: kept as it was closed, or as it stands by now; null for what the actor may not know of. */
export async function sheetView(actor: PersonActor, id: string, count: CountReader, members: MembersReader): Promise<SheetView | null> {
  if (id.includes("~")) return live(actor, id, count, members);
  const row = await db.scorecardSheet.findFirst({ where: { AND: [{ id }, readable(actor)] } });
  if (row === null) return null;
  const appeals = await appealsOf(actor, id);
  const mine = row.personId === actor.personId;
  return {
    id, closedAt: row.at.toISOString(), person: row.personId === null ? null : row.personName, manager: row.managerName === "" ? null : row.managerName, department: row.departmentCode, site: row.siteCode,
    content: JSON.parse(row.content) as SheetContent, appeals, mayAppeal: mine && can(actor, "scorecards.appeal") && appeals.every(({ answeredAt }) => answeredAt !== null),
  };
}
