import { beforeAll, describe, expect, it } from "vitest";
import type { SmallCompany } from "#db/seed/builders.ts";
import { ensureCustomer } from "#modules/customers/public.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { Browser } from "#tests/support/server.ts";
import { type Secured, secured } from "../security/fixture.ts";

let at: Secured;
let company: SmallCompany;
const browsers: Partial<Record<string, Browser>> = {};

beforeAll(async () => {
  at = await secured();
  company = at.company;
  for (const role of ["frontline", "supervisor", "hr", "admin"] as const) browsers[role] = await new Browser(at.server).signInAs(company.people[role].id);
  await transaction((tx) => ensureCustomer(tx, { ref: "C-1029", phone: "0912345678" }, { at: new Date() }));
});

async function send(as: string, path: string, form?: Readonly<Record<string, string>> | FormData) {
  const response = await (browsers[as] ?? new Browser(at.server)).send(path, form === undefined ? {} : { form });
  return { status: response.status, location: response.headers.get("Location"), html: await response.text() };
}

const csv = (text: string, intent: string, as: "file" | "text") => {
  const form = new FormData();
  form.set("intent", intent);
  if (as === "file") form.set("file", new File([text], "people.csv", { type: "text/csv" }));
  else form.set("text", text);
  return form;
};

describe("customers without scripts", () => {
  it("are found by a phone that stands in no address", async () => {
    expect(await send("frontline", "/customers?index", { key: "0912 345 678" })).toMatchObject({ status: 303, location: "/customers/C-1029" });
    expect(await send("frontline", "/customers?index", { key: "C-1001" })).toMatchObject({ status: 303, location: "/customers/C-1001" });
    const missed = await send("frontline", "/customers?index", { key: "0912 345 670" });
    expect(missed.status).toBe(422);
    expect(missed.html).toContain('value="0912 345 670"');
    expect(missed.html).toContain("Không tìm thấy khách hàng này");
  });

  it("are never listed for frontline, and masked where they are met", async () => {
    expect((await send("frontline", "/customers")).html).not.toContain("C-1001");
    expect((await send("hr", "/customers")).html).toContain("Mai Văn Lộc");
    const { html } = await send("frontline", "/customers/C-1029");
    expect(html).toContain("M. V. Lộc");
    expect(html).not.toContain("Mai Văn");
    expect(html).not.toContain("912345678");
  });

  it("keep a note and a promise, and what was typed after a fault", async () => {
    expect(await send("frontline", "/customers/C-1029?index", { intent: "note", text: "Khách sẽ quay lại thứ Sáu", isContact: "1" })).toMatchObject({ status: 303, location: "/customers/C-1029" });
    const late = await send("frontline", "/customers/C-1029?index", { intent: "promise", promise: "Gọi lại cho khách", day: "2020-01-01", time: "09:30" });
    expect(late.status).toBe(422);
    expect(late.html).toContain('value="Gọi lại cho khách"');
    expect(late.html).toContain("Cần một thời điểm sau bây giờ");
    expect((await send("frontline", "/customers/C-1029?index", { intent: "promise", promise: "Gọi lại cho khách", day: "2099-01-01", time: "09:30" })).status).toBe(303);
    expect((await db.customerPromise.findFirstOrThrow()).dueAt).toEqual(new Date("2099-01-01T02:30:00Z"));
    const { html } = await send("supervisor", "/customers/C-1029");
    expect(html).toContain("Khách sẽ quay lại thứ Sáu");
    expect(html).toContain("Kể 1 lần");
    expect((await send("frontline", "/promises")).html).toContain("Gọi lại cho khách");
  });

  it("show the number once asked for, and write down who looked", async () => {
    expect((await send("frontline", "/customers/C-1029/phone")).html).not.toContain("912345678");
    expect((await send("frontline", "/customers/C-1029/phone", {})).html).toContain("tel:+84912345678");
    expect(await db.auditEvent.count({ where: { type: "customer.phone-revealed" } })).toBe(1);
  });
});

describe("people without scripts", () => {
  it("are found without diacritics, linked by name", async () => {
    const { html } = await send("frontline", "/people?q=minh%20khoi");
    expect(html).toContain(`/people/${company.people.frontline.id}`);
    expect(html).not.toContain(`/people/${company.people.frontline2.id}`);
  });

  it("are added, and a fault stands at its field beside what was typed", async () => {
    const form = { name: "Đỗ Ánh", email: "hr@demo.tam", site: "HN-01", department: "RETAIL", managerId: company.people.supervisor.id, startedOn: "2026-01-05", level: "1", language: "vi", addressForm: "", roles: "frontline" };
    const taken = await send("hr", "/people/new", form);
    expect([taken.status, taken.html.includes('value="Đỗ Ánh"'), taken.html.includes("E-mail này đã có người dùng")]).toEqual([422, true, true]);
    const added = await send("hr", "/people/new", { ...form, email: "anh@demo.tam" });
    const row = await db.person.findUniqueOrThrow({ where: { email: "anh@demo.tam" }, include: { roles: true } });
    expect([added.status, added.location, row.managerId, row.roles.map(({ role }) => role)]).toEqual([303, `/people/${row.id}`, company.people.supervisor.id, ["frontline"]]);
  });

  it("get roles and sign-in links only from somebody who has just proved who they are", async () => {
    const stale = await new Browser(at.server).signInAs(company.people.hr2.id, { provedAt: new Date(Date.now() - 3_600_000) });
    const response = await stale.send(`/people/${company.people.frontline.id}/roles`, { form: { held: "frontline@own", role: "supervisor", scope: "" } });
    expect(response.headers.get("Location")).toMatch(/^\/sign-in\/again/);
    expect((await send("hr", `/people/${company.people.frontline2.id}/roles`, { held: "frontline@own", role: "supervisor", scope: "" })).status).toBe(303);
    expect(await db.roleAssignment.count({ where: { personId: company.people.frontline2.id } })).toBe(2);
    expect((await send("hr", `/people/${company.people.frontline2.id}/access`, { intent: "reset" })).html).toMatch(/\/link\/[A-Za-z0-9_-]{20,}/);
  });

  it("come in from a file that is checked first and then saved as it was checked", async () => {
    const rows = "email,name,site,roles\ntep@demo.tam,Lê Tệp,HN-01,frontline\n";
    const checked = await send("hr", "/people/import", csv(rows, "check", "file"));
    expect([checked.status, checked.html.includes("Tệp dùng được"), checked.html.includes("tep@demo.tam")]).toEqual([200, true, true]);
    expect(await db.person.count({ where: { email: "tep@demo.tam" } })).toBe(0);
    expect(await send("hr", "/people/import", csv(rows.replace(/\n/g, "\r\n"), "save", "text"))).toMatchObject({ status: 303, location: "/people" });
    expect(await db.person.count({ where: { email: "tep@demo.tam" } })).toBe(1);
    const bad = await send("hr", "/people/import", csv("email,name\nx,\n", "check", "file"));
    expect(bad.html).toContain("Có 2 chỗ cần xem lại");
    expect((await send("hr", "/people/import", csv("", "check", "file"))).status).toBe(422);
  });

  it("go out as a file that a spreadsheet opens with its letters intact", async () => {
    const response = await (browsers["hr"] ?? new Browser(at.server)).send("/people/export");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([response.headers.get("Content-Type"), ...bytes.slice(0, 3)]).toEqual(["text/csv; charset=utf-8", 0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain("Trần Thị Thu Hà");
  });
});

describe("the organisation without scripts", () => {
  const week = (texts: Record<string, string>) => Object.fromEntries(["1", "2", "3", "4", "5", "6", "7"].map((day) => [`hours.${day}`, texts[day] ?? ""]));

  it("keeps hours, holidays and words, and says which day cannot be read", async () => {
    const bad = await send("admin", "/organisation/hours", { ...week({ "2": "sáng" }), holidays: "" });
    expect([bad.status, bad.html.includes('value="sáng"'), bad.html.includes("Giờ mở cửa cần dạng")]).toEqual([422, true, true]);
    expect((await send("admin", "/organisation/hours", { ...week({ "1": "9-12, 13h30-17:00" }), holidays: "02/09/2027\n2027-01-01" })).status).toBe(303);
    const row = await db.organisation.findUniqueOrThrow({ where: { id: 1 } });
    expect([JSON.parse(row.hours), JSON.parse(row.holidays)]).toEqual([{ "1": [["09:00", "12:00"], ["13:30", "17:00"]] }, ["2027-01-01", "2027-09-02"]]);
    expect((await send("admin", "/organisation/words", { "role.supervisor.vi": "tổ trưởng", "role.supervisor.en": "", "role.hr.vi": "" })).status).toBe(303);
    expect((await send("frontline", "/people?role=supervisor")).html).toContain("tổ trưởng");
  });

  it("adds and changes places", async () => {
    const site = { key: "HN-03", nameVi: "Cửa hàng Ba Đình", nameEn: "Ba Đình shop", department: "RETAIL", channel: "store", active: "1", ...week({}) };
    expect((await send("admin", "/organisation/sites/new", site)).status).toBe(303);
    expect(await db.site.findUniqueOrThrow({ where: { code: "HN-03" } })).toMatchObject({ hours: null, departmentCode: "RETAIL" });
    const { active: _active, ...closed } = { ...site, key: "HN-01" };
    expect((await send("admin", "/organisation/sites/HN-01", closed)).html).toContain("Cửa hàng này còn người đang làm việc");
  });
});
