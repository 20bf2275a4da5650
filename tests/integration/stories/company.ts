import { seedSmallCompany, type SeededPerson, type SmallCompany } from "#db/seed/builders.ts";
import { installMessages } from "#composition/messages.server.ts";
import { saveValue } from "#modules/people/public.server.ts";
import { tellStory } from "#modules/stories/tell-story.server.ts";
import type { StoryFields } from "#modules/stories/schemas.ts";
import { askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

/** Thursday 26 November 2026, 10:00 in Hà Nội. */
export const now = new Date("2026-11-26T03:00:00Z");
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** A fresh small company with one value. */
export async function storyCompany(): Promise<SmallCompany> {
  installMessages();
  await useTestDatabase();
  const company = await seedSmallCompany(now);
  const value = {
    code: "LISTEN", nameVi: "Lắng nghe", nameEn: "Listening", meaningVi: "Nghe hết rồi mới trả lời", meaningEn: "Hear it out before answering",
    behaviours: [{ vi: "Nghe hết lời khách", en: "Hears the customer out" }], position: 1, active: true,
  };
  await saveValue(value, await askedBy(company.people.hr, now));
  return company;
}

export const fields = (more: Partial<StoryFields> = {}): StoryFields => ({
  title: "Chiếc áo của mẹ",
  happened: "Một cô đứng tuổi mang trả chiếc áo mua tặng mẹ, tay giữ hộp quà rất lâu.",
  felt: "Cô ngập ngừng và buồn.",
  unsaid: "Mẹ cô vừa mất tuần trước.",
  did: "Đóng cửa quầy thử, mời cô ngồi, nghe cô kể, rồi hoàn tiền và gửi lại chiếc hộp.",
  changed: "Cả ca thống nhất không hỏi lý do trước khi hỏi thăm.",
  value: "LISTEN",
  language: "vi",
  touchpoint: "Quầy đổi trả",
  visibility: "company",
  consent: false,
  keptReason: null,
  source: null,
  ...more,
});

/** Somebody tells a story; answers its id. */
export async function tell(person: SeededPerson, more: Partial<StoryFields> = {}, options: { readonly draft?: boolean; readonly at?: Date } = {}): Promise<string> {
  return (await tellStory(fields(more), await askedBy(person, options.at ?? now), { known: true, customers: [] }, { draft: options.draft ?? false })).id;
}
