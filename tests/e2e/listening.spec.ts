import { expect, test } from "./support/fixture.ts";

test("a clerk asks the customer of a decision, the customer taps once and adds a word, and the answer stands with the decision", async ({ signedIn, visit }) => {
  // A customer asked about another case of late is not asked again: the next decision is tried.
  const clerk = await signedIn("frontline", { expects: /409/ });
  await clerk.goto("/decisions?state=granted");
  const decisions = await clerk.locator('main a[href^="/decisions/0"]').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  let asked = false;
  for (const decision of decisions) {
    await clerk.goto(decision);
    const ask = clerk.getByRole("link", { name: "Hỏi khách", exact: true });
    if ((await ask.count()) === 0) continue;
    await ask.click();
    await clerk.getByRole("button", { name: "Tạo câu hỏi cho khách" }).click();
    const open = clerk.getByRole("link", { name: /Mở ngay trên máy này/ });
    await expect(open.or(clerk.getByRole("alert"))).toBeVisible();
    if ((await open.count()) === 0) continue;
    const path = (await open.getAttribute("href")) ?? "";
    const customer = await visit({ locale: "vi-VN" });
    await customer.goto(path);
    await customer.getByRole("button", { name: "Một phần" }).click();
    await expect(customer.getByRole("heading", { name: "Cảm ơn anh/chị" })).toBeVisible();
    await customer.locator("#said").fill("Giá mà khỏi phải chờ");
    await customer.getByRole("button", { name: "Gửi thêm" }).click();
    await expect(customer.getByText("Đã nhận thêm lời của anh/chị.")).toBeVisible();
    await clerk.goto(decision);
    await expect(clerk.getByText("Giá mà khỏi phải chờ").first()).toBeVisible();
    await expect(clerk.getByText("Thấu hiểu một phần").first()).toBeVisible();
    asked = true;
    break;
  }
  expect(asked, "no decision whose customer may be asked now").toBe(true);
});

test("a survey is answered without scripts", async ({ signedIn, visit }) => {
  const hr = await signedIn("hr");
  await hr.goto("/listening/surveys/FITTING-ROOM/poster");
  const address = (await hr.locator(".poster").innerText()).match(/\/s\/[A-Za-z0-9_-]{43}/)?.[0] ?? "";
  const customer = await visit({ javaScriptEnabled: false, locale: "en-GB" });
  await customer.goto(address);
  await customer.getByRole("button", { name: "Yes" }).click();
  await expect(customer.getByRole("heading", { name: "Thank you" })).toBeVisible();
  await customer.getByRole("button", { name: "Tiếng Việt" }).click();
  await expect(customer.getByText("Anh/chị có thấy được thấu hiểu không?")).toBeVisible();
});
