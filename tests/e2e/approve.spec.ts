import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixture.ts";

/** Asks for a refund above what a clerk may decide alone; answers the page of the waiting decision. */
async function ask(page: Page, amount: string): Promise<void> {
  await page.goto("/decide?customer=walk-in&order=none&reason=product_fault&gesture=refund");
  await page.locator("#amount").fill(amount);
  await expect(page.locator("#note")).toBeVisible();
  await page.locator("#note").fill("Áo bung chỉ sau một lần giặt");
  await page.getByRole("button", { name: "Xin duyệt" }).click();
  await expect(page).toHaveURL(/\/decisions\/[0-9a-f-]{36}/);
}

test("what exceeds authority reaches the approver within five seconds, and the answer comes back by itself", async ({ signedIn }) => {
  const approver = await signedIn("supervisor");
  await approver.goto("/approvals");
  const clerk = await signedIn("frontline");
  await ask(clerk, "812.000");
  await expect(clerk.getByText("Đang chờ Trần Thị Thu Hà trả lời")).toBeVisible();

  const card = approver.getByRole("article").filter({ hasText: "812.000" });
  await expect(card).toBeVisible({ timeout: 5_500 });
  await expect(approver).toHaveTitle(/^\(\d+\) /);
  await card.getByRole("link", { name: "Xem và trả lời" }).click();
  await expect(approver.getByText("Vì sao cần duyệt")).toBeVisible();
  await approver.getByText("Duyệt mức thấp hơn").first().click();
  await approver.getByLabel("Số tiền duyệt").fill("700.000");
  await approver.getByRole("button", { name: "Duyệt mức thấp hơn" }).click();
  await expect(approver).toHaveURL(/\/approvals$/);

  await expect(clerk.getByText("Được duyệt 700.000")).toBeVisible({ timeout: 5_500 });
});

test("a no comes with words for the customer", async ({ signedIn }) => {
  const clerk = await signedIn("frontline");
  await ask(clerk, "823.000");
  const approver = await signedIn("supervisor");
  await approver.goto("/approvals");
  await approver.getByRole("article").filter({ hasText: "823.000" }).getByRole("link", { name: "Xem và trả lời" }).click();
  await approver.getByText("Không duyệt", { exact: true }).first().click();
  await approver.getByLabel("Vì sao không duyệt").fill("Đã đổi chiếc mới hôm qua");
  await approver.getByLabel("Lời để nhân viên nói với khách").fill("Dạ, lần này em chưa hoàn tiền được; em sửa miễn phí cho mình ngay ạ.");
  await approver.getByRole("button", { name: "Không duyệt" }).click();
  await expect(approver).toHaveURL(/\/approvals$/);
  await expect(clerk.locator("blockquote").first()).toContainText("em sửa miễn phí", { timeout: 5_500 });
});

test("asking by choice within one's authority comes back with coaching", async ({ signedIn }) => {
  const clerk = await signedIn("frontline");
  await clerk.goto("/decide?customer=walk-in&order=none&reason=product_fault&gesture=refund");
  await clerk.locator("#amount").fill("83.000");
  await expect(clerk.locator("#note")).toBeVisible();
  await clerk.locator("#note").fill("Khóa kéo hỏng");
  await clerk.getByText("Muốn hỏi thêm trước khi quyết?").click();
  await clerk.getByRole("radio", { name: "lo bị trách" }).check({ force: true });
  await clerk.getByRole("button", { name: "Xin ý kiến" }).click();
  await expect(clerk).toHaveURL(/\/decisions\//);
  const approver = await signedIn("supervisor");
  await approver.goto("/approvals");
  await approver.getByRole("article").filter({ hasText: "83.000" }).filter({ hasText: "Phạm Thảo Vy" }).last().getByRole("link").click();
  await approver.getByText("Hướng dẫn thêm", { exact: true }).first().click();
  await approver.getByLabel("Điều muốn nhắn").fill("Mức này em quyết được, cứ làm nhé.");
  await approver.getByRole("button", { name: "Hướng dẫn thêm" }).click();
  await expect(approver).toHaveURL(/\/approvals$/);
  await clerk.reload();
  await expect(clerk.getByText("Mức này em quyết được, cứ làm nhé.")).toBeVisible();
});
