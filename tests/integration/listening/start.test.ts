import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { addFeedback } from "#modules/listening/add-feedback.server.ts";
import { NO_RATINGS } from "#modules/listening/domain/scales.ts";
import { startCard, startView } from "#modules/listening/queries-start.server.ts";
import { posterOf } from "#modules/listening/queries-surveys.server.ts";
import { choosePainPoint, listenAt, solvePainPoint, takeFirstStep } from "#modules/listening/start.server.ts";
import { freshSurvey } from "#modules/listening/usual-touchpoints.ts";
import type { FeedbackFields } from "#modules/listening/schemas.ts";
import { db } from "#platform/db.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T03:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const STEP = { step: "Thêm một quầy giờ trưa", dueDay: "2026-11-29" };
const COUNTER = { known: null, fresh: freshSurvey("counter"), siteCode: "HN-01" };
let company: SmallCompany;

beforeEach(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(now);
});

async function begun(): Promise<string> {
  const admin = await askedBy(company.people.admin, now);
  const { id } = await choosePainPoint("Khách phải chờ lâu ở quầy thu ngân", admin);
  await listenAt(id, COUNTER, admin);
  await takeFirstStep(id, { ...STEP, ownerId: company.people.manager.id }, admin);
  return id;
}

const heard = (more: Partial<FeedbackFields>): FeedbackFields => ({
  ...{ source: null, sourceId: null, receivedAt: null, channel: null, touchpoint: "counter", customerRef: null, language: "vi" },
  ...{ ratings: NO_RATINGS, hasRating: false, text: null, felt: null, unsaid: null },
  ...more,
});

describe("starting small", () => {
  it("goes from an empty installation to a code on the counter and a first step, and keeps how far it came", async () => {
    const admin = await askedBy(company.people.admin, now);
    const actor = await actorOf(company.people.admin);
    expect(await startCard(actor, days(1))).toBe("fresh");
    expect(await startCard(actor, days(91))).toBe(null);
    const { id } = await choosePainPoint("Chờ lâu", admin);
    expect(await choosePainPoint("Khách phải chờ lâu ở quầy", admin)).toEqual({ id });
    expect(await startCard(actor, days(91))).toBe("begun");
    await expect(takeFirstStep(id, { ...STEP, ownerId: company.people.manager.id }, admin)).rejects.toMatchObject({ code: "state_changed" });
    const { linkId } = await listenAt(id, COUNTER, admin);
    expect((await listenAt(id, { ...COUNTER, known: "counter", fresh: null }, admin)).linkId).toBe(linkId);
    expect(await posterOf("counter", null)).toMatchObject({ organisation: "Cửa hàng nhỏ", questions: ["understood"], site: { code: "HN-01" } });
    await expect(takeFirstStep(id, { ...STEP, ownerId: "nobody" }, admin)).rejects.toMatchObject({ errors: [{ path: "ownerId", code: "unknown_person" }] });
    await takeFirstStep(id, { ...STEP, ownerId: company.people.manager.id }, admin);
    expect(await startCard(actor, days(1))).toBe(null);
    expect(await startView(actor, days(1))).toMatchObject({ words: "Khách phải chờ lâu ở quầy", ready: true, owner: { name: "Phạm Quốc Huy" }, dueDay: "2026-11-29", heard: 0, solved: null });
    expect(await db.auditEvent.count({ where: { subjectKind: "pain-point" } })).toBe(5);
  });

  it("is for HR, leaders and administrators", async () => {
    for (const key of ["frontline", "manager", "auditor"] as const) await expect(choosePainPoint("x", await askedBy(company.people[key], now))).rejects.toMatchObject({ code: "forbidden" });
    expect(await startCard(await actorOf(company.people.manager), now)).toBe(null);
    await expect(listenAt("none", COUNTER, await askedBy(company.people.hr, now))).rejects.toMatchObject({ code: "not_found" });
  });

  it("watches a solved pain point for its return, and shows words only to those who may read them", async () => {
    const id = await begun();
    const hr = await askedBy(company.people.hr, days(10));
    const clerk = await askedBy(company.people.frontline, days(12));
    await addFeedback(heard({ text: "Quầy thu ngân chờ lâu quá", receivedAt: days(5) }), clerk);
    await solvePainPoint(id, "Luôn có hai quầy từ 11 đến 13 giờ", hr);
    await expect(solvePainPoint(id, "again", hr)).rejects.toMatchObject({ code: "state_changed" });
    await addFeedback(heard({ ratings: { ...NO_RATINGS, understood: "no" }, hasRating: true, receivedAt: days(11) }), clerk);
    await addFeedback(heard({ text: "Lại chờ lâu ở quầy thu ngân", receivedAt: days(12) }), clerk);
    expect((await startView(await actorOf(company.people.hr), days(13)))?.watch).toMatchObject({ low: 1, n: 1, named: 1, over: false, quotes: [{ said: "Lại chờ lâu ở quầy thu ngân" }] });
    expect((await startView(await actorOf(company.people.admin), days(101)))?.watch).toMatchObject({ named: 1, over: true, quotes: [] });
    expect((await choosePainPoint("Điều tiếp theo", hr)).id).not.toBe(id);
  });
});
