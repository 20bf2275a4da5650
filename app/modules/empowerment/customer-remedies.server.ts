import type { RemedySource, Standing } from "#modules/customers/public.server.ts";
import { readHot, type StatementResult } from "#platform/transaction.server.ts";

type Row = StatementResult<"decision.remedies">[number];

/** Where the answer stands and since when; a returned request ends without one until somebody records it anew. */
function standingOf({ state, decidedAt, closedAt, givenAt }: Row): { readonly standing: Standing; readonly since: Date } {
  switch (state) {
    case "pending":
      return { standing: "waiting", since: decidedAt };
    case "granted":
    case "approved":
      return givenAt === null ? { standing: "owed", since: closedAt ?? decidedAt } : { standing: "given", since: givenAt };
    case "declined":
    case "refused":
      return { standing: "declined", since: closedAt ?? decidedAt };
    default:
      return { standing: "unanswered", since: closedAt ?? decidedAt };
  }
}

/** What was decided about what a customer came with. */
export const customerRemedies: RemedySource = (customerId, after) =>
  readHot("decision.remedies", { customerId, after }).map((row) => ({ ...standingOf(row), result: row.result, resultAt: row.resultAt }));
