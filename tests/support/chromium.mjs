import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

/**
 * A Chromium to test with: CHROMIUM_PATH, the usual system paths, Playwright's own; with `install`, one is installed where
 * there is none (the system's packages when root, else Playwright's installer). Throws when none can be had.
 */
export function findChromium({ install = false } = {}) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
  }
  const found = USUAL.find((path) => existsSync(path)) ?? playwrightsOwn();
  if (found) return found;
  if (!install) throw new Error("no Chromium found; set CHROMIUM_PATH");
  console.log("no Chromium found: installing one");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } else {
    execFileSync(process.execPath, [createRequire(import.meta.url).resolve("@playwright/test/cli"), "install", "chromium"], {
      stdio: "inherit",
    });
  }
  return findChromium();
}
