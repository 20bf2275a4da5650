import { readHot } from "#platform/transaction.server.ts";
import { STORY_GAP_DAYS } from "./domain/burden.ts";
import { complaintSignal, type CustomerSignal, type Remedy } from "./domain/complaint.ts";

/**
 * What modules above this one did about what a customer came with, as far as it can still be open: whatever waits, and
 * whatever last changed after `after`.
 */
export type RemedySource = (customerId: string, after: Date) => readonly Remedy[];

/** Whether a complaint of a customer's is open, see domain/complaint.ts; `sources` as in composition/complaints.server.ts. */
export function customerSignal(customerId: string, sources: readonly RemedySource[], now: Date): CustomerSignal {
  const after = new Date(now.getTime() - STORY_GAP_DAYS * 86_400_000);
  const remedies = sources.flatMap((source) => source(customerId, after));
  return complaintSignal(remedies, readHot("promise.late", { customerId, now }), now);
}
