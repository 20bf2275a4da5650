import { err, ok, type Result } from "#kernel/result.ts";

/** What may be asked in one tap, in the order in which a survey asks it. */
export const QUESTIONS = ["understood", "csat", "nps"] as const;
export type Question = (typeof QUESTIONS)[number];

/** Did the customer feel understood. */
export const UNDERSTOOD = ["yes", "partly", "no"] as const;
export type Understood = (typeof UNDERSTOOD)[number];

/** Of how many points a satisfaction scale may be; our own surveys ask with five. */
const CSAT_POINTS = [3, 4, 5, 6, 7, 10] as const;
export const OWN_CSAT_POINTS = 5;

/** The ratings of one answer; null: not asked or not answered. */
export interface Ratings {
  readonly understood: Understood | null;
  readonly csat: number | null;
  /** null exactly when `csat` is. */
  readonly csatPoints: number | null;
  /** 0 to 10 */
  readonly nps: number | null;
}

export const NO_RATINGS: Ratings = { understood: null, csat: null, csatPoints: null, nps: null };

/** The least value that counts as satisfied: the top of 3 points, the top two of 4 to 7, the top three of 10. */
export function satisfiedFrom(points: number): number {
  if (points <= 3) return points;
  return points <= 7 ? points - 1 : points - 2;
}

/** The greatest value that counts as dissatisfied: 1 of 3 and 4, 2 of 5 to 7, 4 of 10. */
const dissatisfiedTo = (points: number): number => Math.floor(points * 0.4);

export type Tone = "low" | "middle" | "high";

/** What the ratings come to; the least of several counts. null without a rating. */
export function toneOf({ understood, csat, csatPoints, nps }: Ratings): Tone | null {
  const tones: Tone[] = [];
  if (understood !== null) tones.push(understood === "yes" ? "high" : understood === "no" ? "low" : "middle");
  if (csat !== null && csatPoints !== null) tones.push(csat >= satisfiedFrom(csatPoints) ? "high" : csat <= dissatisfiedTo(csatPoints) ? "low" : "middle");
  if (nps !== null) tones.push(nps >= 9 ? "high" : nps <= 6 ? "low" : "middle");
  if (tones.length === 0) return null;
  return tones.includes("low") ? "low" : tones.includes("middle") ? "middle" : "high";
}

const SAME_SCALE: Readonly<Record<string, string>> = { csat: "5", "1-5": "5", "1-3": "3", "1-7": "7", "1-10": "10", "0-10": "nps" };

/** A rating by its scale: `understood` takes yes, partly or no; `nps` 0 to 10; `3` to `10` (also `csat`, five points) 1 to that many. */
export function readRating(rating: string, scale: string): Result<Ratings, "rating_scale" | "rating_value"> {
  const typed = scale.trim().toLowerCase();
  const code = SAME_SCALE[typed] ?? typed;
  const value = rating.trim().toLowerCase();
  if (code === "understood") {
    const understood = UNDERSTOOD.find((known) => known === value);
    return understood === undefined ? err("rating_value") : ok({ ...NO_RATINGS, understood });
  }
  const number = /^\d{1,2}$/.test(value) ? Number(value) : NaN;
  if (code === "nps") return number >= 0 && number <= 10 ? ok({ ...NO_RATINGS, nps: number }) : err("rating_value");
  const points = CSAT_POINTS.find((known) => String(known) === code);
  if (points === undefined) return err("rating_scale");
  return number >= 1 && number <= points ? ok({ ...NO_RATINGS, csat: number, csatPoints: points }) : err("rating_value");
}

/** The first rating of an answer as a file writes it: understood, then satisfaction, then NPS; null without one. */
export function writeRating({ understood, csat, csatPoints, nps }: Ratings): { readonly rating: string; readonly scale: string } | null {
  if (understood !== null) return { rating: understood, scale: "understood" };
  if (csat !== null && csatPoints !== null) return { rating: String(csat), scale: String(csatPoints) };
  return nps === null ? null : { rating: String(nps), scale: "nps" };
}
