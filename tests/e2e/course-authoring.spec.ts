import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/fixture.ts";

const CODE = "TRIAL-CALM";
const WORDS = { vi: "Nghe khách nói hết rồi mới hỏi", en: "Hear them out before asking" };

/** Presses a button that sends, and waits until the server has had it. */
async function press(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForResponse((response) => response.request().method() === "POST"), button.click()]);
}

/** Writes something into every text of the form that is still empty, in both languages, and saves it. */
async function fillAndSave(page: Page, but: RegExp = /^$/): Promise<void> {
  const form = page.locator("form:has(input[name=mark])").filter({ has: page.getByRole("button", { name: "Lưu", exact: true }) }).last();
  await expect(form).toBeVisible();
  for (const field of await form.locator("input[type=text], textarea").all()) {
    const name = (await field.getAttribute("name")) ?? "";
    if (/\.(vi|en)$/.test(name) && !but.test(name) && (await field.isVisible()) && (await field.inputValue()) === "") await field.fill(name.endsWith(".vi") ? WORDS.vi : WORDS.en);
  }
  await press(page, form.getByRole("button", { name: "Lưu", exact: true }));
}

test("HR writes a course with a scenario, is told what is wrong with it, mends it and puts it into use; a clerk learns it", async ({ signedIn }) => {
  test.slow();
  const page = await signedIn("hr");
  await page.goto("/courses/new");
  const blank = page.locator("form:has(input[value=blank])");
  await blank.locator("[name='title.vi']").fill("Đứng lại cùng khách");
  await blank.locator("[name='title.en']").fill("Staying with the customer");
  await blank.locator("[name=ref]").fill(CODE);
  await blank.locator("[name=skill]").selectOption({ index: 1 });
  await blank.getByRole("button", { name: "Tạo bản nháp" }).click();
  await expect(page).toHaveURL(new RegExp(`/courses/${CODE}/edit`));
  await fillAndSave(page);

  for (const kind of ["read", "scenario"]) {
    await page.goto(`/courses/${CODE}/edit`);
    await page.locator("#kind").selectOption(kind);
    await press(page, page.getByRole("button", { name: "Thêm bài", exact: true }));
  }
  for (const [lesson, nodes] of [["l1", []], ["l2", ["t1", "e1"]]] as const) {
    await page.goto(`/courses/${CODE}/edit/${lesson}`);
    await fillAndSave(page);
    for (const node of nodes) {
      await page.goto(`/courses/${CODE}/edit/l2/${node}`);
      await fillAndSave(page, /feedback/);
    }
  }

  await page.goto(`/courses/${CODE}/edit`);
  await expect(page.getByText("chưa giải thích vì sao").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Đưa bản số 1 vào dùng" })).toBeDisabled();
  await page.goto(`/courses/${CODE}/edit/l2/t1`);
  await fillAndSave(page);
  await page.goto(`/courses/${CODE}/edit`);
  await expect(page.getByText("chưa giải thích vì sao")).toHaveCount(0);
  await page.getByRole("button", { name: "Đưa bản số 1 vào dùng" }).click();
  await expect(page).toHaveURL(new RegExp(`/courses/${CODE}$`));

  const clerk = await signedIn("frontline");
  await clerk.goto(`/learn/${CODE}`);
  await clerk.getByRole("button", { name: "Bắt đầu học" }).click();
  await expect(clerk.getByText(WORDS.vi).first()).toBeVisible();
});
