import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./progress.mjs";

/** Every file below a folder or the file itself, relative to the root, in order of name; absent ones are left out. */
export function filesBelow(relative, keep = () => true) {
  let entries;
  try {
    entries = readdirSync(path.join(root, relative), { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return [relative];
    if (error.code === "ENOENT") return [];
    throw error;
  }
  return entries
    .map((entry) => ({ name: path.join(relative, entry.name), isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, isFolder }) => (isFolder ? filesBelow(name, keep) : keep(name) ? [name] : []));
}

/** SHA-256 over names and contents of files and over further texts. */
export function hashOf(files, texts = []) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text}\0`);
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(root, file))).update("\0");
  return hash.digest("hex");
}

/** A note of what a step was last done for; it is taken away before the step begins, so a killed one starts over. */
export function stamp(file) {
  const absolute = path.join(root, file);
  return {
    holds(value) {
      try {
        return readFileSync(absolute, "utf8") === value;
      } catch {
        return false;
      }
    },
    clear: () => rmSync(absolute, { force: true }),
    write(value) {
      mkdirSync(path.dirname(absolute), { recursive: true });
      writeFileSync(absolute, value);
    },
  };
}
