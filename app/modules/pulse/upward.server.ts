import { db } from "#platform/db.server.ts";
import { ALL, type Frame, type Group, type GroupKind, type LocalName } from "./domain/audience.ts";
import { nextLarger, type Told } from "./domain/disclose.ts";
import type { Question } from "./bank.ts";
import { lastDay } from "./pulse.server.ts";
import { titleOf } from "./queries.server.ts";
import { launchedOf, overBy, tellOf } from "./waves.server.ts";

/** What a leader's people say, as far as it may be told. */
export interface UpwardResults {
  /** `closesOn`: the last day on which people could answer. */
  readonly pulse: { readonly id: string; readonly title: LocalName; readonly closesOn: string };
  /** null: their own people. Otherwise these, or those of them who answered, are too few, and this is the next larger group of which it may be told. */
  readonly larger: { readonly kind: GroupKind; readonly name: LocalName } | null;
  readonly results: readonly { readonly question: Question; readonly told: Told }[];
}

/** Of a circle around a leader: their people, or where these are too few all who answered but the manager and the leader. */
function around({ groups }: Frame): { readonly group: string; readonly own: boolean } {
  const own = groups.some(({ id }) => id === "reports");
  return { group: own ? "reports" : ALL, own };
}

const HIDDEN: Told = { state: "hidden" };

/** The smallest group around one that must stay hidden of which every question that may be told at all may be told; null where nothing may. */
function largerThan(frame: Frame, group: Group, byQuestion: readonly (ReadonlyMap<string, Told> | undefined)[]): Group | null {
  const larger = byQuestion.flatMap((told) => (told === undefined ? [] : (nextLarger(frame, group, told) ?? [])));
  return larger.sort((a, b) => b.cells.length - a.cells.length)[0] ?? null;
}

/** How many pulses are looked through, newest first, for one that asked the leader's people. */
const LOOKED_THROUGH = 20;
/** What a leader's people can say of them. */
const ABOUT_LEADERS: readonly Question["topic"][] = ["manager", "heart", "safety", "person"];

/**
 * Questions about one's manager and how one is treated, of a leader's people, in the newest closed pulse that asked them on
 * or before a day: of everybody, or of those around that leader.
 */
export async function upwardResults(leaderId: string, until: string): Promise<UpwardResults | null> {
  const rows = await db.pulse.findMany({
    where: { AND: [overBy(until), { OR: [{ subjectId: null }, { subjectId: leaderId }] }] },
    orderBy: [{ closedAt: "desc" }, { id: "desc" }],
    take: LOOKED_THROUGH,
  });
  for (const row of rows) {
    const launched = launchedOf(row);
    const leads = launched === null ? undefined : row.subjectId === null ? launched.frame.leaders[leaderId] : around(launched.frame);
    const group = launched?.frame.groups.find(({ id }) => id === leads?.group);
    const questions = launched?.questions.filter(({ scale, topic }) => scale !== "text" && ABOUT_LEADERS.includes(topic)) ?? [];
    if (launched === null || leads === undefined || group === undefined || questions.length === 0) continue;
    const { byQuestion } = await tellOf(launched);
    const told = questions.map(({ code }) => byQuestion.get(code)?.at(-1)?.told);
    const of = ({ id }: Group) => questions.map((question, index) => ({ question, told: told[index]?.get(id) ?? HIDDEN }));
    const kept = of(group).every((one) => one.told.state === "hidden");
    const shown = (kept ? largerThan(launched.frame, group, told) : null) ?? group;
    return { pulse: { id: row.id, title: titleOf(row), closesOn: lastDay(row) }, larger: leads.own && shown.id === group.id ? null : { kind: shown.kind, name: shown.name }, results: of(shown) };
  }
  return null;
}

/** Of a leader's people: how many answered, in whole steps of five per cent; null where that may not be told. */
export interface TeamTurnout {
  readonly leaderId: string;
  readonly own: boolean;
  readonly percent: number | null;
}

/** Response rates of leaders' people in one closed pulse: what shows which teams fell silent. Nothing of a pulse that is open. */
export async function teamTurnouts(pulseId: string, leaderIds: readonly string[]): Promise<TeamTurnout[]> {
  const row = await db.pulse.findFirst({ where: { id: pulseId, state: "closed", subjectId: null } });
  const launched = row === null ? null : launchedOf(row);
  if (launched === null) return [];
  const { turnout } = await tellOf(launched);
  return leaderIds.flatMap((leaderId) => {
    const leads = launched.frame.leaders[leaderId];
    return leads === undefined ? [] : [{ leaderId, own: leads.own, percent: turnout.get(leads.group) ?? null }];
  });
}
