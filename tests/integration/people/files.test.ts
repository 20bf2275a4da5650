import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { exportPeople, exportQualifications } from "#modules/people/export-people.server.ts";
import { importPeople } from "#modules/people/import-people.server.ts";
import { importQualifications } from "#modules/people/import-qualifications.server.ts";
import { csvFile, csvText } from "#platform/csv/source.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { wholeText } from "#tests/support/whole-text.ts";

const now = new Date("2026-11-22T03:00:00Z");
const HEADER = "email,name,department,site,roles,manager_email,started_on,level,language";
let company: SmallCompany;

beforeEach(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(now);
});

const file = (...lines: string[]) => csvText(`\uFEFF${[HEADER, ...lines].join("\r\n")}\r\n`);
const wet = { dryRun: false };

describe("people by CSV", () => {
  it("adds people whose manager stands on a later line, with ISO and day-first dates and roles in scopes", async () => {
    const report = await importPeople(
      file(
        "a@demo.tam,Đỗ Ánh,RETAIL,HN-01,frontline,b@demo.tam,2026-01-05,1,vi",
        "B@demo.tam,\"Lê, Bình\",RETAIL,HN-02,supervisor;manager@HN-02,manager@demo.tam,5/1/2026,,en",
      ),
      await askedBy(company.people.hr, now),
      wet,
    );
    expect(report).toMatchObject({ ok: true, rows: 2, added: 2, changed: 0, unchanged: 0, faults: [] });
    const people = await db.person.findMany({ where: { email: { in: ["a@demo.tam", "b@demo.tam"] } }, include: { roles: true, manager: true }, orderBy: { email: "asc" } });
    expect(people.map((row) => [row.name, row.manager?.email, row.startedOn, row.level, row.language])).toEqual([
      ["Đỗ Ánh", "b@demo.tam", "2026-01-05", 1, "vi"],
      ["Lê, Bình", "manager@demo.tam", "2026-01-05", null, "en"],
    ]);
    expect(people[1]?.roles.map(({ role, scopeKind, scopeRef }) => `${role}@${scopeKind}:${scopeRef ?? ""}`).sort()).toEqual(["manager@site:HN-02", "supervisor@team:"]);
    expect((await verifyChain()).ok).toBe(true);
  });

  it("can be repeated without effect", async () => {
    const asked = await askedBy(company.people.hr, now);
    const lines = ["a@demo.tam,Đỗ Ánh,RETAIL,HN-01,frontline,supervisor@demo.tam,05/01/2026,1,vi"];
    await importPeople(file(...lines), asked, wet);
    const events = await db.auditEvent.count();
    expect(await importPeople(file(...lines), asked, wet)).toMatchObject({ ok: true, added: 0, changed: 0, unchanged: 1 });
    expect(await db.auditEvent.count()).toBe(events);
  });

  it("reads back what it writes without effect", async () => {
    const written = await wholeText(await exportPeople(await askedBy(company.people.admin, now)));
    expect(written.startsWith(`\uFEFF${HEADER}\r\n`)).toBe(true);
    expect(await importPeople(csvText(written), await askedBy(company.people.admin, now), wet)).toMatchObject({
      ok: true, added: 0, changed: 0, unchanged: Object.keys(company.people).length,
    });
  });

  it("does the same on a dry run and leaves nothing", async () => {
    const asked = await askedBy(company.people.hr, now);
    const before = await db.person.count();
    const report = await importPeople(file("a@demo.tam,Đỗ Ánh,RETAIL,HN-01,frontline,,,,", "frontline@demo.tam,Nguyễn Minh Khải,RETAIL,HN-01,frontline,supervisor@demo.tam,,1,vi"), asked, { dryRun: true });
    expect(report).toMatchObject({ ok: true, dryRun: true, added: 1, changed: 1 });
    expect(await db.person.count()).toBe(before);
    expect(await db.auditEvent.count()).toBe(0);
  });

  it("names every bad cell by line and column, and writes none of the good rows", async () => {
    const report = await importPeople(
      file(
        "good@demo.tam,Tốt,RETAIL,HN-01,frontline,,,,",
        "no-address,,RETAIL,HN-01,boss,,31/02/2026,high,fr",
        "x@demo.tam,\"Hai\ndòng\",RETAIL,HN-01,frontline,,,,",
        "x@demo.tam,Lại,RETAIL,HN-01,frontline,,,,",
        "y@demo.tam,Thiếu ô",
      ),
      await askedBy(company.people.hr, now),
      wet,
    );
    expect(report.ok).toBe(false);
    expect(report.faults.map(({ line, column, code }) => `${line}:${column ?? ""}:${code}`)).toEqual([
      "3:email:email_format", "3:name:required", "3:language:not_in_list", "3:started_on:date_format", "3:level:integer_range",
      "6:email:csv_repeated_row",
      "7::csv_cells",
    ]);
    expect(await db.person.count({ where: { email: "good@demo.tam" } })).toBe(0);
  });

  it("names what only the database knows, and writes nothing", async () => {
    const report = await importPeople(
      file(
        "a@demo.tam,A,NOWHERE,HN-01,frontline,,,,",
        "b@demo.tam,B,RETAIL,HN-99,boss,,,,",
        "c@demo.tam,C,RETAIL,HN-01,manager@HN-99,,,,",
        "d@demo.tam,D,RETAIL,HN-01,admin,,,,",
      ),
      await askedBy(company.people.hr, now),
      wet,
    );
    expect(report.faults.map(({ line, column, code }) => `${line}:${column ?? ""}:${code}`)).toEqual([
      "2:department:unknown_department", "3:roles:unknown_role", "4:roles:unknown_scope", "5:roles:role_not_yours",
    ]);
    expect(await db.person.count()).toBe(Object.keys(company.people).length);
  });

  it("refuses a circle of managers but allows two people to change places", async () => {
    const asked = askedByOperator(now);
    const swap = csvText("email,name,manager_email\nsupervisor@demo.tam,Trần Thị Thu Hà,leader@demo.tam\nmanager@demo.tam,Phạm Quốc Huy,supervisor@demo.tam\n");
    expect(await importPeople(swap, asked, wet)).toMatchObject({ ok: true, changed: 2 });
    const circle = csvText("email,name,manager_email\nsupervisor@demo.tam,Trần Thị Thu Hà,manager@demo.tam\n");
    const report = await importPeople(circle, asked, wet);
    expect(report.faults).toEqual([expect.objectContaining({ line: 2, column: "manager_email", code: "manager_circle" })]);
    const unknown = csvText("email,name,manager_email\nsupervisor@demo.tam,Trần Thị Thu Hà,nobody@demo.tam\n");
    expect((await importPeople(unknown, asked, wet)).faults).toEqual([expect.objectContaining({ column: "manager_email", code: "unknown_person" })]);
  });

  it("leaves alone what has no column and clears what has an empty cell", async () => {
    const asked = askedByOperator(now);
    await importPeople(csvText("email,name,level\nfrontline@demo.tam,Nguyễn Minh Khôi,\n"), asked, wet);
    expect(await db.person.findUniqueOrThrow({ where: { email: "frontline@demo.tam" } })).toMatchObject({ level: null, siteCode: "HN-01", managerId: company.people.supervisor.id });
  });

  it.each([
    ["", "csv_empty"],
    ["email;name\na@b.vn;A\n", "csv_semicolons"],
    ["email,name,salary\n", "csv_unknown_column"],
    ["name\n", "csv_missing_column"],
    ["email,name,name\n", "csv_repeated_column"],
    ['email,name\na@b.vn,"A\n', "csv_quotes"],
  ])("says what is wrong with the file %j", async (content, code) => {
    const report = await importPeople(csvText(content), askedByOperator(now), wet);
    expect(report.ok).toBe(false);
    expect(report.faults.map((fault) => fault.code)).toContain(code);
  });

  it("says when a file is not UTF-8", async () => {
    const latin = Buffer.concat([Buffer.from("email,name\na@b.vn,"), Buffer.from([0xd0, 0xe3, 0x41]), Buffer.from("\n")]);
    expect((await importPeople(csvText(latin), askedByOperator(now), wet)).faults).toEqual([{ line: 0, column: null, code: "csv_not_utf8" }]);
  });

  it("is for HR and administrators", async () => {
    await expect(importPeople(file(), await askedBy(company.people.leader, now), wet)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("exports only whom the reader may read, safe against formulas", async () => {
    await importPeople(csvText("email,name\nfrontline@demo.tam,\"=HYPERLINK(1)\"\n"), askedByOperator(now), wet);
    const written = await wholeText(await exportPeople(await askedBy(company.people.manager, now)));
    expect(written).toContain("frontline@demo.tam,'=HYPERLINK(1)");
    expect(written).not.toContain("frontline3@demo.tam");
    await expect(exportPeople(await askedBy(company.people.frontline, now))).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.auditEvent.findMany({ where: { type: "people.exported" }, select: { actorId: true } })).toEqual([{ actorId: company.people.manager.id }]);
  });

  it("takes a file from disk in several stretches", { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "tam-csv-"));
    const name = path.join(folder, "people.csv");
    const count = 1_200;
    writeFileSync(name, `email,name,site,roles\n${Array.from({ length: count }, (_, index) => `p${index}@demo.tam,Người ${index},HN-01,frontline`).join("\n")}\n`);
    const source = csvFile(name);
    expect(await importPeople(source, askedByOperator(now), wet)).toMatchObject({ ok: true, added: count });
    source.close();
    await rm(folder, { recursive: true });
  });
});

describe("qualifications by CSV", () => {
  const rows = "email,course,valid_from,valid_to\nFrontline2@demo.tam,AUTHORITY-BASICS,1/11/2026,2027-11-01\nhr@demo.tam,AUTHORITY-BASICS,2026-11-01,\n";

  it("adds, changes by person, course and first day, and repeats without effect", async () => {
    const asked = await askedBy(company.people.hr, now);
    expect(await importQualifications(csvText(rows), asked, wet)).toMatchObject({ ok: true, added: 2 });
    expect(await importQualifications(csvText(rows), asked, wet)).toMatchObject({ ok: true, unchanged: 2 });
    expect(await importQualifications(csvText(rows.replace("2027-11-01", "2027-12-01")), asked, wet)).toMatchObject({ ok: true, changed: 1, unchanged: 1 });
  });

  it("names unknown people and courses, and an end before the beginning", async () => {
    const bad = "email,course,valid_from,valid_to\nx@demo.tam,NONE,2026-11-01,\nhr@demo.tam,AUTHORITY-BASICS,2026-11-01,2026-11-01\n";
    const report = await importQualifications(csvText(bad), await askedBy(company.people.hr, now), wet);
    expect(report.faults.map(({ line, column, code }) => `${line}:${column ?? ""}:${code}`)).toEqual(["3:valid_to:range_order"]);
    const known = await importQualifications(csvText(bad.split("\n").slice(0, 2).join("\n")), await askedBy(company.people.hr, now), wet);
    expect(known.faults.map(({ column, code }) => `${column ?? ""}:${code}`)).toEqual(["email:unknown_person", "course:unknown_course"]);
  });

  it("reads back what it writes without effect", async () => {
    const written = await wholeText(await exportQualifications(askedByOperator(now)));
    expect(await importQualifications(csvText(written), askedByOperator(now), wet)).toMatchObject({ ok: true, added: 0, changed: 0, unchanged: 4 });
  });
});
