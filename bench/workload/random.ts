/** A seeded source of numbers (mulberry32): the same seed draws the same rules and requests on every machine. */
export interface Random {
  /** An integer 0 ≤ x < `below`. */
  readonly below: (below: number) => number;
  readonly chance: (share: number) => boolean;
  readonly one: <T>(from: readonly T[]) => T;
  /** `count` different members, in the order of `from`. */
  readonly some: <T>(from: readonly T[], count: number) => T[];
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (share) => next() < share,
    one: <T>(from: readonly T[]) => from[below(from.length)] as T,
    some: <T>(from: readonly T[], count: number) => {
      const left = [...from];
      while (left.length > count) left.splice(below(left.length), 1);
      return left;
    },
  };
}
