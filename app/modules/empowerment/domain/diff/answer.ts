import { both, type Bits } from "../grid/bits.ts";
import { leastOf } from "../grid/budget-room.ts";
import { orderValuesOf, roomsAt, type AtOrder } from "../grid/difference.ts";
import type { Grid } from "../grid/grid.ts";
import { telling } from "../grid/order-values.ts";
import { limitAt, standingOf, type Standing } from "../grid/resolve.ts";
import type { Found } from "../grid/search.ts";
import type { CompiledRule } from "../rule-index.ts";

/** Which way one version differs from the other: it allows more somewhere, or less. */
export type Direction = "gains" | "loses";

/** One of two versions, within a grid of both. */
export interface Side {
  readonly version: 0 | 1;
  readonly rules: Bits;
  /** Whether it has the gesture at all. */
  readonly hasGesture: boolean;
}

/** What a version answers a role in a cell before anything was used; amounts in minor units, as far as they depend on no order. */
interface Answer {
  readonly standing: Standing;
  /** Larger amounts are refused rather than escalated; 0 where nothing can be had at all. */
  readonly refusedAbove: number;
  /** What budgets leave. */
  readonly left: number;
}

function answerOf(grid: Grid, side: Side, role: string, found: Found): Answer {
  const nobody: Standing = { kind: "open", prohibition: -1, left: [], maybe: [], note: false, evidence: false, above: Infinity };
  const bit = 1 << side.version;
  const known = side.hasGesture && grid.axes.every((_, at) => ((found.option(at)?.known ?? bit) & bit) !== 0);
  if (!known) return { standing: nobody, refusedAbove: 0, left: 0 };
  const standing = standingOf(grid.rules, both(found.possible, side.rules), both(found.sure, side.rules));
  if (standing.kind !== "granted") return { standing, refusedAbove: standing.kind === "forbidden" ? 0 : Infinity, left: 0 };
  const rooms = roomsAt(grid, side.version, role, found);
  const blocking = rooms.filter((room) => room.known && room.blocks);
  const refusedAbove = grid.valued ? leastOf(blocking) : leastOf(blocking) === 0 ? 0 : Infinity;
  return { standing, refusedAbove, left: grid.valued ? leastOf(rooms) : Number(leastOf(rooms) > 0) };
}

/** Minor units, or 1 and 0 for a gesture without amount: what may be given at most, and what alone. */
function given(grid: Grid, { standing, left }: Answer, value: number | undefined | null): { readonly room: number; readonly alone: number } {
  if (standing.kind !== "granted") return { room: 0, alone: 0 };
  const room = grid.valued ? Math.min(limitAt(grid.rules, standing, value).limit, left) : left;
  return { room, alone: grid.valued ? Math.min(room, standing.above) : room };
}

/** Whether the second of two versions allows a role more than the first, or less, at one order value of a cell. */
export function differsAt(grid: Grid, sides: readonly [Side, Side], role: string, found: Found, direction: Direction, { value }: AtOrder): boolean {
  const answers = sides.map((side) => answerOf(grid, side, role, found));
  const [less, more] = (direction === "gains" ? answers : answers.reverse()) as [Answer, Answer];
  if (isFreer(less, more)) return true;
  const [one, other] = [given(grid, less, value), given(grid, more, value)];
  return one.room < other.room || one.alone < other.alone;
}

/** Whether the second answer refuses fewer amounts outright, or asks for one duty less, whatever the order. */
function isFreer(less: Answer, more: Answer): boolean {
  if (less.refusedAbove < more.refusedAbove) return true;
  const alike = less.standing.kind === more.standing.kind && less.refusedAbove > 0 === more.refusedAbove > 0;
  return alike && ((less.standing.note && !more.standing.note) || (less.standing.evidence && !more.standing.evidence));
}

/**
 * Where the second of two versions allows a role more than the first in a cell, or less: a greater amount at all or
 * without a second person, fewer amounts refused outright, or a duty gone where both give, or both ask somebody else.
 */
export function differs(grid: Grid, [first, second]: readonly [Side, Side], role: string, found: Found, direction: Direction): AtOrder | null {
  const answers = [answerOf(grid, first, role, found), answerOf(grid, second, role, found)] as const;
  const [less, more] = direction === "gains" ? answers : [answers[1], answers[0]];
  const values = orderValuesOf(grid, found);
  const anywhere = { value: typeof values === "object" && values !== null ? values.from : values };
  if (isFreer(less, more)) return anywhere;
  if (more.standing.kind !== "granted") return null;
  const positions = [...new Set(answers.flatMap(({ standing }) => [...standing.left, ...standing.maybe]))];
  const rules = positions.map((at) => grid.rules.rules[at] as CompiledRule);
  const levels = answers.flatMap(({ standing, left }) => [standing.above, left]).filter(Number.isFinite);
  for (const value of telling(rules, levels, values)) {
    const [one, other] = [given(grid, less, value), given(grid, more, value)];
    if (one.room < other.room || one.alone < other.alone) return { value };
  }
  return null;
}
