import { addBusinessMinutes, type BusinessCalendar } from "#kernel/business-time.ts";
import type { Random } from "../random.ts";
import type { Intent } from "./intent.ts";
import { RESULT_NOTES } from "./note-texts.ts";

export interface Outcome {
  readonly givenAt: Date | null;
  readonly result: "resolved" | "partly" | "unresolved" | null;
  readonly resultAt: Date | null;
  readonly csat: number | null;
  readonly note: string | null;
  readonly repeatAt: Date | null;
}

const NONE: Outcome = { givenAt: null, result: null, resultAt: null, csat: null, note: null, repeatAt: null };

const DAY_MS = 86_400_000;

/** A voucher does not bring the parcel: those given for late deliveries mostly leave the customer waiting. */
function resultWeights(intent: Intent, waitedMinutes: number) {
  if (intent.gesture === "voucher" && intent.reason === "late_delivery") return [["resolved", 2], ["partly", 3], ["unresolved", 95]] as const;
  if (intent.proactive) return [["resolved", 95], ["partly", 4], ["unresolved", 1]] as const;
  if (waitedMinutes > 45) return [["resolved", 62], ["partly", 24], ["unresolved", 14]] as const;
  if (waitedMinutes > 12) return [["resolved", 76], ["partly", 16], ["unresolved", 8]] as const;
  return [["resolved", 88], ["partly", 9], ["unresolved", 3]] as const;
}

const CSAT = {
  resolved: [[5, 62], [4, 32], [3, 6]],
  partly: [[5, 6], [4, 34], [3, 46], [2, 14]],
  unresolved: [[3, 18], [2, 46], [1, 36]],
} as const;

const REPEATS = { resolved: 0.035, partly: 0.24, unresolved: 0.58 } as const;

/**
 * What became of a decision that was granted or approved at `at` after so many minutes of waiting: when the customer
 * had it, how it ended, whether they had to come back. Nothing lies after `now`.
 */
export function drawOutcome(intent: Intent, at: Date, waitedMinutes: number, calendar: BusinessCalendar, now: Date, random: Random): Outcome {
  const { scripted } = intent;
  if (scripted.given === false) return NONE;
  const slow = ["express_delivery", "repair", "replacement"].includes(intent.gesture) && intent.channel !== "store";
  const minutes = intent.channel === "store" ? random.int(1, 12) : slow ? random.int(240, 1_900) : random.int(10, 900);
  const given = scripted.given === true || random.chance(intent.channel === "store" ? 0.94 : 0.88);
  const givenAt = given ? addBusinessMinutes(at, minutes, calendar) : null;
  if (givenAt === null || givenAt > now) return NONE;

  const told = scripted.result;
  if (told === null || (told === undefined && !random.chance(intent.customer === null ? 0.42 : 0.72))) return { ...NONE, givenAt };
  const result = told?.kind ?? random.weighted(resultWeights(intent, waitedMinutes));
  const resultAt = told ? addBusinessMinutes(givenAt, told.afterMinutes, calendar) : addBusinessMinutes(givenAt, intent.channel === "store" && random.chance(0.5) ? random.int(2, 30) : random.int(600, 4_200), calendar);
  const returns = intent.customer !== null && (scripted.repeatAfterDays !== undefined || (told === undefined && random.chance(REPEATS[result])));
  const repeatAt = returns ? new Date(givenAt.getTime() + (scripted.repeatAfterDays ?? 0.5 + random.next() * 6.2) * DAY_MS) : null;
  const seen = { ...NONE, givenAt, repeatAt: repeatAt !== null && repeatAt <= now ? repeatAt : null };
  if (resultAt > now) return seen;
  const csat = told?.csat ?? (random.chance(0.58) ? random.weighted<number>(CSAT[result]) : null);
  const note = told?.note ?? (random.chance(0.3) ? random.pick<string>(RESULT_NOTES[result]) : null);
  return { ...seen, result, resultAt, csat, note };
}
