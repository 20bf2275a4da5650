// Completes package-lock.json: npm writes only the optional packages of the platform it runs on, and `npm ci` then refuses
// on every other one. Adds each missing optional dependency as {version, optional, os, cpu}; names no download address.
// Run after changing dependencies: npm run lock; for those of the benchmark: npm run lock -- bench
import { readFileSync, writeFileSync } from "node:fs";

const folder = process.argv[2] ?? ".";
const file = new URL(`../${folder}/package-lock.json`, import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));

/** The folders npm would look in, from the dependent package outwards. */
function* places(from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("node_modules/") - 1))) {
    yield `${base ? `${base}/` : ""}node_modules/${name}`;
    if (base === "") return;
  }
}

/** Such packages are named after their platform, as in `@rollup/rollup-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const find = (known) => known.find((word) => words.includes(word));
  if (words.includes("wasm32")) return { cpu: ["wasm32"] };
  const os = find(["android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "win32"]);
  const cpu = find(["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64"]);
  const libc = words.includes("musl") ? "musl" : os === "linux" ? "glibc" : undefined;
  if (!os || !cpu) throw new Error(`${name}: its platform cannot be told from its name; add it by hand`);
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

let added = 0;
for (const [from, dependent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(dependent.optionalDependencies ?? {})) {
    if ([...places(from, name)].some((place) => lock.packages[place])) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dependent.dev ? { dev: true } : {}),
      optional: true,
      ...platformOf(name),
    };
    added += 1;
  }
}
for (const entry of Object.values(lock.packages)) delete entry.resolved;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional packages of other platforms added`);
