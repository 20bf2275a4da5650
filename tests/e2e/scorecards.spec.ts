import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixture.ts";

/** Opens the scorecards of the newest closed period. */
async function lastPeriod(page: Page): Promise<void> {
  await page.goto("/scorecards");
  const closed = await page.locator("select[name=period] option").nth(1).getAttribute("value");
  await page.goto(`/scorecards?period=${closed ?? ""}`);
  await expect(page.getByText(/đã chốt ngày/)).toBeVisible();
}

test("a clerk reads how each figure came about and asks to look again; whoever looks after them answers", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const words = "Ngày mưa lớn cửa hàng mất điện hai tiếng, khách phải chờ lâu hơn.";
  const clerk = await signedIn("frontline", { javaScriptEnabled: false, expects: /422/ });
  await lastPeriod(clerk);
  await clerk.getByRole("link", { name: /Phạm Thảo Vy/ }).click();
  await expect(clerk.getByText("Khách hài lòng sau khi được hỗ trợ").first()).toBeVisible();
  await expect(clerk.getByText(/Quầy 2 đã có máy dự phòng/)).toBeVisible();
  await clerk.locator("#words").fill(words);
  await clerk.locator("#evidence").evaluate((field) => field.removeAttribute("required"));
  await clerk.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(clerk.getByRole("alert")).toBeVisible();
  await expect(clerk.locator("#words")).toHaveValue(words);
  await clerk.locator("#evidence").fill("Thông báo mất điện của phường");
  await clerk.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(clerk.getByText("Đang chờ Trần Thị Thu Hà trả lời.")).toBeVisible();
  const address = new URL(clerk.url()).pathname;

  const supervisor = await signedIn("supervisor");
  await lastPeriod(supervisor);
  await supervisor.getByRole("link", { name: /Phạm Thảo Vy/ }).click();
  await expect(supervisor.getByText(words)).toBeVisible();
  await supervisor.locator("#answer").fill("Chị đã xem thông báo, kỳ tới sẽ ghi riêng những giờ mất điện.");
  await supervisor.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(supervisor.locator("#answer")).toHaveCount(0);

  await clerk.goto(address);
  await expect(clerk.getByText("Chị đã xem thông báo, kỳ tới sẽ ghi riêng những giờ mất điện.")).toBeVisible();
});

test("HR opens the findings and lets one stand, with the reason and until a day", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const hr = await signedIn("hr");
  await hr.goto("/kpis/slogans");
  const reason = "Đang đổi cách đo cùng kho, giữ đến khi xong.";
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const card = hr.locator("article", { has: hr.getByRole("heading", { name: "Thiếu chỉ số đối trọng" }) }).first();
  await card.getByText("Tạm để điểm này").click();
  await card.getByLabel("Vì sao để lại").fill(reason);
  await card.getByLabel("Để đến hết ngày").fill(until);
  await card.getByRole("button", { name: "Tạm để", exact: true }).click();
  await expect(hr.getByText(new RegExp(`Đỗ Phương Linh để lại đến hết ngày.*${reason}`))).toBeVisible();
  await expect(hr.locator("section", { hasText: "Đang tạm để" }).getByRole("button", { name: "Mở lại" })).toHaveCount(2);
});
