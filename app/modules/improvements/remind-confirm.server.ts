import { addJob, type JobDefinition } from "#platform/jobs.server.ts";
import { z } from "zod";
import { readImprovement, tellAll } from "./improvement.server.ts";

const TELL_KIND = "improvements.tell-to-confirm";
/** Days before the end of their time that reporters who have said nothing are asked once more. */
const AHEAD_MS = 4 * 86_400_000;
const told = z.strictObject({ id: z.string(), trial: z.int() });

/** Looks each morning for questions to reporters that end soon; each is told once a trial. */
export const findToConfirmJob: JobDefinition = {
  kind: "improvements.find-to-confirm",
  every: "20 1 * * *",
  apply: async (tx, { now }) => {
    for (const { id, trials, confirmBy } of await tx.list("Improvement", { confirmation: "asked", state: ["adopted", "verified"] })) {
      if (confirmBy === null || confirmBy <= now || confirmBy.getTime() - now.getTime() > AHEAD_MS) continue;
      await addJob(tx, { kind: TELL_KIND, payload: { id, trial: trials }, runAt: now, uniqueKey: `${TELL_KIND}:${id}:${trials}` });
    }
  },
};

/** Asks the reporters once more whether it really changed; not any more when one has answered. */
export const tellToConfirmJob: JobDefinition = {
  kind: TELL_KIND,
  apply: async (tx, { now, payload }) => {
    const { id, trial } = told.parse(payload);
    const opened = await readImprovement(tx, id);
    if (opened === null || opened.row.confirmation !== "asked" || opened.row.trials !== trial || opened.row.confirmBy === null) return;
    await tellAll(tx, opened.row, { kind: "confirm", to: opened.parts.reporters, by: null, at: now, params: { until: opened.row.confirmBy.toISOString() } });
  },
};
