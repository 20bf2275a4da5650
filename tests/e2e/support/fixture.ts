import { type Browser, type BrowserContextOptions, type Page, expect, test as base } from "@playwright/test";
import { PASSWORD, serve } from "./serve.ts";

/** The demo company's sign-ins, one per role. */
export type Role = "frontline" | "supervisor" | "manager" | "hr" | "leader" | "admin" | "auditor";

export interface Visit extends BrowserContextOptions {
  /** Messages of the console that the test expects, as the 422 of a refused form. */
  readonly expects?: RegExp;
}

type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;

interface WorkerFixtures {
  /** The built server with the demo company on a free port, one per worker. */
  readonly origin: string;
  /** Who has signed in already, with the cookies they got: later contexts of the worker begin with them. */
  readonly kept: Map<string, Cookies>;
}

interface TestFixtures {
  /** A page of a context of its own, nobody signed in. Whatever the console complains of fails the test. */
  readonly visit: (options?: Visit) => Promise<Page>;
  /** The same with somebody of the demo company signed in, on their first screen. */
  readonly signedIn: (who: Role | string, options?: Visit) => Promise<Page>;
}

/** Signs in with the form. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(PASSWORD);
  await page.locator("main form button[type=submit]").first().click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** What a person does in the header's menu: the language they read from now on; `xx` is the pseudo-locale. */
export async function readIn(page: Page, language: "vi" | "en" | "xx"): Promise<void> {
  await page.evaluate(async (wish) => {
    await fetch("/preferences", { method: "POST", body: new URLSearchParams({ language: wish, to: "/" }) });
  }, language);
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  origin: [
    async ({}, use) => {
      const { origin, stop } = await serve({ TAM_DEMO: "1" });
      await use(origin);
      await stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],

  kept: [async ({}, use) => use(new Map()), { scope: "worker" }],

  visit: async ({ browser, origin }, use) => {
    const pages: Page[] = [];
    const noise: string[] = [];
    await use(async ({ expects, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: origin, viewport: { width: 360, height: 740 }, ...options });
      const page = await context.newPage();
      pages.push(page);
      page.on("console", (message) => {
        if (!["error", "warning"].includes(message.type()) || expects?.test(message.text())) return;
        noise.push(`${page.url()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => noise.push(`${page.url()}: ${String(error)}`));
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
    expect(noise).toEqual([]);
  },

  signedIn: async ({ visit, kept }, use) => {
    await use(async (who, options = {}) => {
      const email = who.includes("@") ? who : `${who}@demo.tam`;
      const before = kept.get(email);
      const page = await visit({ ...options, ...(before ? { storageState: before } : {}) });
      await page.goto("/");
      if (new URL(page.url()).pathname === "/sign-in") {
        await signIn(page, email);
        kept.set(email, await page.context().storageState());
      }
      return page;
    });
  },
});

export { expect };
