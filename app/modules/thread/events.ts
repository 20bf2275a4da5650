import type { ThreadEnd, ThreadRelation } from "./kinds.ts";

interface LinkData {
  readonly from: ThreadEnd;
  readonly to: ThreadEnd;
  readonly relation: ThreadRelation;
}

/** What this module writes into the audit trail; the words beside a link are a personal value of who wrote them. */
export type ThreadEvent =
  | { readonly type: "thread.linked"; readonly schema: 1; readonly data: LinkData }
  | { readonly type: "thread.unlinked"; readonly schema: 1; readonly data: LinkData };
