// Migrates the database of its first argument; at the step of its second one it says so and waits to be killed.
import { writeSync } from "node:fs";
import { migrate } from "#platform/migrate.server.ts";

const [file, killAt] = process.argv.slice(2);

const result = await migrate(file ?? "", {
  onStep: (step) => {
    if (step !== killAt) return;
    writeSync(1, `at ${step}\n`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
process.stdout.write(`applied ${result.applied.length}\n`);
