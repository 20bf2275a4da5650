import type { Actor, PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { addDays } from "#kernel/period.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import type { Row } from "#platform/transaction.server.ts";
import type { RuleWords } from "./choose-card.server.ts";
import { mondayOf } from "./domain/week.ts";
import { readable } from "./readable.server.ts";
import { cardsOf, namesOf } from "./stories.server.ts";
import { wordsOf } from "./story-words.server.ts";
import type { Bilingual, LineUpView, OwnDiscussion, TeamDiscussion } from "./view-models.ts";

const WEEKS = 26;

function stored(text: string | null): Bilingual | null {
  return text === null ? null : (JSON.parse(text) as Bilingual);
}

async function viewOf(actor: Actor, card: Row<"LineUpCard">, ruleOf: (code: string) => RuleWords | null): Promise<LineUpView> {
  const row = await db.story.findFirst({ where: { AND: [{ id: card.storyId, hiddenAt: null }, readable(actor)] } });
  const [story] = row === null ? [] : await cardsOf(actor, [row]);
  const plain = { vi: card.ruleCode, en: card.ruleCode };
  const now = ruleOf(card.ruleCode);
  return {
    id: card.id,
    week: card.week,
    published: card.publishedAt !== null,
    story: row === null || story === undefined ? null : { ...story, parts: wordsOf(row) },
    question: { vi: card.questionVi, en: card.questionEn },
    rule: { code: card.ruleCode, name: stored(card.ruleName) ?? now?.name ?? plain, why: stored(card.ruleWhy) ?? now?.why ?? { vi: "", en: "" } },
  };
}

/** The card of a week: once published for everybody, before for those who choose it. null: none. */
export async function lineUpOf(actor: Actor, week: string, ruleOf: (code: string) => RuleWords | null): Promise<LineUpView | null> {
  if (!can(actor, "line-up.read")) return null;
  const card = await db.lineUpCard.findUnique({ where: { week } });
  if (card === null || (card.publishedAt === null && !can(actor, "line-up.choose"))) return null;
  return viewOf(actor, card, ruleOf);
}

/** The published cards up to a day's week, newest first. */
export async function lineUpCards(actor: Actor, day: string, ruleOf: (code: string) => RuleWords | null): Promise<LineUpView[]> {
  if (!can(actor, "line-up.read")) return [];
  const cards = await db.lineUpCard.findMany({ where: { publishedAt: { not: null }, week: { lte: mondayOf(day) } }, orderBy: { week: "desc" }, take: WEEKS });
  return Promise.all(cards.map((card) => viewOf(actor, card, ruleOf)));
}

/** Weeks that may be chosen for: this one and the next four, with what is there. */
export async function weeksToChoose(day: string): Promise<{ readonly week: string; readonly state: "none" | "draft" | "published" }[]> {
  const weeks = Array.from({ length: 5 }, (_, index) => addDays(mondayOf(day), 7 * index));
  const cards = await db.lineUpCard.findMany({ where: { week: { in: weeks } }, select: { week: true, publishedAt: true } });
  return weeks.map((week) => {
    const card = cards.find((each) => each.week === week);
    return { week, state: card === undefined ? "none" : card.publishedAt === null ? "draft" : "published" };
  });
}

/** One's own team and what one marked for a card; null for whoever leads nobody. */
export async function ownDiscussion(actor: PersonActor, cardId: string): Promise<{ readonly team: readonly { readonly id: string; readonly name: string }[]; readonly marked: OwnDiscussion | null } | null> {
  if (!can(actor, "line-up.discuss")) return null;
  const { personId: managerId } = actor;
  const [team, marked] = await Promise.all([
    db.person.findMany({ where: { managerId, active: true }, select: { id: true, name: true }, orderBy: [{ nameSort: "asc" }, { id: "asc" }], take: 100 }),
    db.lineUpDiscussion.findUnique({ where: { cardId_managerId: { cardId, managerId } }, include: { present: { select: { personId: true } } } }),
  ]);
  if (team.length === 0) return null;
  return { team, marked: marked === null ? null : { day: marked.day, present: marked.present.map(({ personId }) => personId), cameUp: marked.cameUp } };
}

/** Which teams of the front talked about a card, in numbers: those of supervisors and shop managers with people. Refuses `forbidden`. */
export async function teamDiscussions(cardId: string, asked: Asked): Promise<TeamDiscussion[]> {
  demand(asked, "line-up.teams");
  const [leads, people, marked] = await Promise.all([
    db.roleAssignment.findMany({ where: { role: { in: ["supervisor", "manager"] } }, select: { personId: true } }),
    db.person.findMany({ where: { active: true }, select: { id: true, managerId: true, siteCode: true } }),
    db.lineUpDiscussion.findMany({ where: { cardId }, include: { _count: { select: { present: true } } } }),
  ]);
  const leading = new Set(leads.map(({ personId }) => personId));
  const sizes = new Map<string, number>();
  for (const { managerId } of people) if (managerId !== null) sizes.set(managerId, (sizes.get(managerId) ?? 0) + 1);
  const teams = people.filter(({ id }) => (leading.has(id) && sizes.has(id)) || marked.some(({ managerId }) => managerId === id));
  const name = namesOf(teams.map(({ id }) => id));
  return teams
    .map(({ id, siteCode }) => {
      const talk = marked.find(({ managerId }) => managerId === id);
      return { managerId: id, manager: name(id).name, site: siteCode, people: sizes.get(id) ?? 0, day: talk?.day ?? null, present: talk?._count.present ?? 0 };
    })
    .sort((a, b) => (a.site ?? "~").localeCompare(b.site ?? "~") || a.manager.localeCompare(b.manager, "vi"));
}
