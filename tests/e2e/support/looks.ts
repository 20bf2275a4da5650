import type { Page } from "@playwright/test";
import axe from "axe-core";

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

/** Whether the page as it stands is wider than its window. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on the page as it stands, as lines that name the page and the element. Our pages have no frames. */
export async function violations(page: Page, where: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (levels) => {
    // Colours that still change from one theme to the other have no contrast yet.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations: broken } = await inPage.run(document, { runOnly: { type: "tag", values: levels }, resultTypes: ["violations"], selectors: false });
    return broken.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`));
  }, LEVELS);
  return found.map((line) => `${where}: ${line}`);
}
