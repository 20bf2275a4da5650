// Runs the due jobs of kind test.apply and test.run until none is left, and prints each one it ran.
import { appendFileSync } from "node:fs";
import { closeDatabase } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";

const [log, die] = process.argv.slice(2);

registerJobs([
  {
    kind: "test.apply",
    apply: async (tx, { jobId }) => {
      await tx.statement("sequence.next", { name: jobId });
      if (die === "in-apply") process.kill(process.pid, "SIGKILL");
    },
  },
  {
    kind: "test.run",
    run: async ({ jobId }) => {
      appendFileSync(log ?? "", `${jobId}\n`);
    },
  },
]);
process.stdout.write("ready\n");
const { done, failed } = await runDueJobs(new Date());
process.stdout.write(`done ${done} failed ${failed}\n`);
await closeDatabase();
