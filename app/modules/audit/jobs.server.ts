import type { JobDefinition } from "#platform/jobs.server.ts";
import { writeCheckpoint } from "./checkpoint.server.ts";

/** Signs the end of the chain every quarter of an hour. */
export const checkpointJob: JobDefinition = {
  kind: "audit.checkpoint",
  every: "*/15 * * * *",
  run: async ({ now }) => {
    await writeCheckpoint(now);
  },
};
