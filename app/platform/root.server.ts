import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "prisma", "schema.prisma"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("This file lies outside the repository: no prisma/schema.prisma above it");
    folder = parent;
  }
  return folder;
}

/** The repository's root folder, absolute; found from this file, so it holds in the sources and in the build. */
export const repositoryRoot = findRoot();
