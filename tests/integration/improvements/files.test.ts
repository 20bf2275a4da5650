import { beforeEach, describe, expect, it } from "vitest";
import { exportImprovements, exportProcedures, importProcedures, reportImprovement, reviewProcedure } from "#modules/improvements/public.server.ts";
import { reviewFields } from "#modules/improvements/schemas.ts";
import { csvText } from "#platform/csv/source.server.ts";
import { db } from "#platform/db.server.ts";
import { aProcedure, freshCompany, friction, MONDAY_TEN, NOTHING, onTrial, type TestCompany } from "./company.ts";
import { wholeText } from "#tests/support/whole-text.ts";

const wet = { dryRun: false };
const HEADER = "code,name_vi,name_en,department,owner_email,since,law,review_by,staff_minutes,staff_uses,staff_people,customer_minutes,customer_uses,customer_people";
let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});
const faultsOf = (report: { faults: readonly { line: number; column: string | null; code: string }[] }) => report.faults.map(({ line, column, code }) => `${line}:${column ?? ""}:${code}`);

describe("procedures by CSV", () => {
  const rows = `${HEADER}\nKY-HAI-BAN,Ký hai bản,Two copies,RETAIL,manager@demo.tam,01/03/2021,,31/01/2027,4,60,6,12,1,360\nSO-QUY,Sổ quỹ,Cash book,HRCX,,2019-01-01,"Luật Kế toán 2015, điều 16",2027-06-30,,,,,,\n`;

  it("are read by code, repeated without effect, and written so that they read back in", async () => {
    const hr = await company.by("hr");
    expect(await importProcedures(csvText(rows), hr, { dryRun: true })).toMatchObject({ ok: true, added: 2 });
    expect(await db.procedure.count()).toBe(0);
    expect(await importProcedures(csvText(rows), hr, wet)).toMatchObject({ ok: true, added: 2 });
    expect(await importProcedures(csvText(rows), hr, wet)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const row = await db.procedure.findUniqueOrThrow({ where: { code: "KY-HAI-BAN" } });
    expect(row).toMatchObject({ ownerId: company.people.manager.id, since: "2021-03-01", reviewBy: "2027-01-31", state: "in_force", burden: '{"staff":{"minutes":4,"uses":60,"people":6},"customer":{"minutes":12,"uses":1,"people":360}}' });
    await reviewProcedure(row.id, reviewFields.parse({ decision: "stop", note: "Thôi" }), await company.by("manager"));
    const written = await wholeText(await exportProcedures(await company.by("auditor")));
    expect(written.startsWith("\uFEFFcode,")).toBe(true);
    expect(await importProcedures(csvText(written), hr, wet)).toMatchObject({ ok: true, unchanged: 2 });
    expect((await db.procedure.findUniqueOrThrow({ where: { code: "KY-HAI-BAN" } })).state).toBe("stopped");
    expect(await db.auditEvent.count({ where: { type: "procedures.imported" } })).toBe(1);
  });

  it("name every bad cell and write nothing; are HR's to bring in", async () => {
    const bad = `${HEADER}\nA B,,Two,NOWHERE,nobody@demo.tam,31/02/2021,,,4,,6,x,1,1\n`;
    expect(faultsOf(await importProcedures(csvText(bad), await company.by("hr"), wet))).toEqual([
      "2:code:code_format", "2:name_vi:required", "2:department:unknown_department", "2:owner_email:unknown_person", "2:review_by:required", "2:since:date_format", "2:staff_uses:required", "2:customer_minutes:integer_range", "2:customer_minutes:required",
    ]);
    expect(await db.procedure.count()).toBe(0);
    for (const key of ["manager", "leader", "auditor"] as const) await expect(importProcedures(csvText(rows), await company.by(key), wet)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("improvements by CSV", () => {
  it("are written as far as one's reach goes, safe for spreadsheets", async () => {
    await aProcedure(company);
    await onTrial(company);
    await reportImprovement(friction({ what: "=cmd|' /C calc'!A0", procedure: "DOI-CO" }), NOTHING, await company.by("frontline3"));
    const all = await wholeText(await exportImprovements(await company.by("hr")));
    expect(all.split("\r\n").filter((line) => line.startsWith("I-2026-"))).toHaveLength(2);
    expect(all).toContain("'=cmd");
    expect(all).toContain("granted_at_once");
    const own = await wholeText(await exportImprovements(await company.by("frontline3")));
    expect(own.split("\r\n").filter((line) => line.startsWith("I-2026-"))).toHaveLength(1);
    expect(await wholeText(await exportImprovements({ actor: null, source: "command-line", now: MONDAY_TEN }))).toBe(all);
    await expect(exportImprovements(await company.by("admin"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
