import { expect, test } from "./support/fixture.ts";

test("a clerk reports without scripts what stands in the way; the manager answers, plans and begins a trial", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const clerk = await signedIn("frontline", { javaScriptEnabled: false, expects: /422/ });
  await clerk.goto("/improvements/new");
  await clerk.locator("#what").fill("Khách mua hàng giảm giá phải đọc lại điều kiện hai lần");
  await clerk.locator("#often").locator("xpath=..").getByRole("radio", { name: "Mỗi ngày" }).check({ force: true });
  await clerk.locator("#cost").evaluate((field) => field.removeAttribute("required"));
  await clerk.getByRole("button", { name: "Gửi báo cáo" }).click();
  await expect(clerk.getByRole("alert")).toBeVisible();
  await expect(clerk.locator("#what")).toHaveValue("Khách mua hàng giảm giá phải đọc lại điều kiện hai lần");
  await clerk.locator("#cost").fill("Mất thêm ba phút ở quầy");
  await clerk.getByRole("button", { name: "Gửi báo cáo" }).click();
  await expect(clerk).toHaveURL(/\/improvements\/[0-9a-f-]{36}/);
  await expect(clerk.getByText(/Đặng Quốc Huy trả lời trước/)).toBeVisible();
  const address = new URL(clerk.url()).pathname;

  const manager = await signedIn("manager");
  await manager.goto("/improvements?view=waiting");
  await manager.getByRole("link", { name: /điều kiện hai lần/ }).click();
  await manager.getByRole("radio", { name: /^Làm cho gọn hơn/ }).check({ force: true });
  await manager.locator("#words").fill("Chỉ đọc một câu, phần còn lại in sau hóa đơn.");
  await manager.getByRole("button", { name: "Gửi câu trả lời" }).click();
  await manager.getByRole("link", { name: "Lên kế hoạch" }).click();
  await manager.locator("#text").fill("In điều kiện ở mặt sau hóa đơn");
  await manager.getByRole("radio", { name: "Mong đợi" }).check({ force: true });
  await manager.locator("#lensText").fill("Thanh toán nhanh");
  await manager.getByRole("radio", { name: /^Cách làm/ }).check({ force: true });
  await manager.getByRole("radio", { name: "Khách hài lòng (4–5 trên 5)" }).check({ force: true });
  await manager.locator("#target").fill("84,5");
  await manager.getByRole("button", { name: "Lưu kế hoạch" }).click();
  await expect(manager.getByText("Chỉ tiêu: 84,5%")).toBeVisible();
  await expect(manager.getByText("Chưa có lời khách hay số liệu làm căn cứ.")).toBeVisible();
  await manager.getByRole("button", { name: "Bắt đầu thử" }).click();
  await expect(manager.getByText(/Chưa đủ số liệu để kết luận/)).toBeVisible();

  await clerk.goto(address);
  await expect(clerk.getByText("Chỉ đọc một câu, phần còn lại in sau hóa đơn.").first()).toBeVisible();
});

test("a reporter says whether it really changed, and a rule's owner hears that it got in the way", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const clerk = await signedIn("frontline");
  await clerk.goto("/improvements?view=waiting");
  await clerk.getByRole("link", { name: /tiền gửi xe/ }).click();
  await clerk.getByRole("radio", { name: "Đã khác" }).check({ force: true });
  await clerk.getByRole("button", { name: "Gửi xác nhận" }).click();
  await expect(clerk.getByText("Người báo xác nhận đã khác")).toBeVisible();
  await clerk.goto("/policies/rules/REFUND-STORE");
  await clerk.getByRole("link", { name: "Báo vướng vì quy tắc này" }).click();
  await expect(clerk.getByText(/Về quy tắc:/)).toBeVisible();
});
