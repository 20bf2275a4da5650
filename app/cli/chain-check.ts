import { verifyChainOf, type ChainReport } from "#modules/audit/public.server.ts";
import type { Check } from "#platform/inspect.server.ts";

const FAULTS: Record<NonNullable<ChainReport["fault"]>["kind"], string> = {
  gap: "a row is missing",
  link: "the row does not follow the one before",
  hash: "the row was changed",
  personal: "the personal values beside it were changed",
  checkpoint: "the chain was rewritten and differs from a signed checkpoint",
  tail: "the rows from here on were cut off",
  signature: "a checkpoint was not signed with this installation's key",
};

/** What is wrong with an audit trail in words, with the first bad row; null when it is sound. */
export function chainFault(report: ChainReport): string | null {
  return report.fault === null ? null : `the audit trail is broken at row ${report.fault.seq}: ${FAULTS[report.fault.kind]}`;
}

/** The audit trail of a backup, as one of the checks on its contents. */
export const chainCheck: Check = async (read) => chainFault(await verifyChainOf(read));
