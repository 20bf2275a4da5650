import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixture.ts";

/** The version that waits in review in the demo company: it closes a gap for alterations gone wrong. */
const VERSION = 5;
const OUTSIDE = "/decide?customer=walk-in&order=none&reason=alteration_fault&gesture=voucher";
const AMOUNT = "151.000";

/** The clerk's preview: beyond their authority while no rule covers it. */
async function preview(page: Page): Promise<void> {
  await page.goto(OUTSIDE);
  await page.locator("#amount").fill(AMOUNT);
  await expect(page.getByRole("heading", { name: "Cần người duyệt" })).toBeVisible();
}

test("of two who publish one version at once one wins and the other is told; a page from before shows the new verdict and stores nothing", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const clerk = await signedIn("frontline");
  await preview(clerk);

  const leaders = [await signedIn("leader", { expects: /409/ }), await signedIn("thanhtruc.leader@demo.tam", { expects: /409/ })] as const;
  for (const leader of leaders) await leader.goto(`/policies/${VERSION}/publish`);
  const publish = async (leader: Page) => {
    const form = leader.locator("form", { has: leader.getByRole("button", { name: "Ban hành", exact: true }) });
    await form.locator("[name=note]").fill("Đã đọc từng điểm nên xem lại, giữ như vậy");
    const answer = leader.waitForResponse((response) => response.request().method() === "POST" && response.url().includes(`/policies/${VERSION}/publish`));
    await form.getByRole("button").click();
    return (await answer).status();
  };
  const statuses = await Promise.all(leaders.map(publish));
  expect(statuses.filter((status) => status === 409)).toHaveLength(1);
  expect(statuses.filter((status) => status < 400)).toHaveLength(1);
  await expect(leaders[statuses.indexOf(409)]!.getByRole("alert").first()).toBeVisible();
  for (const leader of leaders) {
    await leader.goto("/policies");
    await expect(leader.getByText(`Bản số ${VERSION}`).first()).toBeVisible();
  }

  await clerk.getByRole("button", { name: "Xin duyệt" }).click();
  await expect(clerk.getByRole("alert")).toContainText("Vừa có thay đổi");
  await expect(clerk.getByRole("heading", { name: /Được, tối đa 200\.000/ })).toBeVisible();
  await clerk.goto("/decisions");
  await expect(clerk.getByRole("main")).not.toContainText(AMOUNT);

  await clerk.goto(OUTSIDE);
  await clerk.locator("#amount").fill(AMOUNT);
  await expect(clerk.locator("#note")).toBeVisible();
  await clerk.locator("#note").fill("Sửa hai lần vẫn chưa vừa");
  await clerk.getByRole("button", { name: /^Phiếu mua hàng .*151\.000/ }).click();
  await expect(clerk).toHaveURL(/\/decisions\/[0-9a-f-]{36}/);
});
