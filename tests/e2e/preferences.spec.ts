import { expect, test } from "./support/fixture.ts";

test("language and theme change without scripts, and stay", async ({ signedIn }) => {
  const page = await signedIn("auditor", { javaScriptEnabled: false });
  const html = page.locator("html");
  const menu = page.locator("summary", { has: page.locator("svg.lucide-settings-2") });
  await expect(html).toHaveAttribute("lang", "vi");
  await menu.click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(html).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("To do");
  await menu.click();
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.goto("/decisions");
  await expect(html).toHaveAttribute("lang", "en");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await menu.click();
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await expect(html).toHaveAttribute("lang", "vi");
  await expect(page).toHaveURL(/\/decisions$/);
});

test("a stranger reads the sign-in page in their language, without scripts", async ({ visit }) => {
  const page = await visit({ javaScriptEnabled: false, locale: "en-GB" });
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.locator("summary").first().click();
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đăng nhập");
});
