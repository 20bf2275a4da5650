import { type Outcome, outcomes } from "../verdict.ts";
import type { Become } from "./become.ts";
import type { PastCase } from "./past-case.ts";
import { amountAsked, costThen } from "./past-case.ts";
import { Spread } from "./spread.ts";
import type { CaseExample, GroupRow, SimulationReport } from "./report.ts";

type Numbers = Record<Outcome, Record<Outcome, number>>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const EXAMPLES = 20;

function emptyMatrix(): Numbers {
  const row = () => ({ granted: 0, escalated: 0, refused: 0 });
  return { granted: row(), escalated: row(), refused: row() };
}

const emptySide = () => ({ granted: 0, escalated: 0, refused: 0, cost: 0 });

interface Group {
  readonly before: Mutable<GroupRow["before"]>;
  readonly after: Mutable<GroupRow["after"]>;
  waitingMinutesSaved: number;
}

/** Sums by one key; a case may stand under another key on each side, as under its rule. */
class Groups {
  readonly #byCode = new Map<string | null, Group>();

  at(code: string | null): Group {
    let group = this.#byCode.get(code);
    if (group === undefined) this.#byCode.set(code, (group = { before: emptySide(), after: emptySide(), waitingMinutesSaved: 0 }));
    return group;
  }

  /** Most cases first, then by code, none last. */
  rows(): GroupRow[] {
    const size = ({ before, after }: GroupRow) => Math.max(before.granted + before.escalated + before.refused, after.granted + after.escalated + after.refused);
    return [...this.#byCode]
      .map(([code, group]): GroupRow => ({ code, ...group }))
      .sort((a, b) => size(b) - size(a) || (a.code === null ? 1 : b.code === null || a.code < b.code ? -1 : 1));
  }
}

type Summed = Pick<
  SimulationReport,
  "judged" | "transitions" | "amounts" | "waiting" | "byRule" | "byDepartment" | "bySite" | "byRole" | "byGesture" | "examples"
> & { readonly costBefore: number; readonly costAfter: number };

/** Adds up the judged cases. */
export class Tally {
  readonly #transitions = emptyMatrix();
  readonly #amounts = emptyMatrix();
  readonly #groups = { rule: new Groups(), department: new Groups(), site: new Groups(), role: new Groups(), gesture: new Groups() };
  readonly #examples = new Map(outcomes.flatMap((before) => outcomes.map((after) => [`${before} ${after}`, new Spread<CaseExample>(EXAMPLES)] as const)));
  readonly #waiting = { freed: 0, minutesSaved: 0, added: 0, minutesAdded: 0, unknown: 0 };
  #judged = 0;
  #costBefore = 0;
  #costAfter = 0;

  add(past: PastCase, become: Become): void {
    const { recorded, request } = past;
    const { outcome, cost, verdict } = become;
    const before = { outcome: recorded.outcome, cost: costThen(past) };
    this.#judged += 1;
    this.#transitions[before.outcome][outcome] += 1;
    this.#amounts[before.outcome][outcome] += amountAsked(past) ?? 0;
    this.#costBefore += before.cost;
    this.#costAfter += cost;
    const saved = this.#addWait(past, become);

    const role = recorded.role ?? past.actor.roles[0] ?? null;
    const keys = [
      [this.#groups.rule, recorded.rule, verdict.rule],
      [this.#groups.department, past.departmentCode, past.departmentCode],
      [this.#groups.site, past.subjects.siteCode, past.subjects.siteCode],
      [this.#groups.role, role, role],
      [this.#groups.gesture, request.gesture, request.gesture],
    ] as const;
    for (const [groups, then, now] of keys) {
      const left = groups.at(then).before;
      const group = groups.at(now);
      left[before.outcome] += 1;
      left.cost += before.cost;
      group.after[outcome] += 1;
      group.after.cost += cost;
      group.waitingMinutesSaved += saved;
    }
    this.#examples.get(`${before.outcome} ${outcome}`)?.offer(() => example(past, become));
  }

  #addWait({ recorded }: PastCase, { outcome, waitingMinutes }: Become): number {
    const waiting = this.#waiting;
    if (recorded.outcome === "escalated" && outcome === "granted") {
      waiting.freed += 1;
      if (recorded.waitingMinutes === null) waiting.unknown += 1;
      waiting.minutesSaved += recorded.waitingMinutes ?? 0;
      return recorded.waitingMinutes ?? 0;
    }
    if (recorded.outcome === "escalated" || outcome !== "escalated") return 0;
    waiting.added += 1;
    if (waitingMinutes === null) waiting.unknown += 1;
    waiting.minutesAdded += waitingMinutes ?? 0;
    return -(waitingMinutes ?? 0);
  }

  sums(): Summed {
    const { rule, department, site, role, gesture } = this.#groups;
    return {
      judged: this.#judged,
      transitions: this.#transitions,
      amounts: this.#amounts,
      costBefore: this.#costBefore,
      costAfter: this.#costAfter,
      waiting: { ...this.#waiting },
      byRule: rule.rows(),
      byDepartment: department.rows(),
      bySite: site.rows(),
      byRole: role.rows(),
      byGesture: gesture.rows(),
      examples: this.#pickExamples(),
    };
  }

  /** In turn from each transition that changes, spread evenly over its cases; unchanged ones fill what is left. */
  #pickExamples(): CaseExample[] {
    const pools = [...this.#examples].map(([name, spread]) => ({ changed: new Set(name.split(" ")).size === 2, members: spread.members(), take: 0 }));
    let left = EXAMPLES;
    for (const changed of [true, false]) {
      const own = pools.filter((pool) => pool.changed === changed);
      for (let before = -1; left !== before; ) {
        before = left;
        for (const pool of own) {
          if (left === 0 || pool.take === pool.members.length) continue;
          pool.take += 1;
          left -= 1;
        }
      }
    }
    const inOrder = [...pools.filter(({ changed }) => changed), ...pools.filter(({ changed }) => !changed)];
    return inOrder.flatMap(({ members, take }) => Array.from({ length: take }, (_, at) => members[Math.floor((at * members.length) / take)] as CaseExample));
  }
}

function example(past: PastCase, { outcome, verdict }: Become): CaseExample {
  const { recorded, request } = past;
  const { reason, rule, limit, room, binding } = verdict;
  return {
    id: past.id,
    label: past.label,
    decidedAt: new Date(past.decidedAt).toISOString(),
    gesture: request.gesture,
    reason: request.reason,
    amount: amountAsked(past),
    site: past.subjects.siteCode,
    before: { outcome: recorded.outcome, state: recorded.state, reason: recorded.reason, rule: recorded.rule, given: costThen(past), waitingMinutes: recorded.waitingMinutes },
    after: { outcome, reason, rule, limit, room, binding },
  };
}

