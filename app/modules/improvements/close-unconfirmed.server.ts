import type { JobDefinition } from "#platform/jobs.server.ts";
import { subjectOf } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";

/** Notes each hour that nobody who reported it has said whether it really changed in the days they had. */
export const closeUnconfirmedJob: JobDefinition = {
  kind: "improvements.close-unconfirmed",
  every: "11 * * * *",
  apply: async (tx, { now }) => {
    for (const row of await tx.list("Improvement", { confirmation: "asked", state: ["adopted", "verified"] }, { orderBy: [["reportedAt", "asc"]] })) {
      if (row.confirmBy === null || row.confirmBy > now) continue;
      await tx.update("Improvement", { id: row.id, confirmation: "asked" }, { confirmation: "unconfirmed" });
      await tellStory(tx, row.id, "unconfirmed", { byId: null, at: now });
      await recordEvent(tx, subjectOf(row), { type: "improvement.unconfirmed", schema: 1, data: { number: row.number } }, { actor: "system", now });
    }
  },
};
