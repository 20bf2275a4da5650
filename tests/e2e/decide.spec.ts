import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixture.ts";

/** Presses of the clerk, counted: typing an amount is one. */
function taps(page: Page) {
  let count = 0;
  return {
    count: () => count,
    press: async (name: RegExp | string, role: "link" | "button" = "button") => {
      count += 1;
      await page.getByRole(role, { name, exact: typeof name === "string" }).first().click();
    },
    choose: async (name: RegExp | string) => {
      count += 1;
      await page.getByRole("radio", { name }).first().check({ force: true });
    },
    tick: async (name: string) => {
      count += 1;
      await page.getByRole("checkbox", { name }).check({ force: true });
    },
    type: async (field: string, text: string) => {
      count += 1;
      await page.locator(field).fill(text);
    },
  };
}

test("a clerk refunds a walk-in in at most six taps, seeing the verdict before and the words after", async ({ signedIn }) => {
  const page = await signedIn("frontline");
  const tap = taps(page);
  await tap.press("Khách vãng lai", "link");
  await tap.press("Lỗi sản phẩm");
  await tap.choose(/^Hoàn tiền/);
  await tap.type("#amount", "100.000");
  await expect(page.getByRole("heading", { name: /Được, tối đa 500\.000/ })).toBeVisible();
  await tap.tick("Sản phẩm lỗi, đã xem tận nơi");
  await tap.press(/^Hoàn tiền 100\.000/);
  await expect(page).toHaveURL(/\/decisions\/[0-9a-f-]{36}/);
  expect(tap.count()).toBeLessThanOrEqual(6);
  await expect(page.getByText("Gợi ý lời nói với khách")).toBeVisible();
  await expect(page.getByText("Hạn mức còn lại")).toBeVisible();
  await page.getByRole("button", { name: "Đánh dấu đã thực hiện" }).click();
  await expect(page.getByText("Đã thực hiện cho khách").first()).toBeVisible();
});

test("the same refund works without scripts: first the verdict, then the act", async ({ signedIn }) => {
  const page = await signedIn("frontline", { javaScriptEnabled: false });
  await page.getByRole("link", { name: "Khách vãng lai", exact: true }).click();
  await page.getByRole("button", { name: "Lỗi sản phẩm" }).click();
  await page.getByRole("radio", { name: /^Hoàn tiền/ }).check({ force: true });
  await page.locator("#amount").fill("120.000");
  await page.locator("#note").fill("Áo bung chỉ sau một lần giặt");
  await page.getByRole("button", { name: "Xem trước" }).click();
  await expect(page.getByRole("heading", { name: /Được, tối đa/ })).toBeVisible();
  await page.getByRole("button", { name: /^Hoàn tiền 120\.000/ }).click();
  await expect(page).toHaveURL(/\/decisions\/[0-9a-f-]{36}/);
  await expect(page.getByText("Gợi ý lời nói với khách")).toBeVisible();
});

test("a known customer need not tell it again, and is addressed as they wish", async ({ signedIn }) => {
  const page = await signedIn("frontline");
  await page.getByLabel("Số điện thoại hoặc mã khách").fill("C-1029");
  await page.getByRole("button", { name: "Tìm khách" }).click();
  await expect(page.getByText("Ba việc gần nhất")).toBeVisible();
  await page.getByRole("radio", { name: "bác", exact: true }).check({ force: true });
  await page.getByRole("radio", { name: "Không có đơn hàng" }).check({ force: true });
  await page.getByRole("button", { name: "Lỗi sản phẩm" }).click();
  await page.getByRole("radio", { name: /^Hoàn tiền/ }).check({ force: true });
  await page.locator("#amount").fill("50000");
  await page.locator("#note").fill("Áo bung chỉ sau một lần giặt");
  await page.getByRole("button", { name: /^Hoàn tiền 50\.000/ }).click();
  await expect(page.locator("blockquote")).toContainText("bác");
});

test("an amount that cannot be read is named at its field, and what was typed stays", async ({ signedIn }) => {
  const page = await signedIn("frontline", { javaScriptEnabled: false, expects: /422/ });
  for (const typed of ["4.5", "1e3", "0x10"]) {
    await page.goto("/decide?customer=walk-in&order=none&reason=product_fault");
    await page.getByRole("radio", { name: /^Hoàn tiền/ }).check({ force: true });
    await page.locator("#amount").fill(typed);
    await page.getByLabel("Ghi chú", { exact: false }).last().fill("Đường may bung sau một lần giặt");
    await page.getByRole("button", { name: "Xem trước" }).click();
    await expect(page.locator("#amount")).toHaveValue(typed);
    await expect(page.locator("#amount")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#note")).toHaveValue("Đường may bung sau một lần giặt");
  }
});

test("a double click records one decision", async ({ signedIn }) => {
  const page = await signedIn("frontline");
  await page.goto("/decide?customer=walk-in&order=none&reason=product_fault&gesture=refund");
  await page.locator("#amount").fill("61.000");
  await expect(page.locator("#note")).toBeVisible();
  await page.locator("#note").fill("Khóa kéo hỏng");
  await page.getByRole("button", { name: /^Hoàn tiền 61\.000/ }).dblclick();
  await expect(page).toHaveURL(/\/decisions\/[0-9a-f-]{36}/);
  await page.goto("/decisions");
  await expect(page.getByRole("link", { name: /Hoàn tiền 61\.000/ })).toHaveCount(1);
});

test("the keyboard alone decides, with the focus in sight", async ({ signedIn }) => {
  const page = await signedIn("frontline", { viewport: { width: 1280, height: 800 } });
  await page.getByRole("link", { name: "Khách vãng lai", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Lỗi sản phẩm" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: /^Hoàn tiền/ }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  await expect(focused).toHaveAttribute("name", "amount");
  expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe("none");
  await page.keyboard.type("70000");
  await expect(page.locator("#note")).toBeVisible();
  await page.locator("#note").focus();
  await page.keyboard.type("Nút bị rơi");
  await page.getByRole("button", { name: /^Hoàn tiền 70\.000/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/decisions\/[0-9a-f-]{36}/);
});
