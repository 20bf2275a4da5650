/** Sets of small numbers as bits: member n is bit n. Sets that are combined have the same size. */
export type Bits = Uint32Array;

/** The empty set with room for `size` members. */
export function noBits(size: number): Bits {
  return new Uint32Array(Math.max(1, Math.ceil(size / 32)));
}

/** The set of the positions that `keep` holds for. */
export function bitsWhere<T>(entries: readonly T[], keep: (entry: T, at: number) => boolean): Bits {
  const bits = noBits(entries.length);
  entries.forEach((entry, at) => keep(entry, at) && add(bits, at));
  return bits;
}

export function add(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31));
}

export function has(bits: Bits, at: number): boolean {
  return ((bits[at >> 5] as number) & (1 << (at & 31))) !== 0;
}

export function isEmpty(bits: Bits): boolean {
  for (let word = 0; word < bits.length; word++) if (bits[word] !== 0) return false;
  return true;
}

export function meet(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] as number) & (b[word] as number)) !== 0) return true;
  return false;
}

export function equal(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (a[word] !== b[word]) return false;
  return true;
}

/** A new set of the members of all of `sets`, at least one. */
export function both(...sets: readonly [Bits, ...Bits[]]): Bits {
  const common = sets[0].slice();
  for (const bits of sets) for (let word = 0; word < common.length; word++) common[word] = (common[word] as number) & (bits[word] as number);
  return common;
}

/** A new set of the members of any of `sets`, at least one. */
export function either(...sets: readonly [Bits, ...Bits[]]): Bits {
  const union = sets[0].slice();
  for (const bits of sets) for (let word = 0; word < union.length; word++) union[word] = (union[word] as number) | (bits[word] as number);
  return union;
}

/** A new set of the members of `bits` that `less` lacks. */
export function without(bits: Bits, less: Bits): Bits {
  const left = bits.slice();
  for (let word = 0; word < left.length; word++) left[word] = (left[word] as number) & ~(less[word] as number);
  return left;
}

/** The members, ascending. */
export function membersOf(bits: Bits): number[] {
  const members: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) members.push(word * 32 + 31 - Math.clz32(rest & -rest));
  }
  return members;
}

/** How many bits of a word are set. */
export function countWord(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
