import { existsSync } from "node:fs";
import path from "node:path";
import { root, runStep } from "./progress.mjs";
import { filesBelow, hashOf, stamp } from "./stamp.mjs";

const built = stamp(".cache/built");
const INPUTS = ["app", "public", "prisma/schema.prisma", "vite.config.ts", "remix.config.js", "package.json", "package-lock.json", "tsconfig.json"];
const NOT_BUILT = /\.test\.tsx?$|^app[/\\](bootstrap|cli)[/\\]/;

/** Builds the pages when anything they are made of changed. */
export async function ensureBuilt() {
  const wanted = hashOf(INPUTS.flatMap((input) => filesBelow(input, (file) => !NOT_BUILT.test(file))));
  if (built.holds(wanted) && existsSync(path.join(root, "build/server/index.js")) && existsSync(path.join(root, "build/client"))) return;
  built.clear();
  await runStep("Building the pages", [process.execPath, "node_modules/@remix-run/dev/dist/cli.js", "vite:build"], { env: { NODE_ENV: "production" } });
  built.write(wanted);
}
