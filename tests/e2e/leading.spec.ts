import { expect, test } from "./support/fixture.ts";

test("a leader logs an hour that the place confirms, writes the month, and the next level answers", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const loyal = "Chưa, với khách đổi hàng tối thứ Bảy: tôi sẽ đứng quầy ca ấy.";
  const supervisor = await signedIn("supervisor", { javaScriptEnabled: false });
  await supervisor.goto("/leading/hours");
  await supervisor.getByRole("button", { name: "2 giờ" }).click();
  await expect(supervisor.getByText("chờ xác nhận").first()).toBeVisible();

  const clerk = await signedIn("frontline");
  await clerk.goto("/leading/hours");
  await clerk.getByRole("button", { name: /Đúng, có ở đây: Trần Thị Thu Hà/ }).first().click();
  await expect(clerk.getByText("Đã xác nhận.")).toBeVisible();
  await clerk.goto("/leading");
  await clerk.getByRole("link", { name: "Cam kết kỳ này" }).click();
  await expect(clerk.getByRole("heading", { name: "Cam kết của Trần Thị Thu Hà" })).toBeVisible();
  await expect(clerk.getByText("Sổ việc đã làm")).toHaveCount(0);

  await supervisor.goto("/leading");
  await expect(supervisor.getByText("Sổ việc đã làm")).toBeVisible();
  await supervisor.locator("#words").fill("Tháng này tôi trả lời việc xin duyệt nhanh hơn.");
  await supervisor.locator("#loyal").fill(loyal);
  await supervisor.getByRole("button", { name: "Lưu lời của tôi" }).click();
  await expect(supervisor.locator("#loyal")).toHaveValue(loyal);
  await supervisor.getByRole("link", { name: "Biến thành thay đổi vận hành" }).click();
  await expect(supervisor.locator("#what")).toHaveValue(loyal);
  await supervisor.locator("#cost").fill("Khách quay lại lần thứ hai vẫn chưa đổi được");
  await supervisor.getByRole("radio", { name: "Mỗi tuần" }).check({ force: true });
  await supervisor.locator("main form button[type=submit]").last().click();
  await expect(supervisor).toHaveURL(/\/improvements\/[0-9a-f-]{36}$/);
  await supervisor.goto("/leading");
  await expect(supervisor.getByText("Đã thành thay đổi vận hành:")).toBeVisible();

  const manager = await signedIn("manager");
  await manager.goto("/leading/line");
  await manager.getByRole("link", { name: /Trần Thị Thu Hà/ }).click();
  await expect(manager.getByText(loyal, { exact: true })).toBeVisible();
  await manager.locator("#answer").fill("Tối thứ Bảy tới ta cùng đứng quầy.");
  await manager.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(manager.getByText("Tối thứ Bảy tới ta cùng đứng quầy.")).toBeVisible();
});

test("a leader promises from the library and in their own words, is told what is missing, and the next level agrees", async ({ signedIn }) => {
  const own = "Tự gọi cho khách có quyết định bị tôi thay đổi";
  const supervisor = await signedIn("supervisor", { expects: /422/ });
  await supervisor.goto("/leading/commitments");
  for (const index of [0, 1, 2, 3, 4]) {
    await supervisor.locator(`#choice-${index}`).selectOption("");
    await supervisor.locator(`#quantity-${index}`).fill("");
  }
  await supervisor.locator("#choice-0").selectOption("answer-in-time");
  await expect(supervisor.getByText("Bằng chứng: Tỷ lệ trả lời xin duyệt đúng hẹn (%). Mức gợi ý: 90.")).toBeVisible();
  await supervisor.locator("#choice-1").selectOption("answer-frictions");
  await expect(supervisor.locator("#own-2")).toBeHidden();
  await supervisor.getByText("Hoặc tự viết").nth(2).click();
  await supervisor.locator("#own-2").fill(own);
  await supervisor.locator("#quantity-2").fill("4");
  await supervisor.getByRole("button", { name: "Công bố cho đội" }).click();
  await expect(supervisor.locator("#source-2-error")).toBeVisible();
  await expect(supervisor.locator("#own-2")).toHaveValue(own);
  await supervisor.locator("#source-2").selectOption("decisions_logged");
  await supervisor.getByRole("button", { name: "Công bố cho đội" }).click();
  await expect(supervisor).toHaveURL(/\/leading$/);
  await expect(supervisor.getByText(own)).toBeVisible();

  const manager = await signedIn("manager");
  await manager.goto("/leading/line");
  await manager.getByRole("link", { name: /Trần Thị Thu Hà/ }).click();
  await expect(manager.getByText(own)).toBeVisible();
  await manager.getByRole("button", { name: "Thống nhất" }).click();
  await expect(manager.getByRole("button", { name: "Thống nhất" })).toHaveCount(0);

  await supervisor.goto("/leading/commitments");
  await expect(supervisor.getByText("Cam kết kỳ này đã được thống nhất nên không sửa nữa.")).toBeVisible();
  await expect(supervisor.locator("#choice-0")).toHaveCount(0);
});
