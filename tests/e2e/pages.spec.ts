import AxeBuilder from "@axe-core/playwright";
import { type Role, expect, test } from "./support/fixture.ts";

/** Every page, with the role that sees most of it. */
const PAGES: readonly (readonly [Role, readonly string[]])[] = [
  [
    "frontline",
    [
      "/",
      "/decide",
      "/decide?customer=walk-in&order=none",
      "/decide?customer=C-1029",
      "/decide?customer=walk-in&order=none&reason=product_fault",
      "/decisions",
      "/authority",
      "/notifications",
      "/promises",
      "/customers/C-1029",
      "/account",
      "/account/tokens",
      "/listening",
      "/listening/new",
    ],
  ],
  ["supervisor", ["/", "/approvals", "/qualifications"]],
  ["hr", ["/", "/policies", "/policies/3", "/policies/5", "/people", "/people/import", "/qualifications", "/customers", "/customers/import", "/listening", "/listening/import", "/listening/surveys/COUNTER", "/listening/surveys/new"]],
  ["admin", ["/organisation", "/organisation/hours", "/organisation/places", "/organisation/words", "/listening/surveys", "/listening/surveys/COUNTER/poster", "/start", "/start?step=pain"]],
  ["auditor", ["/", "/audit", "/decisions", "/approvals"]],
];

const LOOKS = [
  { width: 360, colorScheme: "light", locale: "vi-VN" },
  { width: 1280, colorScheme: "dark", locale: "en-GB" },
] as const;

for (const [role, paths] of PAGES) {
  for (const { width, colorScheme, locale } of LOOKS) {
    test(`${role}'s pages fit ${width} px and hold WCAG 2.2 AA, ${colorScheme}, ${locale}`, async ({ signedIn }) => {
      test.setTimeout(180_000);
      const page = await signedIn(role, { viewport: { width, height: 800 }, colorScheme, locale });
      for (const path of paths) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(200);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(beyond, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
      }
    });
  }
}

test("who may not see a page is told so, and what is out of reach is not there", async ({ signedIn }) => {
  const page = await signedIn("frontline", { expects: /40[34]/ });
  expect((await page.goto("/audit"))?.status()).toBe(403);
  await expect(page.getByRole("link", { name: "Hôm nay" }).first()).toBeVisible();
  expect((await page.goto("/decisions/00000000-0000-7000-8000-000000000000"))?.status()).toBe(404);
});
