import { expect, test } from "./support/fixture.ts";

test("a clerk tells a story from a decision, a colleague answers, HR puts it on next week's card, the supervisor marks this week's and checks in", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const title = "Một phút trước khi hỏi hóa đơn";

  const clerk = await signedIn("frontline", { expects: /422/ });
  await clerk.goto("/decisions");
  await clerk.locator("main a[href^='/decisions/']").first().click();
  await clerk.getByRole("link", { name: "Kể lại chuyện này" }).click();
  await expect(clerk.getByText("Kể từ một quyết định")).toBeVisible();
  await clerk.locator("#title").fill(title);
  await clerk.locator("#happened").fill("Chị Hoa gọi từ 0912 345 678, giọng rất mệt.");
  await clerk.locator("#felt").fill("Mệt, và ngại phải kể lại.");
  await clerk.locator("#did").fill("Nghe hết rồi mới hỏi.");
  await clerk.getByRole("radio", { name: /Nghe cho hết/ }).check({ force: true });
  await clerk.getByRole("button", { name: "Đăng câu chuyện" }).click();
  await expect(clerk.getByRole("alert")).toContainText("0912 345 678");
  await clerk.getByRole("button", { name: "Che giúp các chỗ này" }).click();
  await expect(clerk.locator("#happened")).toHaveValue("Chị H. gọi từ 09xx…, giọng rất mệt.");
  await clerk.getByRole("button", { name: "Đăng câu chuyện" }).click();
  await expect(clerk).toHaveURL(/\/stories\/[0-9a-f-]{36}$/);
  const story = new URL(clerk.url()).pathname;

  const colleague = await signedIn("manager");
  await colleague.goto(story);
  await expect(colleague.getByText("Chưa ai trả lời.")).toHaveCount(0);
  await colleague.locator("#text").fill("Mình sẽ hẹn giờ gọi lại trước khi tra đơn.");
  await colleague.getByRole("button", { name: "Gửi câu trả lời" }).click();
  await expect(colleague.getByRole("list").getByText("Mình sẽ hẹn giờ gọi lại")).toBeVisible();

  const hr = await signedIn("hr");
  await hr.goto("/line-up/design");
  await hr.getByRole("link", { name: /chưa có/ }).first().click();
  await expect(hr.locator("#storyId")).toBeVisible();
  await hr.locator("#storyId").selectOption({ label: `${title} · Nghe cho hết` });
  await hr.locator("#questionVi").fill("Hôm nay mình hẹn giờ với ai?");
  await hr.locator("#questionEn").fill("Whom will we promise a time today?");
  await hr.locator("#ruleCode").selectOption("REFUND-STORE");
  await hr.getByRole("button", { name: "Lưu thẻ" }).click();
  await hr.getByRole("button", { name: "Đăng thẻ" }).click();
  await expect(hr.getByRole("heading", { name: title })).toBeVisible();

  const supervisor = await signedIn("supervisor");
  await supervisor.goto("/line-up");
  await supervisor.locator("#cameUp").fill("Đổi câu hỏi đầu tiên.");
  await supervisor.getByRole("button", { name: "Đã trao đổi" }).click();
  await expect(supervisor.getByText(/Đã trao đổi ngày/)).toBeVisible();

  await clerk.goto("/care");
  await clerk.getByRole("button", { name: "Tôi vừa qua một ca khó" }).click();
  await expect(clerk.getByText(/^Đang nhờ/)).toBeVisible();
  const asked = (await clerk.getByText(/^Đang nhờ/).innerText()).replace(/^Đang nhờ (.*), hỏi thăm.*$/, "$1");
  await supervisor.goto("/care");
  const name = "Phạm Thảo Vy";
  const theirs = supervisor.locator("section", { has: supervisor.getByRole("heading", { name: `${name} vừa qua một ca khó` }) }).last();
  expect(asked).toBe("Trần Thị Thu Hà");
  await theirs.getByRole("checkbox", { name: "Trò chuyện" }).check({ force: true });
  await theirs.getByRole("button", { name: "Tôi đã hỏi thăm" }).click();
  await clerk.goto("/care");
  await expect(clerk.getByText(/đã hỏi thăm lúc/).first()).toBeVisible();
});
