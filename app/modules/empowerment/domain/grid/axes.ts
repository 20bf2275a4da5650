import type { CompiledRule } from "../rule-index.ts";
import { isUnbounded, rangeDimensions, setDimensions, type Bounds, type Scope } from "../scope.ts";
import type { Fact } from "../situation.ts";
import { bitsWhere, either, type Bits } from "./bits.ts";

/** What somebody or something is in one dimension: undefined is unknown, null known not to exist. */
export type AxisFact = Fact<string | number | boolean | readonly string[]>;

/** Facts of one dimension that no rule tells apart. */
export interface AxisOption {
  /** One of them; of a range its first. */
  readonly fact: AxisFact;
  /** All that were looked at, of a set. */
  readonly values: readonly string[];
  /** Where a range ends; Infinity elsewhere. */
  readonly below: number;
  /** Rules that may hold as far as this dimension goes, and those that surely do. */
  readonly possible: Bits;
  readonly sure: Bits;
  /** Which versions know the code, as bits: 3 is both. Requests with a code that a version lacks are invalid there. */
  readonly known: number;
}

/** One dimension of the scope space, cut into options. */
export interface Axis {
  /** As `setDimensions` and `rangeDimensions` call it; a course is `course`. */
  readonly name: string;
  readonly course: string | null;
  /** What may not exist: then none of its facts do. */
  readonly of: "customer" | "order" | null;
  readonly options: readonly AxisOption[];
}

/** A value of a set that is looked at besides those rules list, and which versions know it. */
export interface AxisValue {
  readonly value: string;
  readonly known: number;
}

const setAt = new Map(setDimensions.map(({ name }, at) => [name, at]));
const rangeAt = new Map(rangeDimensions.map(({ name }, at) => [name, at]));
const EVERYBODY = 3;

/** The values that some rule lists in a dimension, in order. */
export function listed(rules: readonly CompiledRule[], name: string): string[] {
  const at = setAt.get(name) ?? -1;
  return [...new Set(rules.flatMap(({ scope }) => [...(scope.sets[at] ?? [])]))].sort();
}

function setOf(scope: Scope, name: string): ReadonlySet<string> | null {
  return scope.sets[setAt.get(name) ?? -1] ?? null;
}

function boundsOf(scope: Scope, name: string): Bounds {
  return scope.ranges[rangeAt.get(name) ?? -1] as Bounds;
}

interface SetAxisForm {
  readonly name: string;
  readonly of?: "customer";
  readonly values: readonly AxisValue[];
  /** Facts besides the values: `unknown` where they may be absent. */
  readonly unknown: boolean;
  /** Values of different marks stay apart although no rule tells them apart. */
  readonly mark?: (value: string) => string;
}

/** The axis of a dimension over a finite set, of which one value holds. */
export function setAxis(rules: readonly CompiledRule[], { name, of, values, unknown, mark }: SetAxisForm): Axis {
  const any = bitsWhere(rules, ({ scope }) => setOf(scope, name) === null);
  const options = values.map(({ value, known }): AxisOption & { key: string } => {
    const bits = bitsWhere(rules, ({ scope }) => setOf(scope, name)?.has(value) ?? true);
    return { fact: value, values: [value], below: Infinity, possible: bits, sure: bits, known, key: `${mark?.(value) ?? ""}|${known}` };
  });
  return { name, course: null, of: of ?? null, options: [...merged(options), ...absent(rules, any, unknown, of !== undefined)] };
}

/** The axis of the flags, of which any number holds; null where there are more classes of them than `most`. */
export function flagAxis(rules: readonly CompiledRule[], flags: readonly AxisValue[], most: number): Axis | null {
  const name = "flags";
  const any = bitsWhere(rules, ({ scope }) => setOf(scope, name) === null);
  const none: AxisOption & { key: string } = { fact: [], values: [], below: Infinity, possible: any, sure: any, known: EVERYBODY, key: "" };
  let options: (AxisOption & { key: string })[] = [none];
  for (const { value, known } of flags) {
    const own = bitsWhere(rules, ({ scope }) => setOf(scope, name)?.has(value) === true);
    const wider = options.map((option): AxisOption & { key: string } => {
      const bits = either(option.possible, own);
      const raised = [...(option.fact as readonly string[]), value];
      return { ...option, fact: raised, values: raised, possible: bits, sure: bits, known: option.known & known, key: String(option.known & known) };
    });
    options = merged([...options, ...wider]);
    if (options.length > most) return null;
  }
  return { name, course: null, of: null, options: [...options, ...absent(rules, any, true, false)] };
}

interface RangeAxisForm {
  readonly name: string;
  readonly of?: "customer" | "order";
  readonly unknown: boolean;
  /** Numbers below it are not looked at. */
  readonly from: number;
}

/** The axis of a dimension over numbers, cut where some rule's range ends; numbers between two cuts are one option. */
export function rangeAxis(rules: readonly CompiledRule[], { name, of, unknown, from }: RangeAxisForm): Axis {
  const ends = rules.flatMap(({ scope }) => Object.values(boundsOf(scope, name)) as number[]);
  const starts = [...new Set([from, ...ends.filter((end) => Number.isFinite(end) && end > from)])].sort((a, b) => a - b);
  const any = bitsWhere(rules, ({ scope }) => isUnbounded(boundsOf(scope, name)));
  const options = starts.map((start, at): AxisOption => {
    const bits = bitsWhere(rules, ({ scope }) => boundsOf(scope, name).min <= start && start < boundsOf(scope, name).below);
    return { fact: start, values: [], below: starts[at + 1] ?? Infinity, possible: bits, sure: bits, known: EVERYBODY };
  });
  return { name, course: null, of: of ?? null, options: [...options, ...absent(rules, any, unknown, of !== undefined)] };
}

/** The axis of one course: held, or not. */
export function courseAxis(rules: readonly CompiledRule[], course: string): Axis {
  const all = bitsWhere(rules, () => true);
  const free = bitsWhere(rules, ({ scope }) => !scope.courses.has(course));
  const option = (fact: boolean, bits: Bits): AxisOption => ({ fact, values: [], below: Infinity, possible: bits, sure: bits, known: EVERYBODY });
  return { name: "course", course, of: null, options: [option(true, all), option(false, free)] };
}

/** The options of a fact that does not exist or is not told: rules that take any hold surely, the others maybe. */
function absent(rules: readonly CompiledRule[], any: Bits, unknown: boolean, none: boolean): AxisOption[] {
  const rest = { values: [], below: Infinity, known: EVERYBODY };
  return [
    ...(none ? [{ ...rest, fact: null, possible: any, sure: any }] : []),
    ...(unknown ? [{ ...rest, fact: undefined, possible: bitsWhere(rules, () => true), sure: any }] : []),
  ];
}

/** One option for each class of facts that no rule and no key tells apart, in the order of their first members. */
function merged<T extends AxisOption & { readonly key: string }>(options: readonly T[]): T[] {
  const classes = new Map<string, T>();
  for (const option of options) {
    const key = `${option.key}|${option.possible.join()}`;
    const first = classes.get(key);
    if (first === undefined) classes.set(key, option);
    else if (typeof option.fact === "string") classes.set(key, { ...first, values: [...first.values, ...option.values] });
  }
  return [...classes.values()];
}
