import { parseDay } from "#kernel/period.ts";

/** Whether a text is a calendar day that exists, `2026-11-22`. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text).ok;
