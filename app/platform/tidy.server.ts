import type { JobDefinition } from "./jobs.server.ts";
import { transaction } from "./transaction.server.ts";

const DAY_MS = 86_400_000;

/** How many days what has ended is kept. */
const KEPT_DAYS = {
  "tidy.links": 7,
  "tidy.jobs": 35,
  "tidy.messages": 35,
  "tidy.notifications": 180,
} as const;

/** Deletes what has ended and been kept long enough; answers how many rows. */
export async function tidy(now: Date): Promise<number> {
  let total = 0;
  for (const [name, days] of Object.entries(KEPT_DAYS) as [keyof typeof KEPT_DAYS, number][]) {
    const before = new Date(now.getTime() - days * DAY_MS);
    let deleted: number;
    do {
      deleted = await transaction((tx) => tx.statement(name, { before }));
      total += deleted;
    } while (deleted > 0);
  }
  return total;
}

/** Tidies up every hour. */
export const tidyJob: JobDefinition = {
  kind: "platform.tidy",
  every: "17 * * * *",
  run: async ({ now }) => {
    await tidy(now);
  },
};
