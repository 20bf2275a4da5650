import { expect, test } from "./support/fixture.ts";

const WORDS = "Sáng nay bạn nghe khách kể hết rồi mới hỏi, nhờ vậy khách yên tâm ra về.";

test("a colleague is thanked without scripts: what was typed stays after an error, then it reaches the feed", async ({ signedIn }) => {
  const page = await signedIn("frontline", { javaScriptEnabled: false, expects: /422/ });
  await page.goto("/recognition/new");
  await page.locator("#message").fill(WORDS);
  await page.getByRole("button", { name: "Gửi lời ghi nhận" }).click();
  await expect(page.getByRole("alert")).toContainText("Cần điền mục này");
  await expect(page.locator("#message")).toHaveValue(WORDS);
  await page.getByRole("checkbox", { name: "Trần Thị Thu Hà", exact: true }).check({ force: true });
  await page.getByText("Nghe cho hết").first().click();
  await page.getByRole("radio", { name: "Để khách kể hết rồi mới hỏi" }).check({ force: true });
  await page.getByRole("button", { name: "Gửi lời ghi nhận" }).click();
  await expect(page).toHaveURL(/\/recognition\/[0-9a-f-]{36}$/);
  await page.goto("/recognition");
  await expect(page.getByText(WORDS).first()).toBeVisible();
});

test("the hint beside the words follows the typing; a colleague says me too and comments", async ({ signedIn }) => {
  const giver = await signedIn("manager");
  await giver.goto("/recognition/new");
  await expect(giver.getByText("(còn thiếu)")).toHaveCount(3);
  await giver.locator("#message").fill(WORDS);
  await expect(giver.getByText("(đã có)")).toHaveCount(3);
  await giver.getByRole("checkbox", { name: "Trần Thị Thu Hà", exact: true }).check({ force: true });
  await giver.getByText("Nghe cho hết").first().click();
  await giver.getByRole("radio", { name: "Để khách kể hết rồi mới hỏi" }).check({ force: true });
  await giver.getByRole("button", { name: "Gửi lời ghi nhận" }).click();
  await expect(giver).toHaveURL(/\/recognition\/[0-9a-f-]{36}$/);
  const reader = await signedIn("frontline");
  await reader.goto(new URL(giver.url()).pathname);
  await reader.getByRole("button", { name: "Ấm lòng" }).click();
  await expect(reader.getByRole("button", { name: "Ấm lòng 1" })).toHaveAttribute("aria-pressed", "true");
  await reader.getByRole("button", { name: "Tôi cũng cảm ơn" }).click();
  await expect(reader.getByRole("button", { name: "Tôi cũng cảm ơn" })).toHaveCount(0);
  await reader.locator("#text").fill("Em cũng học theo cách này.");
  await reader.getByRole("button", { name: "Gửi lời bình" }).click();
  await expect(reader.getByText("Em cũng học theo cách này.")).toBeVisible();
});
