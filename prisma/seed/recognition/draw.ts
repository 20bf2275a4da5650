import { addDays, instantAt, localDay, minuteOfDay } from "#kernel/period.ts";
import { givenName } from "#kernel/text.ts";
import { decisionOutcome } from "#modules/empowerment/domain/decision-outcome.ts";
import type { EvidenceOutcome } from "#modules/recognition/domain/state.ts";
import type { PersonPlan } from "../company.ts";
import { ZONE } from "../company/places.ts";
import type { DecisionRow } from "../decisions/history.ts";
import { HISTORY_DAYS, type DemoPlan } from "../demo-plan.ts";
import { randomFrom, type Random } from "../random.ts";
import { en } from "./words-en.ts";
import { vi } from "./words-vi.ts";
import { type Kind, kindOfGesture, kindOfPlace } from "./wordings.ts";

/** A decision that a thank-you cites, with what became of it. */
export interface CitedPlan {
  readonly decision: DecisionRow;
  readonly outcome: EvidenceOutcome;
  /** When its outcome was known; null: not yet. */
  readonly settledAt: Date | null;
}

export interface ThanksPlan {
  readonly id: string;
  readonly at: Date;
  readonly giver: PersonPlan;
  readonly receivers: readonly PersonPlan[];
  /** VALUE/behaviour */
  readonly behaviour: string;
  readonly message: string;
  readonly english: boolean;
  readonly visibility: "public" | "team" | "private";
  readonly cited: CitedPlan | null;
}

const WANTED = 600;
const MINUTE = 60_000;
const GIVERS: ReadonlySet<string> = new Set(["frontline", "supervisor", "manager", "hr", "leader"]);

/** Who thanks whom over the months: some give much, some are never seen, and one pair thanks each other again and again. */
export class ThanksDraw {
  readonly thanks: ThanksPlan[] = [];
  private readonly said = new Set<string>();
  private readonly energy = new Map<string, number>();
  private readonly fame = new Map<string, number>();
  private readonly overturned: ReadonlySet<string>;

  constructor(
    private readonly plan: DemoPlan,
    night: ReadonlySet<string>,
    private readonly now: Date,
    private readonly random: Random = randomFrom(31),
  ) {
    this.overturned = new Set(plan.hindsight.overturns.map(({ decisionId }) => decisionId));
    for (const person of plan.company.people) {
      const gives = person.role !== null && GIVERS.has(person.role);
      this.energy.set(person.id, gives ? random.weighted([[0, 30], [1, 40], [3, 22], [8, 8]]) * (person.role === "frontline" ? 1 : 1.6) : 0);
      const seen = random.weighted([[0, 12], [1, 46], [2, 30], [6, 12]]);
      this.fame.set(person.id, seen * (person.siteCode === "HO" ? 0.25 : 1) * (night.has(person.id) ? 0.15 : 1));
    }
  }

  private active(person: PersonPlan, at: Date): boolean {
    const day = localDay(at, ZONE);
    return person.startedOn <= day && (person.leftOn === null || day < person.leftOn);
  }

  private some(people: readonly PersonPlan[], weight: ReadonlyMap<string, number>): PersonPlan | null {
    const weighed = people.map((person) => [person, weight.get(person.id) ?? 0] as const).filter(([, weightOf]) => weightOf > 0);
    return weighed.length === 0 ? null : this.random.weighted(weighed);
  }

  /** The outcome as it stands today; known when the result came, or when a month had passed without one. */
  private cite(decision: DecisionRow): CitedPlan {
    const { id, state, decidedAt, result = null, csat = null, repeatContactAt = null, resultAt = null } = decision;
    const outcome = decisionOutcome({ state, decidedAt, result, csat, repeatContactAt, overturned: this.overturned.has(id) }, this.now);
    const without = new Date(decidedAt.getTime() + 30 * 1440 * MINUTE);
    return { decision, outcome, settledAt: outcome === "pending" ? null : (resultAt ?? (without < this.now ? without : decidedAt)) };
  }

  private message(kind: Kind, effect: "proven" | "open" | "team", receivers: readonly PersonPlan[], english: boolean): { behaviour: string; message: string } {
    const words = english ? en : vi;
    const names = receivers.map(({ name }) => givenName(name));
    const called = names.length === 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${english ? "and" : "và"} ${names.at(-1) ?? ""}`;
    for (let tries = 0; ; tries += 1) {
      const [behaviour, deed] = this.random.pick(words.deeds[kind]);
      const came = effect === "team" ? words.team[behaviour.split("/")[0] ?? ""] : words.effects[effect];
      const text = `${deed} ${this.random.pick(came ?? [])}`;
      if (this.said.has(`${called}${text}`) && tries < 6) continue;
      this.said.add(`${called}${text}`);
      return { behaviour, message: text.replaceAll("{name}", called) };
    }
  }

  add(giver: PersonPlan, receivers: readonly PersonPlan[], at: Date, about: { readonly kind: Kind; readonly cited: CitedPlan | null; readonly own?: { readonly behaviour: string; readonly message: string } }): void {
    const minute = minuteOfDay(at, ZONE);
    if (at > this.now || minute < 7 * 60 || minute > 22 * 60) return;
    if (receivers.some(({ id }) => id === giver.id) || ![giver, ...receivers].every((person) => this.active(person, at))) return;
    const { kind, cited, own } = about;
    const english = own === undefined && giver.language === "en";
    const known = cited !== null && cited.outcome === "good" && cited.settledAt !== null && cited.settledAt <= at;
    const said = own ?? this.message(kind, cited === null ? "team" : known ? "proven" : "open", receivers, english);
    const visibility = own === undefined ? this.random.weighted([["public", 80], ["team", 14], ["private", 6]] as const) : "public";
    this.thanks.push({ id: this.random.idAt(at), at, giver, receivers, ...said, english, visibility, cited });
  }

  private colleagues(person: PersonPlan, at: Date): PersonPlan[] {
    return this.plan.company.people.filter((other) => other.id !== person.id && other.siteCode === person.siteCode && this.active(other, at));
  }

  /** Thanks that cite what a colleague decided for a customer. */
  aboutDecision(): void {
    const { random, plan } = this;
    const decision = random.pick(plan.simulation.history.decisions);
    if (decision.state !== "granted" && decision.state !== "approved") return;
    const receiver = plan.company.people.find(({ id }) => id === decision.personId);
    if (receiver === undefined || !random.chance((this.fame.get(receiver.id) ?? 0) / 6)) return;
    const cited = this.cite(decision);
    const early = decision.resultAt == null || random.chance(0.3);
    const from = early ? decision.decidedAt : (decision.resultAt ?? decision.decidedAt);
    const at = new Date(from.getTime() + random.int(20, early ? 400 : 2_600) * MINUTE);
    const afar = plan.company.people.filter(({ role }) => role === "hr" || role === "leader");
    const giver = this.some(random.chance(0.1) ? afar : this.colleagues(receiver, at), this.energy);
    if (giver !== null) this.add(giver, [receiver], at, { kind: kindOfGesture(decision.gesture), cited });
  }

  /** Thanks for help among colleagues, with nothing beside them. */
  aboutHelp(): void {
    const { random, plan } = this;
    const at = instantAt(addDays(plan.today, -Math.floor(HISTORY_DAYS * random.next() ** 1.25)), random.int(8 * 60, 21 * 60 + 30), ZONE);
    const receiver = this.some(plan.company.people.filter((person) => this.active(person, at)), this.fame);
    if (receiver === null) return;
    const near = this.colleagues(receiver, at);
    const everybody = plan.company.people.filter((person) => this.active(person, at));
    const giver = this.some(random.chance(receiver.siteCode === "HO" ? 0.2 : 0.86) ? near : everybody, this.energy);
    if (giver === null) return;
    const more = random.shuffle(near.filter(({ id }) => id !== giver.id && (this.fame.get(id) ?? 0) > 0)).slice(0, random.weighted([[0, 82], [1, 13], [2, 5]] as const));
    this.add(giver, [receiver, ...more], at, { kind: kindOfPlace(receiver.siteCode), cited: null });
  }

  /** Two clerks of one team who return each other's thanks within days. */
  pair(): void {
    const team = this.plan.company.people.filter(({ siteCode, role, leftOn }) => siteCode === "SG-02" && role === "frontline" && leftOn === null);
    const first = team.find((person) => team.some((other) => other.id !== person.id && other.managerId === person.managerId));
    const second = team.find((other) => other.id !== first?.id && other.managerId === first?.managerId);
    if (first === undefined || second === undefined) return;
    for (const daysAgo of [70, 52, 37, 24, 12]) {
      const at = (ago: number, minute: number) => instantAt(addDays(this.plan.today, -ago), minute, ZONE);
      this.add(first, [second], at(daysAgo, 610), { kind: "shop", cited: null });
      this.add(second, [first], at(daysAgo - 3, 1_120), { kind: "shop", cited: null });
    }
  }

  /** The thread of a story goes on: who saw it says so. */
  story(ref: string, gesture: string, by: string, behaviour: string, message: string, hoursLater: number): void {
    const { people } = this.plan.company;
    const decision = this.plan.simulation.history.decisions.find((row) => row.customerRef === ref && row.gesture === gesture);
    const giver = people.find(({ email }) => email === by);
    if (decision === undefined || giver === undefined) return;
    const seen = instantAt(localDay(decision.resultAt ?? decision.decidedAt, ZONE), 19 * 60, ZONE);
    this.told(decision, giver, [behaviour, message], new Date(seen.getTime() + hoursLater * 60 * MINUTE));
  }

  /** Somebody thanks for one decision in words of their own. */
  told(decision: DecisionRow, giver: PersonPlan, [behaviour, message]: readonly [behaviour: string, message: string], at: Date): void {
    const receiver = this.plan.company.people.find(({ id }) => id === decision.personId);
    if (receiver !== undefined) this.add(giver, [receiver], at, { kind: "care", cited: this.cite(decision), own: { behaviour, message } });
  }

  all(): readonly ThanksPlan[] {
    for (let tries = 0; this.thanks.length < WANTED * 0.5 && tries < 20_000; tries += 1) this.aboutDecision();
    for (let tries = 0; this.thanks.length < WANTED - 12 && tries < 20_000; tries += 1) this.aboutHelp();
    this.pair();
    return this.thanks.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  }
}
