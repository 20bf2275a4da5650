import { beforeAll, expect, it } from "vitest";
import { doToMonth } from "#composition/leading.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { translator } from "#i18n/translator.ts";
import { leadingPage } from "#modules/reviews/public.server.ts";
import { db } from "#platform/db.server.ts";
import { actorOf } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

let company: SmallCompany;

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  company = await seedSmallCompany(new Date());
});

it("one month becomes one operational change, however often it is pressed", async () => {
  const { supervisor } = company.people;
  const press = async (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return doToMonth(await actorOf(supervisor), supervisor.id, form, { t: translator("vi"), locale: "vi" });
  };
  const month = (await leadingPage(await actorOf(supervisor), supervisor.id, null, new Date(), async () => null))?.month ?? "";
  await press({ intent: "words", month, words: "Tôi đã chậm ba lần", loyal: "Chưa: khách chờ sửa áo mười ngày" });
  expect([await press({ intent: "change", month }), await press({ intent: "change", month })]).toEqual(["words.changed", "words.changed"]);
  expect(await db.improvement.count()).toBe(1);
  expect(await db.threadLink.count({ where: { fromKind: "improvement", toKind: "leading_month", relation: "caused_by" } })).toBe(1);
});
