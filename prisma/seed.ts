import { demoSignIns, loadDemo } from "#composition/demo.server.ts";
import { closeDatabase, openDatabase } from "#platform/db.server.ts";
import { env } from "#platform/env.server.ts";
import { migrate } from "#platform/migrate.server.ts";

// Fills the empty database of DATABASE_URL with the demo company: node --import tsx prisma/seed.ts
await migrate(env.databasePath);
openDatabase();
try {
  await loadDemo({ progress: (line) => void process.stdout.write(`${line}\n`) });
  for (const line of demoSignIns()) process.stdout.write(`${line}\n`);
} finally {
  await closeDatabase();
}
