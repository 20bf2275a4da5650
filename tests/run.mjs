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

/** Runs one command with its output shown, at its end where several run `beside` each other; resolves to its exit code. */
function run(title, args, { env = {}, beside = false } = {}) {
  if (!beside) console.log(`\n── ${title}`);
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: beside ? ["ignore", "pipe", "pipe"] : "inherit", env: { ...process.env, ...env } });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => output.push(chunk));
    child.on("close", (code) => {
      if (output.length > 0) process.stdout.write(Buffer.concat(output));
      console.log(`── ${title}: ${code === 0 ? "done" : `exit ${code}`} in ${Math.round((Date.now() - began) / 1000)} s`);
      resolve(code ?? 1);
    });
  });
}

/** What failed, and the runner itself when it ended badly or ran nothing without naming a test. */
function unexplained(failures, title, code, passed) {
  if (failures.length > 0 || (code === 0 && passed > 0)) return failures;
  return [`${title}: exit ${code}, ${passed} passed`];
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Checks have no tests of their own: each adds nothing when it holds and one failure when it does not. */
async function checks() {
  console.log("\n── checks");
  const failures = [];
  const check = (title, args) => async () => {
    const code = await run(title, args, { beside: true });
    if (code !== 0) failures.push(`check: ${title}`);
  };
  const types = check("types", [bin("typescript", "bin/tsc"), "--noEmit", "-p", "."]);
  const lint = check("lint", [bin("eslint", "bin/eslint.js"), "-c", ".config/eslint.config.js", "app", "bench", "prisma", "tests"]);
  const boundaries = check("import boundaries", [bin("dependency-cruiser", "bin/dependency-cruise.mjs"), "--config", ".config/dependency-cruiser.cjs", "app", "prisma"]);
  const deadCode = check("dead code", [bin("knip", "bin/knip.js"), "--config", ".config/knip.json"]);
  const inTurn = async (...tasks) => {
    for (const task of tasks) await task();
  };
  await Promise.all([inTurn(lint), inTurn(types, boundaries, deadCode)]);
  return { passed: 0, failures, skipped: 0 };
}

async function vitest(project) {
  const file = path.join(results, `${project}.json`);
  const code = await run(`tests: ${project}`, [
    ...[bin("vitest", "vitest.mjs"), "run", "-c", ".config/vitest.ts", "--project", project],
    ...["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
  ]);
  const report = readJson(file);
  const passed = report?.numPassedTests ?? 0;
  const failures = (report?.testResults ?? []).flatMap((suite) => {
    const name = path.relative(root, suite.name);
    const failed = suite.assertionResults.filter((test) => test.status === "failed").map((test) => `${name}: ${test.fullName}`);
    return failed.length === 0 && suite.status === "failed" ? [`${name}: did not run`] : failed;
  });
  return { passed, failures: unexplained(failures, project, code, passed), skipped: report?.numPendingTests ?? 0 };
}

async function playwright() {
  const file = path.join(results, "browser.json");
  const code = await run(
    "tests: browser",
    [bin("@playwright/test", "cli.js"), "test", "-c", ".config/playwright.ts", "--reporter=dot,json"],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, CHROMIUM_PATH: findChromium({ install: true }) } },
  );
  const report = readJson(file);
  const passed = (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0);
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const failures = specs({ suites: report?.suites }).filter((spec) => !spec.ok).map((spec) => `${spec.file}: ${spec.title}`);
  return { passed, failures: unexplained(failures, "browser", code, passed), skipped: report?.stats.skipped ?? 0 };
}

await prepare({ build: !quick });

const totals = { passed: 0, failures: [], skipped: 0 };
const stages = [
  checks,
  () => vitest("unit"),
  ...(quick ? [] : [() => vitest("integration"), () => vitest("outside"), playwright]),
];
for (const stage of stages) {
  const { passed, failures, skipped } = await stage();
  totals.passed += passed;
  totals.failures.push(...failures);
  totals.skipped += skipped;
}
rmSync(results, { recursive: true, force: true });
for (const failure of totals.failures) console.log(`✗ ${failure}`);
console.log(`\n${totals.passed} passed, ${totals.failures.length} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ""}`);
process.exitCode = totals.failures.length > 0 || totals.passed === 0 ? 1 : 0;
