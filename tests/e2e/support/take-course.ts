import type { Page } from "@playwright/test";
import type { CourseContent } from "#modules/learning/domain/content.ts";
import { expect } from "./fixture.ts";

/** What is told of a practice. */
export const TOLD = { said: "Chị bảo áo giặt một lần đã xù.", felt: "Tiếc tiền, hơi ngượng.", unsaid: "Con chị cần áo cho ngày mai." };

const place = (page: Page) => page.locator("main h2[tabindex='-1']");

/** Plays the scenario of the page to its end with the keyboard alone: the first choice of each turn. */
async function playByKeyboard(page: Page): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) {
    const choice = page.locator("button[name=choice]").first();
    if ((await choice.count()) === 0) break;
    const before = await place(page).textContent();
    await choice.focus();
    await page.keyboard.press("Enter");
    await expect(place(page)).not.toHaveText(before ?? "");
    await expect(place(page)).toBeFocused();
  }
  await expect(page.getByRole("heading", { name: "Điều khách chưa nói ra" })).toBeVisible();
}

/** Answers every question of a quiz rightly, not quite sure. */
async function answerAll(page: Page, course: CourseContent): Promise<void> {
  const right = new Map(course.lessons.flatMap((lesson) => (lesson.kind === "quiz" ? lesson.questions.map(({ question, options }) => [question.vi, options.find((option) => option.right)?.code ?? ""] as const) : [])));
  for (let question = 0; question < 30; question += 1) {
    if ((await page.locator("input[name=confidence]").count()) === 0) break;
    const before = await place(page).textContent();
    const asked = await page.locator("main h2[tabindex='-1'] + p").textContent();
    await page.locator(`input[name=choice][value="${right.get(asked ?? "") ?? ""}"]`).check({ force: true });
    await page.locator("input[name=confidence][value=think]").check({ force: true });
    await page.getByRole("button", { name: "Trả lời", exact: true }).click();
    await expect(place(page)).not.toHaveText(before ?? "");
  }
  await expect(page.getByRole("heading", { name: /^Đúng \d+\/\d+ câu$/ })).toBeVisible();
}

/** Does the lesson of the page, whatever its kind. */
async function takeLesson(page: Page, course: CourseContent): Promise<void> {
  await page.locator("button[name=choice], input[name=confidence], #said, #text").or(page.getByRole("button", { name: /^Đọc xong/ })).first().waitFor();
  if ((await page.locator("button[name=choice]").count()) > 0) await playByKeyboard(page);
  else if ((await page.locator("input[name=confidence]").count()) > 0) await answerAll(page, course);
  else if ((await page.locator("#said").count()) > 0) {
    for (const [field, text] of Object.entries(TOLD)) await page.locator(`#${field}`).fill(text);
    await page.getByRole("button", { name: "Gửi lời kể" }).click();
    await expect(page.getByText("Chờ người quan sát").first()).toBeVisible();
  } else if ((await page.locator("#text").count()) > 0) {
    await page.locator("#text").fill("Tuần này thử đếm đến ba.");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
  } else await page.getByRole("button", { name: /^Đọc xong/ }).click();
  await page.waitForLoadState("networkidle");
}

/** Begins a course on its page, or goes on with it, and does all that is left of it. */
export async function takeCourse(page: Page, course: CourseContent): Promise<void> {
  await page.goto(`/learn/${course.code}`);
  const begin = page.getByRole("button", { name: /Bắt đầu học|Học lại từ đầu/ });
  if ((await begin.count()) > 0) {
    await begin.click();
    await page.waitForURL(/\/learn\/[^/]+\/./);
  }
  for (let lesson = 0; lesson < 10; lesson += 1) {
    await page.goto(`/learn/${course.code}`);
    const resume = page.getByRole("link", { name: "Học tiếp", exact: true });
    if ((await resume.count()) === 0) return;
    await resume.click();
    await page.waitForURL(/\/learn\/[^/]+\/./);
    await takeLesson(page, course);
  }
}
