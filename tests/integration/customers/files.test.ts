import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { exportCustomers, exportPurchases } from "#modules/customers/export-customers.server.ts";
import { findCustomer } from "#modules/customers/find-customer.server.ts";
import { importCustomers } from "#modules/customers/import-customers.server.ts";
import { importPurchases } from "#modules/customers/import-purchases.server.ts";
import { csvText } from "#platform/csv/source.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { wholeText } from "#tests/support/whole-text.ts";

const now = new Date("2026-11-22T03:00:00Z");
const wet = { dryRun: false };
const HEADER = "ref,phone,name,tier,lifetime_value,currency,address_form";
let company: SmallCompany;

beforeEach(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(now);
});

const faultsOf = (report: { faults: readonly { line: number; column: string | null; code: string }[] }) => report.faults.map(({ line, column, code }) => `${line}:${column ?? ""}:${code}`);

describe("customers by CSV", () => {
  it("reads đồng as people write them, phones as spreadsheets leave them, and repeats without effect", async () => {
    const hr = await askedBy(company.people.hr, now);
    const rows = `${HEADER}\nC-1,912345678,Nguyễn Thị Hà,gold,\"1.250.000\",VND,chị\nC-2,,Trần Văn Nam,standard,\"450,000\",,\nC-1029,0987 654 321,Mai Văn Lộc,gold,20000000,VND,anh\n`;
    expect(await importCustomers(csvText(rows), "VND", hr, wet)).toMatchObject({ ok: true, added: 2, changed: 1 });
    expect(findCustomer({ phone: "0912345678" })).toMatchObject({ ref: "C-1", lifetimeValue: 1_250_000, tier: "gold" });
    expect(findCustomer({ ref: "C-2" })).toMatchObject({ lifetimeValue: 450_000, currency: "VND", addressForm: null });
    expect(await importCustomers(csvText(rows), "VND", hr, wet)).toMatchObject({ ok: true, added: 0, changed: 0, unchanged: 3 });
    expect(await db.auditEvent.count({ where: { type: "customers.imported" } })).toBe(1);
  });

  it("names every bad cell and writes nothing", async () => {
    const rows = `${HEADER}\nC 1,113,A,go ld,4.5,XXX,em\n,0912345678,B,,,,\nC-5,0912345678,C,,,,\nC-6,0912345678,D,,,,\n`;
    const report = await importCustomers(csvText(rows), "VND", await askedBy(company.people.hr, now), wet);
    expect(faultsOf(report)).toEqual([
      "2:ref:code_format", "2:phone:phone_format", "2:tier:code_format", "2:address_form:not_in_list", "2:currency:unknown_currency", "2:lifetime_value:money_fraction",
      "3:ref:required",
    ]);
    const taken = await importCustomers(csvText(rows.split("\n").filter((_, line) => line !== 1 && line !== 2).join("\n")), "VND", await askedBy(company.people.hr, now), wet);
    expect(faultsOf(taken)).toEqual(["3:phone:phone_taken"]);
    expect(await db.customer.count()).toBe(2);
  });

  it("does not bring an erased customer back", async () => {
    const hr = await askedBy(company.people.hr, now);
    const { eraseCustomer } = await import("#modules/customers/erase-customer.server.ts");
    await eraseCustomer("C-1029", hr, []);
    expect(faultsOf(await importCustomers(csvText("ref,name\nC-1029,Lộc\n"), "VND", hr, wet))).toEqual(["2:ref:customer_erased"]);
  });

  it("writes a file that reads back without effect, with whole numbers only for the operator", async () => {
    await importCustomers(csvText(`${HEADER}\nC-1,0912345678,=1+1,gold,1250000,VND,chị\n`), "VND", askedByOperator(now), wet);
    const withPhones = await wholeText(await exportCustomers(askedByOperator(now)));
    expect(withPhones).toContain("C-1,'+84912345678,'=1+1,gold,1250000,VND,chị\r\n");
    const without = await wholeText(await exportCustomers(await askedBy(company.people.hr, now)));
    expect(without).not.toContain("912345678");
    for (const file of [withPhones, without]) {
      expect(await importCustomers(csvText(file), "VND", askedByOperator(now), wet)).toMatchObject({ ok: true, added: 0, changed: 0, unchanged: 3 });
    }
    expect(findCustomer({ phone: "0912345678" })?.ref).toBe("C-1");
    const taken = await db.auditEvent.findMany({ where: { type: "customers.exported" }, orderBy: { seq: "asc" }, select: { data: true, actorId: true } });
    expect(taken).toEqual([{ data: '{"phones":true}', actorId: null }, { data: '{"phones":false}', actorId: company.people.hr.id }]);
    await expect(exportCustomers(await askedBy(company.people.leader, now))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is for HR", async () => {
    for (const key of ["manager", "admin", "leader", "frontline"] as const) {
      await expect(importCustomers(csvText(HEADER), "VND", await askedBy(company.people[key], now), wet)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("purchases by CSV", () => {
  const defaults = { currency: "VND" as const, timeZone: "Asia/Ho_Chi_Minh" };
  const rows = "order_ref,customer_ref,purchased_at,amount,currency,channel\nO-1,C-1029,20/11/2026,1.250.000,VND,store\nO-2,,2026-11-21T10:00:00+07:00,99000,,\n";

  it("reads local days and instants, and repeats without effect", async () => {
    expect(await importPurchases(csvText(rows), defaults, askedByOperator(now), wet)).toMatchObject({ ok: true, added: 2 });
    expect((await db.purchase.findUniqueOrThrow({ where: { orderRef: "O-1" } })).purchasedAt).toEqual(new Date("2026-11-19T17:00:00Z"));
    expect((await db.purchase.findUniqueOrThrow({ where: { orderRef: "O-2" } })).purchasedAt).toEqual(new Date("2026-11-21T03:00:00Z"));
    expect(await importPurchases(csvText(rows), defaults, askedByOperator(now), wet)).toMatchObject({ unchanged: 2 });
    expect(await importPurchases(csvText(await wholeText(await exportPurchases(askedByOperator(now)))), defaults, askedByOperator(now), wet)).toMatchObject({ ok: true, unchanged: 2 });
  });

  it("names unknown customers, repeated orders and instants without an offset", async () => {
    const unknown = rows.replace("C-1029", "C-0");
    expect(faultsOf(await importPurchases(csvText(unknown), defaults, askedByOperator(now), wet))).toEqual(["2:customer_ref:unknown_customer"]);
    const bad = `${rows}O-1,,2026-11-21T10:00:00,1,,\nO-2,,2026-11-21,5,,\n`;
    expect(faultsOf(await importPurchases(csvText(bad), defaults, askedByOperator(now), wet))).toEqual(["4:purchased_at:instant_format", "5:order_ref:csv_repeated_row"]);
  });

  it("takes a hundred thousand rows in one transaction", { timeout: 120_000 }, async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `B-${index},C-1001,2026-11-01,${1000 + index},VND,online`);
    const source = csvText(`order_ref,customer_ref,purchased_at,amount,currency,channel\n${lines.join("\n")}\n`);
    expect(await importPurchases(source, defaults, askedByOperator(now), wet)).toMatchObject({ ok: true, added: 100_000 });
    expect(await db.purchase.count()).toBe(100_000);
  });
});
