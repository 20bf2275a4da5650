import { readHot } from "#platform/transaction.server.ts";

/** Recognitions of [from, to) whose evidence has an outcome, and those it proved right, by department. */
export function outcomeCounts(from: Date, to: Date): { readonly department: string | null; readonly settled: number; readonly substantiated: number }[] {
  return readHot("recognition.day-counts", { from, to });
}
