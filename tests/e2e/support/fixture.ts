import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContextOptions, type Page, expect, test as base } from "@playwright/test";

const root = path.join(import.meta.dirname, "../../..");
const PASSWORD = "demo-password-for-tests";

/** The demo company's sign-ins, one per role. */
export type Role = "frontline" | "supervisor" | "manager" | "hr" | "leader" | "admin" | "auditor";

export interface Visit extends BrowserContextOptions {
  /** Messages of the console that the test expects, as the 422 of a refused form. */
  readonly expects?: RegExp;
}

interface WorkerFixtures {
  /** The built server with the demo company on a free port, one per worker. */
  readonly origin: string;
}

interface TestFixtures {
  /** A page of a context of its own, signed in. Whatever the console complains of fails the test. */
  readonly signedIn: (who: Role | string, options?: Visit) => Promise<Page>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  origin: [
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), "tam-browser-"));
      const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");
      const server = spawn(process.execPath, ["--import", "tsx", "app/server.ts"], {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
        env: {
          ...process.env,
          NODE_ENV: "production",
          TAM_ENV_FILE: "",
          PORT: "0",
          DATABASE_URL: `file:${path.join(folder, "tam.db")}`,
          TAM_DEMO: "1",
          TAM_DEMO_PASSWORD: PASSWORD,
          SECRET_KEY: key(1),
          LOOKUP_KEY: key(2),
          AUDIT_SIGNING_KEY: key(3),
          RATE_LIMIT_SIGN_IN_ADDRESS_POINTS: "10000",
          RATE_LIMIT_PAGE_POINTS: "100000",
        },
      });
      let printed = "";
      const origin = await new Promise<string>((resolve, reject) => {
        const read = (chunk: Buffer) => {
          printed += chunk.toString("utf8");
          const [, port] = /serves at https?:\/\/[^\s/]+:(\d+)\//.exec(printed) ?? [];
          if (port !== undefined) resolve(`http://localhost:${port}`);
        };
        server.stdout.on("data", read);
        server.stderr.on("data", read);
        server.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)));
      });
      await use(origin);
      const gone = once(server, "exit");
      server.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],

  signedIn: async ({ browser, origin }, use) => {
    const pages: Page[] = [];
    const noise: string[] = [];
    await use(async (who, { expects, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: origin, viewport: { width: 360, height: 740 }, ...options });
      const page = await context.newPage();
      pages.push(page);
      page.on("console", (message) => {
        if (!["error", "warning"].includes(message.type()) || expects?.test(message.text())) return;
        noise.push(`${who} ${page.url()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => noise.push(`${who} ${page.url()}: ${String(error)}`));
      await page.goto("/sign-in");
      await page.locator("#email").fill(who.includes("@") ? who : `${who}@demo.tam`);
      await page.locator("#password").fill(PASSWORD);
      await page.locator("main form button[type=submit]").first().click();
      await expect(page).not.toHaveURL(/sign-in/);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
    expect(noise).toEqual([]);
  },
});

export { expect };
