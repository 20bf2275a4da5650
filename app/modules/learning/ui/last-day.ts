import { addDays } from "#kernel/period.ts";

/** The last day that counts, of an end that is exclusive. */
export const lastDay = (end: string): string => addDays(end, -1);
