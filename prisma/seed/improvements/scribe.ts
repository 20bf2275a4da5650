import { addDays, instantAt, localDay } from "#kernel/period.ts";
import { foldText } from "#kernel/text.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { answerDue } from "#modules/improvements/domain/answer-clock.ts";
import { headline } from "#modules/improvements/domain/headline.ts";
import { jointAnswer } from "#modules/improvements/domain/joint-answer.ts";
import type { Insert } from "#platform/transaction.server.ts";
import { SIGN_INS, SECOND_LEADER, type PersonPlan } from "../company.ts";
import { ZONE } from "../company/places.ts";
import type { DemoPlan } from "../demo-plan.ts";
import type { Random } from "../random.ts";
import { calendarOf } from "./facts.ts";
import type { Course, Story, Who } from "./shapes.ts";

type Owner = Insert<"ImprovementOwner">;

/** What a department that answers together with another says. */
const AGREED = { vi: "Đồng ý, cùng làm phần của mình.", en: "Agreed, we do our part." } as const;

/** One improvement as rows, in the order in which they are inserted. */
export interface Written {
  readonly story: Story;
  row: Insert<"Improvement">;
  readonly reporters: Insert<"ImprovementReporter">[];
  readonly owners: Owner[];
  readonly steps: Insert<"ImprovementStep">[];
  readonly figures: Insert<"ImprovementFigure">[];
  readonly moves: Insert<"ImprovementMove">[];
  readonly links: Insert<"ThreadLink">[];
  readonly notices: Insert<"Notification">[];
}

/** How a story goes on from its answer. */
interface Ways {
  readonly courseOf: (plan: DemoPlan, story: Story) => Course;
  readonly carryOut: (scribe: Scribe, written: Written, course: Course) => void;
}

const HOUR = 3_600_000;

/** Writes down what the stories say happened: rows, links, notices and what the trail says. */
export class Scribe {
  readonly events: AuditEventInput[] = [];
  readonly lastNumbers = new Map<string, number>();
  readonly hr: string;
  private readonly people: readonly PersonPlan[];

  constructor(
    readonly plan: DemoPlan,
    readonly now: Date,
    readonly random: Random,
  ) {
    this.people = plan.company.people.filter(({ leftOn }) => leftOn === null);
    this.hr = this.named(SIGN_INS.hr.email).id;
  }

  named(email: string): PersonPlan {
    const found = this.people.find((person) => person.email === email);
    if (found === undefined) throw new Error(`Nobody has the address ${email}`);
    return found;
  }

  /** Where nobody of the place speaks the story's language, anybody of it does. */
  private who(who: Who, language: PersonPlan["language"]): PersonPlan {
    if (typeof who === "string") return this.named(who);
    const there = this.people.filter(({ siteCode, role }) => siteCode === who.site && role === who.role);
    const speaking = there.filter((person) => person.language === language);
    const among = speaking.length === 0 ? there : speaking;
    const found = among[who.n % Math.max(1, among.length)];
    if (found === undefined) throw new Error(`No ${who.role} at ${who.site}`);
    return found;
  }

  /** Who answers for a department: the manager at the place, HR for its own, else management. */
  answererOf(department: string, site: string | null): PersonPlan {
    const managers = this.people.filter(({ role, departmentCode }) => role === "manager" && departmentCode === department);
    const there = managers.find(({ siteCode }) => siteCode === site) ?? managers[0];
    if (there !== undefined) return there;
    return this.named(department === "HRCX" ? SIGN_INS.hr.email : SECOND_LEADER.email);
  }

  /** Who owns the procedures of a department. */
  ownerOf(department: string): string {
    return this.answererOf(department, department === "RETAIL" ? "HN-01" : null).id;
  }

  event(type: string, row: Pick<Insert<"Improvement">, "id" | "number">, personId: string | null, at: Date, data: object = {}): void {
    this.events.push({ type: `improvement.${type}`, subject: { kind: "improvement", id: row.id }, actor: personId === null ? null : { personId }, data: { number: row.number, ...data }, at });
  }

  move(written: Written, move: string, byId: string | null, at: Date, note: string | null = null): void {
    written.moves.push({ id: this.random.idAt(at), improvementId: written.row.id, at, byId, move, note });
  }

  notice(written: Written, kind: string, personId: string, at: Date, params: object, unread: boolean): void {
    const readAt = unread ? null : new Date(Math.min(this.now.getTime(), at.getTime() + this.random.int(5, 300) * 60_000));
    const all = { number: written.row.number, what: headline(written.story.what), ...params };
    written.notices.push({ id: this.random.idAt(at), personId, kind: `improvement.${kind}`, params: JSON.stringify(all), href: `/improvements/${written.row.id}`, createdAt: at, readAt });
  }

  link(written: Written, to: { readonly kind: string; readonly id: string }, relation: string, at: Date, byId: string | null): void {
    written.links.push({ id: this.random.idAt(at), fromKind: "improvement", fromId: written.row.id, toKind: to.kind, toId: to.id, relation, byId, at, automatic: true });
  }

  /** All improvements, in the order of their reports, joined ones after what they were joined to. */
  write(stories: readonly Story[], procedures: ReadonlyMap<string, string>, ways: Ways): Written[] {
    const dated = stories.map((story) => ({ story, course: ways.courseOf(this.plan, story) }));
    const byReport = dated.sort((a, b) => b.course.reportDaysAgo - a.course.reportDaysAgo || (a.story.key < b.story.key ? -1 : 1));
    const written = new Map(byReport.map(({ story, course }, index) => [story.key, this.begin(story, course, index, procedures)]));
    for (const { story, course } of byReport) {
      const one = written.get(story.key);
      if (one === undefined) continue;
      if (story.end.as === "merged") this.join(one, written.get(story.end.into));
      else ways.carryOut(this, one, course);
    }
    const all = [...written.values()];
    return [...all.filter(({ row }) => row.mergedIntoId == null), ...all.filter(({ row }) => row.mergedIntoId != null)];
  }

  private reportedAt({ reportDaysAgo }: Course, index: number): Date {
    const at = instantAt(addDays(this.plan.today, -reportDaysAgo), 10 * 60 + ((index * 37) % 480), ZONE);
    return at < this.now ? at : new Date(this.now.getTime() - (30 + index) * 60_000);
  }

  private begin(story: Story, course: Course, index: number, procedures: ReadonlyMap<string, string>): Written {
    const reporter = this.who(story.by, story.english === true ? "en" : "vi");
    const at = this.reportedAt(course, index);
    const year = localDay(at, ZONE).slice(0, 4);
    const inYear = (this.lastNumbers.get(year) ?? 0) + 1;
    this.lastNumbers.set(year, inYear);
    const id = this.random.idAt(at);
    const near = story.fromGesture === undefined ? [] : this.plan.simulation.history.decisions.filter(({ siteCode, gesture, decidedAt }) => siteCode === reporter.siteCode && gesture === story.fromGesture && decidedAt < at);
    const decision = near.findLast(({ personId, state }) => personId === reporter.id && state === "granted") ?? near.at(-1);
    const row: Insert<"Improvement"> = {
      ...{ id, number: `I-${year}-${String(inYear).padStart(4, "0")}`, kind: story.kind, what: story.what, cost: story.cost, often: story.often },
      ...{ procedureId: story.procedure === undefined ? null : (procedures.get(story.procedure) ?? null), rule: story.rule ?? null, decisionId: decision?.id ?? null },
      ...{ touchpoint: story.touchpoint ?? null, touchpointKey: story.touchpoint === undefined ? null : foldText(story.touchpoint) },
      ...{ siteCode: reporter.siteCode, reporterId: reporter.id, managerId: reporter.managerId, reportedAt: at, state: "reported" },
    };
    const written: Written = { story, row, reporters: [{ improvementId: id, personId: reporter.id, at }], owners: [], steps: [], figures: [], moves: [], links: [], notices: [] };
    this.move(written, "reported", reporter.id, at);
    for (const [kind, cause] of [["decision", row.decisionId], ["rule", row.rule], ["procedure", row.procedureId]] as const) if (cause != null) this.link(written, { kind, id: cause }, "caused_by", at, reporter.id);
    for (const [place, department] of [story.department, ...(story.together ?? [])].entries()) written.owners.push(this.question(written, department, place === 0, at));
    const data = { kind: story.kind, procedureId: row.procedureId, rule: row.rule, decisionId: row.decisionId, departments: written.owners.map(({ departmentCode }) => departmentCode), source: "screen" };
    this.event("reported", row, reporter.id, at, data);
    if (story.answer !== undefined) this.answer(written, new Date(at.getTime() + story.answer.after * HOUR));
    return written;
  }

  private question({ row }: Written, department: string, lead: boolean, at: Date): Owner {
    const asked = this.answererOf(department, row.siteCode ?? null);
    return { improvementId: row.id, departmentCode: department, lead, askedId: asked.id, level: 1, askedAt: at, dueAt: answerDue(at, 1, calendarOf(asked.siteCode)) };
  }

  private answer(written: Written, at: Date): void {
    const { answer } = written.story;
    if (answer === undefined || at > this.now) return;
    const law = answer.law ?? null;
    const agreed = AGREED[written.story.english === true ? "en" : "vi"];
    for (const owner of written.owners) Object.assign(owner, { answer: answer.answer, words: owner.lead ? answer.words : agreed, law: owner.lead ? law : null, answeredById: owner.askedId, answeredAt: at });
    const joint = jointAnswer(written.owners.map(() => ({ answer: answer.answer, law })));
    written.row = { ...written.row, state: "answered", answer: joint, answeredAt: at };
    for (const { askedId, departmentCode, lead } of written.owners) {
      this.move(written, "answered", askedId, at, lead ? answer.words : agreed);
      this.event("answered", written.row, askedId, at, { department: departmentCode, answer: answer.answer, joint });
    }
  }

  private join(written: Written, into: Written | undefined): void {
    if (into === undefined) throw new Error(`Nothing to join: ${written.story.key}`);
    const at = new Date(Math.max(written.row.reportedAt.getTime(), into.row.reportedAt.getTime()) + 5 * HOUR);
    const [reporter] = written.reporters;
    written.row = { ...written.row, state: "merged", mergedIntoId: into.row.id };
    if (reporter !== undefined && !into.reporters.some(({ personId }) => personId === reporter.personId)) into.reporters.push({ improvementId: into.row.id, personId: reporter.personId, at });
    if (written.row.decisionId != null && written.row.decisionId !== into.row.decisionId) this.link(into, { kind: "decision", id: written.row.decisionId }, "caused_by", at, this.hr);
    this.move(written, "merged", this.hr, at, into.row.number);
    this.move(into, "joined", this.hr, at, written.row.number);
    this.event("merged", written.row, this.hr, at, { into: into.row.id });
  }
}
