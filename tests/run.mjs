// `npm test` and `npm run check`: set-up, then every runner in turn; the last line counts the tests of all of them.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepare } from "../app/bootstrap/prepare.mjs";
import { findChromium } from "./support/chromium.mjs";

const root = path.join(import.meta.dirname, "..");
const quick = process.argv[2] === "check";
const results = mkdtempSync(path.join(tmpdir(), "tam-test-results-"));
const bin = (pkg, file) => path.join(root, "node_modules", pkg, file);

/** Runs one command with its output shown; resolves to its exit code. */
function run(title, args, extraEnv = {}) {
  console.log(`\n── ${title}`);
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...extraEnv } });
    child.on("close", (code) => {
      console.log(`── ${title}: ${code === 0 ? "done" : `exit ${code}`} in ${Math.round((Date.now() - began) / 1000)} s`);
      resolve(code ?? 1);
    });
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A check has no tests of its own: it adds nothing when it holds and one failure when it does not. */
async function check(title, args) {
  return { passed: 0, failed: (await run(title, args)) === 0 ? 0 : 1, skipped: 0 };
}

async function vitest(project) {
  const file = path.join(results, `${project}.json`);
  const code = await run(`tests: ${project}`, [
    ...[bin("vitest", "vitest.mjs"), "run", "-c", ".config/vitest.ts", "--project", project],
    ...["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
  ]);
  const report = readJson(file);
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  return { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1), skipped: report?.numPendingTests ?? 0 };
}

async function playwright() {
  const file = path.join(results, "browser.json");
  const code = await run(
    "tests: browser",
    [bin("@playwright/test", "cli.js"), "test", "-c", ".config/playwright.ts", "--reporter=dot,json"],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file, CHROMIUM_PATH: findChromium({ install: true }) },
  );
  const stats = readJson(file)?.stats;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  return { passed, failed: stats?.unexpected || (code === 0 && passed > 0 ? 0 : 1), skipped: stats?.skipped ?? 0 };
}

await prepare({ build: !quick });

const totals = { passed: 0, failed: 0, skipped: 0 };
const stages = [
  () => check("types", [bin("typescript", "bin/tsc"), "--noEmit", "-p", "."]),
  () => check("lint", [bin("eslint", "bin/eslint.js"), "-c", ".config/eslint.config.js", "app", "bench", "prisma", "tests"]),
  () =>
    check("import boundaries", [
      ...[bin("dependency-cruiser", "bin/dependency-cruise.mjs"), "--config", ".config/dependency-cruiser.cjs", "app", "prisma"],
    ]),
  () => check("dead code", [bin("knip", "bin/knip.js"), "--config", ".config/knip.json"]),
  () => vitest("unit"),
  ...(quick ? [] : [() => vitest("integration"), () => vitest("outside"), playwright]),
];
for (const stage of stages) {
  const { passed, failed, skipped } = await stage();
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}
rmSync(results, { recursive: true, force: true });
console.log(`\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ""}`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
