import type { Estimate } from "#kernel/interval.ts";
import { type NpsFigure, npsOf } from "#kernel/nps.ts";
import { wilson } from "#kernel/proportion.ts";
import { satisfiedFrom, type Question } from "./scales.ts";

/** How many answers gave one value on one scale. */
export interface RatingCount {
  readonly question: Question;
  /** yes, partly, no, or a number */
  readonly value: string;
  /** Of a satisfaction scale. */
  readonly points: number | null;
  readonly count: number;
}

/** A share made of counts: `hits` of `n`, with its 95 % interval in fractions. */
export interface ShareFigure extends Estimate {
  readonly hits: number;
}

/** The three figures of some answers; null where nobody answered that question: nothing is said, never 0. */
export interface Figures {
  /** Who felt understood: "yes" of all who said yes, partly or no. */
  readonly understood: ShareFigure | null;
  readonly csat: ShareFigure | null;
  readonly nps: NpsFigure | null;
}

function shareOf(hits: number, n: number): ShareFigure | null {
  const estimate = wilson({ hits, n });
  return estimate === null ? null : { ...estimate, hits };
}

/** Figures from stored counts, never from other figures. */
export function figuresOf(counts: readonly RatingCount[]): Figures {
  const sum = (question: Question, holds: (count: RatingCount) => boolean = () => true) =>
    counts.reduce((total, each) => (each.question === question && holds(each) ? total + each.count : total), 0);
  const promoters = sum("nps", ({ value }) => Number(value) >= 9);
  const detractors = sum("nps", ({ value }) => Number(value) <= 6);
  return {
    understood: shareOf(sum("understood", ({ value }) => value === "yes"), sum("understood")),
    csat: shareOf(sum("csat", ({ value, points }) => points !== null && Number(value) >= satisfiedFrom(points)), sum("csat")),
    nps: npsOf({ promoters, detractors, passives: sum("nps") - promoters - detractors }),
  };
}
