import type { Page } from "@playwright/test";
import { deepListening } from "#modules/learning/library/deep-listening/course.ts";
import { expect, test } from "./support/fixture.ts";

/** Plays the scenario of the page to its end with the keyboard alone: the first choice of each turn. */
async function playByKeyboard(page: Page): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) {
    const choice = page.locator("button[name=choice]").first();
    if ((await choice.count()) === 0) break;
    const place = page.locator("main h2[tabindex='-1']");
    const before = await place.textContent();
    await choice.focus();
    await page.keyboard.press("Enter");
    await expect(place).not.toHaveText(before ?? "");
    await expect(place).toBeFocused();
  }
  await expect(page.getByRole("heading", { name: "Điều khách chưa nói ra" })).toBeVisible();
}

const RIGHT = new Map(deepListening.lessons.flatMap((lesson) => (lesson.kind === "quiz" ? lesson.questions.map(({ question, options }) => [question.vi, options.find(({ right }) => right)?.code ?? ""] as const) : [])));

/** Answers every question of a quiz rightly, not quite sure. */
async function answerAll(page: Page): Promise<void> {
  for (let question = 0; question < 30; question += 1) {
    if ((await page.locator("input[name=confidence]").count()) === 0) break;
    const place = page.locator("main h2[tabindex='-1']");
    const before = await place.textContent();
    const asked = await page.locator("main h2[tabindex='-1'] + p").textContent();
    await page.locator(`input[name=choice][value="${RIGHT.get(asked ?? "") ?? ""}"]`).check({ force: true });
    await page.locator("input[name=confidence][value=think]").check({ force: true });
    await page.getByRole("button", { name: "Trả lời", exact: true }).click();
    await expect(place).not.toHaveText(before ?? "");
  }
  await expect(page.getByRole("heading", { name: /^Đúng \d+\/\d+ câu$/ })).toBeVisible();
}

test("a clerk opens the next step, plays a scenario by keyboard, finishes a quiz and tells of practice; a supervisor signs it off", async ({ signedIn }) => {
  test.slow();
  const page = await signedIn("frontline");
  await page.goto("/learn");
  await expect(page.getByRole("heading", { name: "Bước tiếp theo của tôi" })).toBeVisible();
  await page.goto("/learn/DEEP-LISTENING");
  const begin = page.getByRole("button", { name: /Bắt đầu học|Học lại từ đầu/ });
  if ((await begin.count()) > 0) await begin.click();
  for (let lesson = 0; lesson < 10; lesson += 1) {
    await page.goto("/learn/DEEP-LISTENING");
    const resume = page.getByRole("link", { name: "Học tiếp", exact: true });
    if ((await resume.count()) === 0) break;
    await resume.click();
    await page.waitForURL(/\/learn\/DEEP-LISTENING\/./);
    await page.locator("button[name=choice], input[name=confidence], #said, #text").or(page.getByRole("button", { name: /^Đọc xong/ })).first().waitFor();
    if ((await page.locator("button[name=choice]").count()) > 0) await playByKeyboard(page);
    else if ((await page.locator("input[name=confidence]").count()) > 0) await answerAll(page);
    else if ((await page.locator("#said").count()) > 0) {
      await page.locator("#said").fill("Chị bảo áo giặt một lần đã xù.");
      await page.locator("#felt").fill("Tiếc tiền, hơi ngượng.");
      await page.locator("#unsaid").fill("Con chị cần áo cho ngày mai.");
      await page.getByRole("button", { name: "Gửi lời kể" }).click();
      await expect(page.getByText("Chờ người quan sát").first()).toBeVisible();
    } else if ((await page.locator("#text").count()) > 0) {
      await page.locator("#text").fill("Tuần này thử đếm đến ba.");
      await page.getByRole("button", { name: "Lưu", exact: true }).click();
    } else await page.getByRole("button", { name: /^Đọc xong/ }).click();
    await page.waitForLoadState("networkidle");
  }
  await page.goto("/learn/DEEP-LISTENING");
  const told = page.getByText("thực hành với khách").first();
  await expect(told).toBeVisible();

  const supervisor = await signedIn("supervisor");
  await supervisor.goto("/learn/practice");
  await supervisor.getByRole("link", { name: /Phạm Thảo Vy/ }).first().click();
  await expect(supervisor.getByText("Con chị cần áo cho ngày mai.")).toBeVisible();
  await supervisor.locator("input[name=seen]").first().check({ force: true });
  await supervisor.locator("#words").fill("Nghe hết rồi mới hỏi, khách dịu lại.");
  await supervisor.locator("input[name=verdict][value=signed_off]").check({ force: true });
  await supervisor.getByRole("button", { name: "Gửi", exact: true }).click();
  await expect(supervisor).toHaveURL(/\/learn\/practice$/);

  await page.goto("/learn/practice");
  await page.goto("/learn");
  await expect(page.getByText("Đã được xác nhận đạt").first()).toBeVisible();
});

test("a lesson is read, played and answered without scripts", async ({ signedIn }) => {
  const page = await signedIn("manager", { javaScriptEnabled: false });
  await page.goto("/learn/PERSON-FIRST");
  await page.getByRole("button", { name: "Bắt đầu học" }).click();
  await expect(page.getByRole("button", { name: /^Đọc xong/ }).or(page.locator("button[name=choice]").first())).toBeVisible();
});
