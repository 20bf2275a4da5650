/** Something of a value that can be seen done, in both languages. */
export interface Behaviour {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/**
 * A typed list of behaviours with a code each: those of before keep theirs by their words in either language, then by
 * their place; a new one gets the next number. So a recognition finds the behaviour it cited in later versions too.
 */
export function withCodes(typed: readonly { readonly vi: string; readonly en: string }[], before: readonly Behaviour[]): Behaviour[] {
  const free = new Map(before.map((behaviour) => [behaviour.code, behaviour]));
  const take = (match: (behaviour: Behaviour, index: number) => boolean): string | null => {
    const found = before.find((behaviour, index) => free.has(behaviour.code) && match(behaviour, index));
    if (found === undefined) return null;
    free.delete(found.code);
    return found.code;
  };
  const sameWords = typed.map(({ vi, en }) => take((behaviour) => behaviour.vi === vi || behaviour.en === en));
  const samePlace = typed.map((_, place) => sameWords[place] ?? take((_behaviour, index) => index === place));
  let next = before.reduce((highest, { code }) => Math.max(highest, Number(/^b(\d+)$/.exec(code)?.[1] ?? 0)), 0);
  return typed.map((words, place) => ({ code: samePlace[place] ?? `b${++next}`, vi: words.vi, en: words.en }));
}
