import { type Role, expect, readIn, test } from "./support/fixture.ts";
import { PAGES, open } from "./support/places.ts";
import { hardCoded } from "./support/said.ts";

test.describe.configure({ mode: "parallel" });

for (const [role, places] of Object.entries(PAGES) as [Role, readonly string[]][]) {
  test(`every word on ${role}'s pages comes from the messages or from data`, async ({ signedIn }) => {
    test.setTimeout(300_000);
    const page = await signedIn(role);
    await readIn(page, "xx");
    const found: string[] = [];
    for (const place of places) {
      await open(page, place);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      found.push(...(await hardCoded(page)).map((text) => `${place} ${text}`));
    }
    expect(found).toEqual([]);
  });
}

test("a word written into a page by hand is found", async ({ signedIn }) => {
  const page = await signedIn("frontline");
  await readIn(page, "xx");
  await page.goto("/decisions", { waitUntil: "networkidle" });
  expect(await hardCoded(page)).toEqual([]);
  await page.evaluate(() => {
    const line = document.createElement("p");
    line.textContent = "Written by hand";
    line.title = "Viết tay";
    document.querySelector("main")?.append(line);
  });
  expect(await hardCoded(page)).toEqual(["P title: Viết tay", "P: Written by hand"]);
});
