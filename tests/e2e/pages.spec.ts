import type { Page } from "@playwright/test";
import { type Role, expect, readIn, test } from "./support/fixture.ts";
import { DESK, PHONE, scrollsSideways, violations } from "./support/looks.ts";
import { PAGES, open } from "./support/places.ts";
import { serve } from "./support/serve.ts";

const AT_ONCE = 8;

test.describe.configure({ mode: "parallel", timeout: 180_000 });

const LOOKS = [
  { viewport: PHONE, colorScheme: "light" },
  { viewport: DESK, colorScheme: "dark" },
] as const;

/** One page at the phone in the light and at the desk in the dark. */
async function look(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const { viewport, colorScheme } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    if (await scrollsSideways(page)) found.push(`${where}: scrolls sideways at ${viewport.width} px`);
    found.push(...(await violations(page, `${where} at ${viewport.width} px`)));
  }
  return found;
}

for (const [role, places] of Object.entries(PAGES) as [Role, readonly string[]][]) {
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const some = places.slice(from, from + AT_ONCE);
    test(`${role}'s pages from ${some[0]} on fit the phone and the desk and hold WCAG 2.2 AA in both themes`, async ({ signedIn }) => {
      const page = await signedIn(role);
      const found: string[] = [];
      for (const place of some) {
        await open(page, place);
        found.push(...(await look(page, place)));
      }
      expect(found).toEqual([]);
    });
  }
}

test("the designer's pages of a draft fit the phone and the desk and hold WCAG 2.2 AA in both themes", async ({ signedIn }) => {
  const page = await signedIn("hr");
  await page.goto("/policies");
  await page.getByRole("button", { name: "Soạn bản mới từ bản đang áp dụng" }).click();
  await expect(page).toHaveURL(/\/policies\/\d+$/);
  const draft = new URL(page.url()).pathname;
  const found: string[] = [];
  for (const place of ["", "/rules/REFUND-STORE", "/rules/new", "/budgets/PERSON-DAY", "/budgets/new", "/settings", "/publish"]) {
    await open(page, draft + place);
    found.push(...(await look(page, place)));
  }
  expect(found).toEqual([]);
});

for (const [role, places] of Object.entries(PAGES) as [Role, readonly string[]][]) {
  test(`in English ${role}'s pages fit the phone and the desk`, async ({ signedIn }) => {
    const page = await signedIn(role);
    await readIn(page, "en");
    const found: string[] = [];
    for (const place of places) {
      await page.setViewportSize(PHONE);
      await open(page, place);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      for (const viewport of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        if (await scrollsSideways(page)) found.push(`${place} scrolls sideways at ${viewport.width} px`);
      }
    }
    await readIn(page, "vi");
    expect(found).toEqual([]);
  });
}

for (const role of ["frontline", "supervisor", "manager", "hr", "leader", "admin", "auditor"] as const) {
  test(`what else the ${role} finds in the navigation holds WCAG 2.2 AA too`, async ({ signedIn }) => {
    const page = await signedIn(role, { viewport: DESK });
    const inNavigation = page.getByRole("navigation", { name: "Điều hướng chính" }).first().getByRole("link");
    await expect(inNavigation.first()).toBeVisible();
    const links = await inNavigation.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(links.length).toBeGreaterThan(2);
    const richest: readonly string[] = role === "manager" ? [] : PAGES[role];
    const found: string[] = [];
    for (const place of links.filter((href) => !richest.includes(href))) {
      await open(page, place);
      found.push(...(await violations(page, place)));
    }
    expect(found).toEqual([]);
  });
}

test("the pages before signing in, and those of errors", async ({ visit, signedIn }) => {
  const found: string[] = [];
  const stranger = await visit({ expects: /404/ });
  for (const [place, status] of [["/sign-in", 200], ["/sign-in/forgot", 200], ["/link/no-such-link", 404], ["/setup/no-such-link", 404], ["/nowhere/at-all", 404]] as const) {
    expect((await stranger.goto(place))?.status(), place).toBe(status);
    found.push(...(await look(stranger, place)));
  }
  const clerk = await signedIn("frontline", { expects: /40[34]/ });
  for (const [place, status] of [["/audit", 403], ["/decisions/00000000-0000-7000-8000-000000000000", 404], ["/nowhere/at-all", 404]] as const) {
    expect((await clerk.goto(place))?.status(), place).toBe(status);
    found.push(...(await look(clerk, place)));
    await clerk.setViewportSize(PHONE);
    await expect(clerk.getByRole("link", { name: "Hôm nay" })).toBeVisible();
  }
  expect(found).toEqual([]);
});

test("the set-up page of an empty database", async ({ browser }) => {
  const { printed, stop } = await serve({ TAM_DEMO: "0" });
  try {
    const link = () => /http\S+\/setup\/[\w-]+/.exec(printed())?.[0] ?? "";
    await expect.poll(link).not.toBe("");
    const page = await (await browser.newContext({ viewport: PHONE })).newPage();
    expect((await page.goto(link()))?.status()).toBe(200);
    expect(await look(page, "/setup")).toEqual([]);
    await page.context().close();
  } finally {
    await stop();
  }
});
