import { addDays, localDay } from "#kernel/period.ts";
import { expect, test } from "./support/fixture.ts";

test("HR asks a shop, three people answer on the phone and without scripts, and nothing shows before closing nor from three answers after it", async ({ signedIn }) => {
  test.setTimeout(240_000);
  const today = localDay(new Date(), "Asia/Ho_Chi_Minh");
  const hr = await signedIn("hr", { expects: /422/ });
  await hr.goto("/pulses/new?kind=loyal");
  await hr.locator("#titleVi").fill("Hỏi nhanh Hàng Bông");
  await hr.locator("#titleEn").fill("Asking Hàng Bông");
  await hr.locator("#opensOn").fill(today);
  await hr.locator("#closesOn").fill(addDays(today, 5));
  await hr.locator("#remindOn").fill(addDays(today, 3));
  await hr.getByText("Hỏi ai").click();
  await hr.getByRole("checkbox", { name: /Hàng Bông/ }).check({ force: true });
  // A threshold is raised, never lowered; what was chosen stays.
  await hr.locator("#kScores").fill("4");
  await hr.getByRole("button", { name: "Lưu bản soạn" }).click();
  await expect(hr.getByText(/Ngưỡng ẩn danh ít nhất là 5/).first()).toBeVisible();
  await expect(hr.locator("#titleVi")).toHaveValue("Hỏi nhanh Hàng Bông");
  await hr.locator("#kScores").fill("5");
  await hr.getByRole("button", { name: "Lưu bản soạn" }).click();
  await expect(hr).toHaveURL(/\/pulses\/[0-9a-f-]{36}$/);
  const page = new URL(hr.url()).pathname;
  const id = page.split("/").at(-1) ?? "";
  await hr.goto(`${page}/preview`);
  await expect(hr.getByText(/Số liệu dưới đây là bịa ra/)).toBeVisible();
  await hr.goto(page);
  // what stands on the screen is what is launched, and not before it was read over
  await hr.locator("#titleEn").fill("Asking Hàng Bông once more");
  await hr.getByRole("button", { name: "Lưu và xem lại để phát động" }).click();
  await expect(hr.getByText("Asking Hàng Bông once more")).toBeVisible();
  await hr.getByRole("button", { name: /^Phát động cho \d+ người$/ }).click();
  await expect(hr.getByText(/Khi đang hỏi, không ai xem được gì/)).toBeVisible();

  for (const who of ["frontline", "supervisor", "manager"] as const) {
    const person = await signedIn(who, { javaScriptEnabled: who !== "frontline", expects: /422/ });
    await person.goto(`/pulse/${id}`);
    await expect(person.getByText(/Ẩn danh: không ai, kể cả quản trị hệ thống/)).toBeVisible();
    await person.locator("#w-LOYAL-WHERE-NOT").fill("Hẹn gọi lại mà quên.");
    if (who === "frontline") {
      for (const radio of await person.locator("input[type=radio]").all()) await radio.evaluate((field) => field.removeAttribute("required"));
      await person.getByRole("button", { name: "Gửi câu trả lời" }).click();
      await expect(person.getByRole("alert")).toContainText("Chọn một câu trả lời");
      await expect(person.locator("#w-LOYAL-WHERE-NOT")).toHaveValue("Hẹn gọi lại mà quên.");
    }
    await person.locator("#q-LOYAL-3").check({ force: true });
    await person.locator("#q-LOYAL-PROMISES-3").check({ force: true });
    await person.locator("#q-LOYAL-AFTER-5").check({ force: true });
    await person.locator("#q-RECOMMEND-9").check({ force: true });
    await person.getByRole("button", { name: "Gửi câu trả lời" }).click();
    await expect(person.getByText("Bạn đã trả lời")).toBeVisible();
  }

  await hr.goto(`${page}/results`);
  await expect(hr.getByText("Đang hỏi, chưa ai xem được gì.").first()).toBeVisible();
  await hr.goto(page);
  await hr.getByRole("button", { name: "Đóng ngay" }).click();
  await hr.getByRole("alertdialog").getByRole("button", { name: "Đóng ngay" }).click();
  await expect(hr).toHaveURL(/\/results$/);
  await expect(hr.getByText("không hiện, để giữ ẩn danh").first()).toBeVisible();
  await expect(hr.getByText(/đồng tình$/)).toHaveCount(0);
  await expect(hr.getByText("Hẹn gọi lại mà quên.")).toHaveCount(0);
});

test("HR asks around a leader; five colleagues, the manager and the person answer on the phone, and it is read by those alone who may", async ({ signedIn }) => {
  test.setTimeout(300_000);
  const today = localDay(new Date(), "Asia/Ho_Chi_Minh");
  const hr = await signedIn("hr");
  await hr.goto("/pulses/new?kind=circle");
  await hr.locator("#titleVi").fill("Góp ý quý này");
  await hr.locator("#titleEn").fill("Words this quarter");
  await hr.locator("#opensOn").fill(today);
  await hr.getByRole("checkbox", { name: /Trần Thị Thu Hà/ }).check({ force: true });
  await hr.getByRole("button", { name: "Lưu bản soạn" }).click();
  await expect(hr).toHaveURL(/\/pulses$/);
  await hr.getByRole("listitem").filter({ hasText: "Góp ý quý này: Trần Thị Thu Hà" }).getByRole("link", { name: "Xem bản soạn" }).click();
  await expect(hr.getByText("6 người").first()).toBeVisible();
  const page = new URL(hr.url()).pathname;
  const id = page.split("/").at(-1) ?? "";
  await hr.getByRole("button", { name: "Lưu và xem lại để phát động" }).click();
  await hr.getByRole("button", { name: /^Phát động cho \d+ người$/ }).click();
  await expect(hr.getByText(/Khi đang hỏi, không ai xem được gì/)).toBeVisible();

  const asked = [
    ["frontline", /câu trả lời không gắn tên/],
    ["yennhi.dinh@demo.tam", /câu trả lời không gắn tên/],
    ["minhtuan.nguyen@demo.tam", /câu trả lời không gắn tên/],
    ["bichloan.hoang@demo.tam", /câu trả lời không gắn tên/],
    ["anhthu.trinh@demo.tam", /câu trả lời không gắn tên/],
    ["manager", /Không ẩn danh: cấp trên trực tiếp chỉ có một người/],
    ["supervisor", /Không ẩn danh: đây là phần/],
  ] as const;
  for (const [who, promise] of asked) {
    const person = await signedIn(who);
    await person.goto(`/pulse/${id}`);
    await expect(person.getByText(promise)).toBeVisible();
    const names = new Set(await person.locator("main input[type=radio]").evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).name)));
    expect(names.size).toBe(5);
    for (const name of names) await person.locator(`main input[name="${name}"][value="${who === "supervisor" ? 2 : 5}"]`).check({ force: true });
    await person.locator("main textarea").fill(`Tối thứ Bảy ghé quầy một lần (${who.split("@")[0]}).`);
    await person.getByRole("button", { name: "Gửi câu trả lời" }).click();
    await expect(person.getByText("Bạn đã trả lời")).toBeVisible();
    await person.context().close();
  }
  await hr.goto(page);
  await hr.getByRole("button", { name: "Đóng ngay" }).click();
  await hr.getByRole("alertdialog").getByRole("button", { name: "Đóng ngay" }).click();
  await expect(hr).toHaveURL(/\/results$/);

  const self = await signedIn("supervisor");
  await self.goto("/notifications");
  await self.getByRole("link", { name: "Đã có kết quả khảo sát nhanh “Góp ý quý này: Trần Thị Thu Hà”." }).click();
  const listens = self.locator("section").filter({ hasText: "Người này nghe hết rồi mới trả lời." });
  await expect(listens.getByText("100% đồng tình", { exact: true }).first()).toBeVisible();
  // how others see them stands beside how they see themselves
  await expect(listens.getByText("Tự nhìn lại")).toBeVisible();
  await expect(listens.getByText("Không đồng tình", { exact: true })).toBeVisible();
  await expect(self.getByText(/Tối thứ Bảy ghé quầy một lần/)).toHaveCount(5);
  for (const [who, status] of [["manager", 200], ["frontline", 404], ["admin", 404], ["anhthu.trinh@demo.tam", 404]] as const) {
    const reader = await signedIn(who, { expects: /404/ });
    expect((await reader.goto(`${page}/results`))?.status(), who).toBe(status);
    await reader.context().close();
  }
});
