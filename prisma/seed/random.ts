import { idSource } from "#kernel/ids.ts";

/** A repeatable stream of random choices: the same seed gives the same company. */
export interface Random {
  /** A fraction in [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One of the values, in proportion to the weights. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** The same members in another order. */
  shuffle<T>(list: readonly T[]): T[];
  /** A UUIDv7 that carries this instant. */
  idAt(instant: Date): string;
  /** A stream of its own: what it draws moves nothing here. */
  fork(): Random;
}

/** The generator mulberry32 (32 bits of state), from any whole-number seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const bytes = (size: number) => {
    const filled = new Uint8Array(size);
    for (let index = 0; index < size; index += 4) {
      let word = Math.floor(next() * 0x1_0000_0000);
      for (let byte = index; byte < Math.min(index + 4, size); byte += 1, word >>>= 8) filled[byte] = word & 0xff;
    }
    return filled;
  };
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[int(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError("Nothing to pick from");
    return chosen;
  };
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(choices)[0];
    },
    shuffle: (list) => {
      const rest = [...list];
      return list.map(() => rest.splice(int(0, rest.length - 1), 1)).flat();
    },
    idAt: (instant) => idSource(() => instant.getTime(), bytes)(),
    fork: () => randomFrom(int(0, 0xffff_ffff)),
  };
}
