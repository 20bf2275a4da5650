import type { Frame } from "./audience.ts";
import type { ThemeCounts } from "./disclose.ts";
import { plus, NOTHING, type Scale, type Tally, tallyOf, RANGE } from "./figures.ts";
import { type Theme, THEMES } from "./themes.ts";

/** A repeatable source of numbers from 0 up to 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ANSWERING = 0.75;
const WRITING = 0.35;

/** Invented themes of invented comments: half are about one thing, the rest about several. */
export function inventThemes(comments: ReadonlyMap<string, Tally>, seed: number): ThemeCounts {
  const next = numbersFrom(seed);
  const counts = new Map<Theme, Map<string, number>>();
  for (const [cell, { n }] of comments) {
    for (let comment = 0; comment < n; comment += 1) {
      const theme = THEMES[next() < 0.5 ? 0 : Math.floor(next() * THEMES.length)];
      if (theme === undefined) continue;
      const cells = counts.get(theme) ?? new Map<string, number>();
      counts.set(theme, cells.set(cell, (cells.get(cell) ?? 0) + 1));
    }
  }
  return counts;
}

/** Invented answers over the cells of an audience, for a preview: most answer, some write, cells differ. */
export function inventAnswers(frame: Frame, questions: readonly { readonly code: string; readonly scale: Scale }[], seed: number): { readonly byQuestion: ReadonlyMap<string, ReadonlyMap<string, Tally>>; readonly turnout: ReadonlyMap<string, number> } {
  const next = numbersFrom(seed);
  const turnout = new Map(frame.cells.map(({ id, invited }) => [id, Array.from({ length: invited }, next).filter((draw) => draw < ANSWERING).length]));
  const byQuestion = questions.map(({ code, scale }) => {
    const cells = frame.cells.map(({ id }) => {
      const mood = next() * 0.5;
      let tally = NOTHING;
      for (let person = 0; person < (turnout.get(id) ?? 0); person += 1) {
        const draw = next();
        const range = RANGE[scale];
        if (range === null) tally = draw < WRITING ? plus(tally, { n: 1, good: 0, bad: 0 }) : tally;
        else tally = plus(tally, tallyOf(scale, Math.round(range[0] + (range[1] - range[0]) * Math.min(1, mood + draw * 0.75))));
      }
      return [id, tally] as const;
    });
    return [code, new Map(cells)] as const;
  });
  return { byQuestion: new Map(byQuestion), turnout };
}
