import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { addFeedback } from "#modules/listening/add-feedback.server.ts";
import { NO_RATINGS } from "#modules/listening/domain/scales.ts";
import { exportFeedback } from "#modules/listening/export-feedback.server.ts";
import { importFeedback } from "#modules/listening/import-feedback.server.ts";
import { saveSurvey } from "#modules/listening/save-survey.server.ts";
import { freshSurvey } from "#modules/listening/usual-touchpoints.ts";
import { csvText } from "#platform/csv/source.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { wholeText } from "#tests/support/whole-text.ts";

const now = new Date("2026-11-22T03:00:00Z");
const ZONE = { timeZone: "Asia/Ho_Chi_Minh" };
const HEADER = "source_id,received_at,channel,touchpoint,customer_ref,language,rating,rating_scale,text";
let company: SmallCompany;

beforeEach(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(now);
  await saveSurvey(freshSurvey("counter"), await askedBy(company.people.hr, now), { isNew: true });
});

const read = (rows: string, dryRun = false) => importFeedback(csvText(`${HEADER}\n${rows}\n`), ZONE, askedByOperator(now), { dryRun });
const ROWS = 'Z-1,22/11/2026,zalo,counter,C-1001,vi,4,5,"Giao trễ, nhưng xin lỗi đàng hoàng"\nZ-2,2026-11-21T10:00:00Z,email,,,en,9,nps,Great\nZ-3,2026-11-20,,,,,no,understood,\nZ-4,2026-11-20,,,,vi,,,"=HYPERLINK(""x"")"';

describe("what customers said, by CSV", () => {
  it("is added once per source number, changed by its number, and repeated without effect", async () => {
    expect(await read(ROWS, true)).toMatchObject({ ok: true, added: 4 });
    expect(await db.feedback.count()).toBe(0);
    expect(await read(ROWS)).toMatchObject({ ok: true, added: 4 });
    expect(await read(ROWS)).toMatchObject({ ok: true, added: 0, changed: 0, unchanged: 4 });
    expect(await db.feedback.findFirstOrThrow({ where: { sourceId: "Z-1" } })).toMatchObject({ source: "import", receivedAt: new Date("2026-11-21T17:00:00Z"), csat: 4, csatPoints: 5, tone: "high", customerId: company.customers.standard.id, touchpointCode: "counter" });
    expect(await read("Z-2,2026-11-21T10:00:00Z,email,,,en,3,nps,Great")).toMatchObject({ changed: 1 });
    expect(await db.feedback.findFirstOrThrow({ where: { sourceId: "Z-2" } })).toMatchObject({ nps: 3, tone: "low" });
    expect(await db.auditEvent.count({ where: { type: "feedback.imported" } })).toBe(2);
  });

  it("names every fault with its line and column, and then saves nothing", async () => {
    const report = await read("A,,,,,,,,x\nB,2026-11-20,,nowhere,C-0,vi,,,x\nC,2026-11-20,,,,vi,11,nps,\nD,2026-11-20,,,,vi,3,8,\nE,2026-11-20,,,,english,,,\nZ,2026-11-20,,,,vi,,,x\nZ,2026-11-20,,,,vi,,,y");
    expect(report.ok).toBe(false);
    expect(report.faults.map(({ line, column, code }) => `${line}:${column ?? ""}:${code}`)).toEqual(["2:received_at:required", "4:rating:rating_value", "5:rating_scale:rating_scale", "6:language:language_format", "6:text:feedback_empty", "8:source_id:csv_repeated_row"]);
    const places = await read("B,2026-11-20,,nowhere,C-0,vi,,,x");
    expect(places.faults.map(({ column, code }) => `${column ?? ""}:${code}`)).toEqual(["touchpoint:unknown_touchpoint", "customer_ref:unknown_customer"]);
    expect(await db.feedback.count()).toBe(0);
  });

  it("reads back in without effect, formulas guarded, and a survey's answer is not changed by a file", async () => {
    await read(ROWS);
    const asked = await askedBy(company.people.frontline, now);
    const { id } = await addFeedback({ source: null, sourceId: null, receivedAt: null, channel: "store", touchpoint: null, customerRef: null, language: null, ratings: NO_RATINGS, hasRating: false, text: "Dễ thương", felt: null, unsaid: null }, asked);
    const file = await wholeText(await exportFeedback(askedByOperator(now)));
    expect(file).toContain("'=HYPERLINK");
    expect(await importFeedback(csvText(file), ZONE, askedByOperator(now), { dryRun: false })).toMatchObject({ ok: true, added: 0, changed: 0, unchanged: 5 });
    const changed = await read(`${id},2026-11-22T03:00:00Z,store,,,vi,,,Khác`);
    expect(changed.faults).toMatchObject([{ column: "source_id", code: "feedback_fixed" }]);
  });

  it("is read in by HR, and exported within one's reach", async () => {
    await read(ROWS);
    await expect(importFeedback(csvText(HEADER), ZONE, await askedBy(company.people.manager, now), { dryRun: false })).rejects.toMatchObject({ code: "forbidden" });
    expect((await wholeText(await exportFeedback(await askedBy(company.people.frontline, now)))).trim().split("\r\n")).toHaveLength(1);
    await expect(exportFeedback(await askedBy(company.people.admin, now))).rejects.toMatchObject({ code: "forbidden" });
  });
});
