import { err, ok, type Result } from "#kernel/result.ts";
import { type Measure, shapesOf, type Tally, tallyOf, tallyOfValues } from "./tally.ts";

/** Counts as somebody gives them: hits of cases, the groups of a net score, a value with its n, or how often each value came. */
export type GivenCounts =
  | { readonly numerator: number; readonly denominator: number }
  | { readonly value: number; readonly n: number }
  | { readonly promoters: number; readonly passives: number; readonly detractors: number }
  | { readonly values: Readonly<Record<string, number>> };

export type CountsFault = { readonly path: string; readonly code: "not_a_count" | "above_denominator" | "counts_other_shape" | "answer_outside_scale" | "value_of_none" | "required" };

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0 && value <= 2_000_000_000;

function fault(path: string, code: CountsFault["code"]): Result<never, CountsFault> {
  return err({ path, code });
}

function readRatio(measure: Measure, { numerator, denominator }: { numerator: number; denominator: number }): Result<Tally, CountsFault> {
  if (!isCount(denominator)) return fault("denominator", "not_a_count");
  if (measure.kind === "mean") return ok(tallyOf({ total: numerator, n: denominator }));
  if (!isCount(numerator)) return fault("numerator", "not_a_count");
  if (numerator > denominator) return fault("numerator", "above_denominator");
  return ok(tallyOf({ hits: numerator, n: denominator }));
}

function readValue(measure: Measure, { value, n }: { value: number; n: number }): Result<Tally, CountsFault> {
  if (!isCount(n)) return fault("n", "not_a_count");
  if (measure.kind === "sum" || measure.kind === "count") {
    if (measure.kind === "count" && !isCount(value)) return fault("value", "not_a_count");
    return n === 0 && value !== 0 ? fault("n", "value_of_none") : ok(tallyOf({ total: value, n }));
  }
  if (n === 0 && value !== 0) return fault("n", "value_of_none");
  return ok(tallyOf({ total: value * n, n }));
}

function readValues(measure: Measure, values: Readonly<Record<string, number>>): Result<Tally, CountsFault> {
  for (const [value, count] of Object.entries(values)) {
    if (!isCount(count)) return fault(`values.${value}`, "not_a_count");
    if (measure.kind === "ces" && !/^[1-7]$/.test(value)) return fault("values", "answer_outside_scale");
    if (measure.kind === "csat" && !(Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= (measure.scale ?? 5))) return fault("values", "answer_outside_scale");
    if (!Number.isFinite(Number(value))) return fault("values", "answer_outside_scale");
  }
  const tally = tallyOfValues(values);
  if (measure.kind !== "csat") return ok(tally);
  const from = satisfiedFrom(measure.scale ?? 5);
  return ok({ ...tally, hits: Object.entries(values).reduce((sum, [value, count]) => (Number(value) >= from ? sum + count : sum), 0) });
}

/** From which answer on a satisfaction scale a customer counts as satisfied: the top one of 3, the top two of 4 to 7, the top three of 8 to 10. */
export function satisfiedFrom(points: number): number {
  return points - (points <= 3 ? 0 : points <= 7 ? 1 : 2);
}

/** Counts as this measure keeps them, or what is wrong and where. */
export function readCounts(measure: Measure, given: GivenCounts): Result<Tally, CountsFault> {
  const shapes = shapesOf(measure.kind);
  if ("promoters" in given) {
    if (!shapes.includes("groups")) return fault("promoters", "counts_other_shape");
    for (const group of ["promoters", "passives", "detractors"] as const) if (!isCount(given[group])) return fault(group, "not_a_count");
    const { promoters, passives, detractors } = given;
    return ok(tallyOf({ hits: promoters, passives, detractors, n: promoters + passives + detractors }));
  }
  if ("values" in given) {
    const fits = shapes.includes("answers") || ["csat", "mean", "median", "duration"].includes(measure.kind);
    return fits ? readValues(measure, given.values) : fault("values", "counts_other_shape");
  }
  if ("numerator" in given) return shapes.includes("ratio") ? readRatio(measure, given) : fault("numerator", "counts_other_shape");
  return shapes.includes("value") ? readValue(measure, given) : fault("value", "counts_other_shape");
}
