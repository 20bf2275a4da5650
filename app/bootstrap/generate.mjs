import { existsSync } from "node:fs";
import path from "node:path";
import { databaseUrl } from "./env-file.mjs";
import { root, runStep } from "./progress.mjs";
import { hashOf, stamp } from "./stamp.mjs";

const generated = stamp(".cache/generated");

/** Generates the database client when the schema or Prisma changed. */
export async function ensureGenerated() {
  const wanted = hashOf(["prisma/schema.prisma", ".config/prisma.ts", "node_modules/prisma/package.json"]);
  if (generated.holds(wanted) && existsSync(path.join(root, "prisma/generated/client.ts"))) return;
  generated.clear();
  await runStep(
    "Generating the database client",
    [process.execPath, "node_modules/prisma/build/index.js", "generate", "--schema", "prisma/schema.prisma", "--config", ".config/prisma.ts"],
    { env: { DATABASE_URL: databaseUrl(), PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" } },
  );
  generated.write(wanted);
}
