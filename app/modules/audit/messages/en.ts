import type { Messages } from "#i18n/catalogue.ts";
import type { vi } from "./vi.ts";

/** Words of the audit trail. */
export const en: Messages<typeof vi> = {
  title: "Audit trail",
  intro: "Everything done is one row that cannot be changed or deleted. Each row seals the one before.",
  empty: "Nothing matches. Remove a filter to see more.",
  column: {
    seq: "No.",
    at: "At",
    type: "Act",
    actor: "By",
    subject: "Subject",
    data: "Details",
    address: "Network address",
    request: "Request",
  },
  filter: {
    type: "Act",
    subject: "Subject",
    actor: "By",
    from: "From",
    to: "Before",
    apply: "Filter",
    clear: "Clear",
  },
  system: "The system",
  onBehalf: "via {{via}}",
  erased: "personal details erased",
  export: "Download CSV",
  newer: "Newer",
  older: "Older",
  verify: {
    action: "Verify the chain",
    sound_one: "The chain is whole: {{count, number}} row, signed checkpoints: {{checkpoints, number}}.",
    sound_other: "The chain is whole: {{count, number}} rows, signed checkpoints: {{checkpoints, number}}.",
    broken: "The chain is not whole from row {{seq, number}} on: {{fault}}",
    fault: {
      gap: "rows are missing.",
      link: "this row does not follow the one before.",
      hash: "this row was changed.",
      personal: "the personal details beside it were changed.",
      checkpoint: "the chain was rewritten and differs from a signed checkpoint.",
      tail: "the last rows were cut off.",
      signature: "a checkpoint was not signed by this installation.",
    },
  },
};
