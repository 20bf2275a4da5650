import { expect, test } from "./support/fixture.ts";

test.describe("HR changes a rule", () => {
  test.setTimeout(180_000);

  test("from the version in force, in sentences, and sees what it does before it is saved", async ({ signedIn }) => {
    const page = await signedIn("hr", { viewport: { width: 1280, height: 900 } });
    await page.goto("/policies");
    await page.getByRole("button", { name: "Soạn bản mới từ bản đang áp dụng" }).click();
    await expect(page).toHaveURL(/\/policies\/\d+$/);
    const draft = new URL(page.url()).pathname;

    await page.getByLabel("Tìm trong quy tắc").fill("hoan tien tai quay khi loi");
    await page.getByRole("button", { name: "Lọc" }).click();
    await page.getByRole("link", { name: "Hoàn tiền tại quầy khi lỗi ở mình" }).click();
    await expect(page).toHaveURL(`${draft}/rules/REFUND-STORE`);

    await page.getByLabel("Hạn mức mỗi trường hợp").fill("650000");
    await expect(page.getByLabel("Hạn mức mỗi trường hợp")).toHaveValue("650.000");
    await expect(page.getByText("rộng hơn", { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/trường hợp gần đây đi qua dự thảo này/)).toBeVisible();
    await page.getByRole("button", { name: "Lưu vào dự thảo" }).click();
    await expect(page).toHaveURL(draft);
    await expect(page.getByRole("row", { name: /Hoàn tiền tại quầy khi lỗi ở mình/ })).toContainText("650.000");
  });

  test("without scripts: what was typed stays, the preview comes before the button to save", async ({ signedIn }) => {
    const page = await signedIn("hr", { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, expects: /422/ });
    await page.goto("/policies");
    await page.getByRole("button", { name: "Soạn bản mới từ bản đang áp dụng" }).click();
    const draft = new URL(page.url()).pathname;
    await page.goto(`${draft}/rules/REFUND-STORE`);
    await expect(page.getByRole("button", { name: "Lưu vào dự thảo" })).toHaveCount(0);

    await page.getByLabel("Hạn mức mỗi trường hợp").fill("4.5");
    await page.getByRole("button", { name: "Xem trước" }).click();
    await expect(page.getByLabel("Hạn mức mỗi trường hợp")).toHaveValue("4.5");
    await expect(page.getByRole("link", { name: /Số tiền cần lớn hơn 0/ })).toBeVisible();

    await page.getByLabel("Hạn mức mỗi trường hợp").fill("640.000");
    await page.getByRole("button", { name: "Xem trước" }).click();
    await page.getByRole("button", { name: "Lưu vào dự thảo" }).click();
    await expect(page).toHaveURL(draft);
    await page.goto(`${draft}/rules/REFUND-STORE`);
    await expect(page.getByLabel("Hạn mức mỗi trường hợp")).toHaveValue(/640.?000/);
  });

  test("with the keyboard alone: a blank opens, is filled and closed", async ({ signedIn }) => {
    const page = await signedIn("hr", { viewport: { width: 1280, height: 900 } });
    await page.goto("/policies/new-rule?gesture=voucher&reason=late_delivery&channel=chat&role=frontline");
    await page.getByRole("button", { name: "Soạn bản mới từ bản đang áp dụng" }).press("Enter");
    await expect(page).toHaveURL(/rules\/new\?gesture=voucher/);
    const who = page.locator("summary#rule-roles");
    await expect(who).toContainText("nhân viên tuyến đầu");
    await who.press("Enter");
    await page.getByRole("checkbox", { name: "trưởng ca" }).press("Space");
    await page.keyboard.press("Escape");
    await expect(who).toBeFocused();
    await expect(who).toContainText("trưởng ca");
  });
});
