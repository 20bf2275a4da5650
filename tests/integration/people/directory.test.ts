import { beforeAll, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { addPerson } from "#modules/people/add-person.server.ts";
import { deactivatePerson } from "#modules/people/deactivate-person.server.ts";
import { findRecord, listRecords, searchDirectory } from "#modules/people/directory.server.ts";
import { listQualifications } from "#modules/people/list-qualifications.server.ts";
import { personForm, personPage } from "#modules/people/person-page.server.ts";
import { actorOf, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T03:00:00Z");
const first = { limit: 50, cursor: null };
let company: SmallCompany;
let leftId: string;

beforeAll(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(now);
  leftId = (await addPerson({ email: "left@demo.tam", name: "Đào Đã Nghỉ", siteCode: "HN-01" }, [], askedByOperator(now))).id;
  await deactivatePerson(leftId, askedByOperator(now), []);
});

describe("the directory", () => {
  it("finds colleagues with and without diacritics, by any words of the name or a part of the e-mail", async () => {
    const actor = await actorOf(company.people.frontline);
    for (const text of ["thu hà", "Thu Ha", "ha tran", "SUPERVISOR@"]) {
      const found = await searchDirectory(actor, { text }, first);
      expect(found.map(({ email }) => email), text).toContain("supervisor@demo.tam");
    }
    expect((await searchDirectory(actor, { text: "dinh cong" }, first)).map(({ email }) => email)).toEqual(["admin@demo.tam"]);
    expect(await searchDirectory(actor, { text: "khong co ai" }, first)).toEqual([]);
    expect(await searchDirectory(actor, { text: "%" }, first)).toHaveLength(Object.keys(company.people).length);
  });

  it("sorts by given name", async () => {
    const names = (await searchDirectory(await actorOf(company.people.frontline), {}, first)).map(({ name }) => name.split(" ").at(-1) ?? "");
    expect(names).toEqual([...names].sort(new Intl.Collator("vi").compare));
  });

  it("gives everybody the same pages whatever their size", async () => {
    const actor = await actorOf(company.people.frontline);
    const whole = await searchDirectory(actor, {}, first);
    const paged: string[] = [];
    for (let cursor: (string | number)[] | null = null; ; ) {
      const page = await searchDirectory(actor, {}, { limit: 4, cursor });
      paged.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      if (last === undefined) break;
      cursor = [last.sort, last.id];
    }
    expect(paged).toEqual(whole.map(({ id }) => id));
  });

  it("filters by site, department and role", async () => {
    const actor = await actorOf(company.people.frontline);
    expect((await searchDirectory(actor, { site: "HN-02", role: "frontline" }, first)).map(({ email }) => email)).toEqual(["frontline3@demo.tam"]);
    expect((await searchDirectory(actor, { department: "HRCX", role: "hr" }, first))).toHaveLength(2);
  });

  it("shows those who left to people who may read records, within their reach", async () => {
    const left = async (person: { id: string }) => (await searchDirectory(await actorOf(person), { state: "inactive" }, first)).map(({ email }) => email);
    expect(await left(company.people.hr)).toEqual(["left@demo.tam"]);
    expect(await left(company.people.manager)).toEqual(["left@demo.tam"]);
    expect(await left(company.people.manager2)).toEqual([]);
    expect(await left(company.people.frontline)).toEqual([]);
  });
});

describe("a person's page", () => {
  it("shows a colleague no more than name, place, roles and work e-mail", async () => {
    const page = await personPage(await actorOf(company.people.frontline), company.people.frontline3.id);
    expect(page).toMatchObject({ name: "Bùi Gia Hân", email: "frontline3@demo.tam", record: null, absences: null, qualifications: null });
    expect(Object.values(page?.may ?? {})).not.toContain(true);
  });

  it("shows oneself the own record, without anything to change", async () => {
    const page = await personPage(await actorOf(company.people.frontline), company.people.frontline.id);
    expect(page?.record).toMatchObject({ level: 1, manager: { name: "Trần Thị Thu Hà" } });
    expect(page?.qualifications).toHaveLength(1);
    expect(page?.may.edit).toBe(false);
  });

  it("shows a manager the records of the own site alone", async () => {
    const manager = await actorOf(company.people.manager);
    expect((await personPage(manager, company.people.frontline.id))?.record).not.toBeNull();
    expect((await personPage(manager, company.people.frontline3.id))?.record).toBeNull();
  });

  it("offers HR no link, hand-over or erasure for somebody with a role beyond theirs", async () => {
    const hr = await actorOf(company.people.hr);
    expect((await personPage(hr, company.people.admin.id))?.may).toMatchObject({ edit: true, link: false, deactivate: false });
    expect((await personPage(hr, company.people.frontline.id))?.may).toMatchObject({ edit: true, link: true, deactivate: true, erase: false });
    expect((await personPage(hr, company.people.hr.id))?.may).toMatchObject({ grantRoles: false, deactivate: false });
    expect((await personPage(hr, leftId))?.may).toMatchObject({ erase: true, link: false });
  });

  it("hides those who left, and unknown people, alike", async () => {
    expect(await personPage(await actorOf(company.people.frontline), leftId)).toBeNull();
    expect(await personPage(await actorOf(company.people.frontline), "nobody")).toBeNull();
    expect(await personForm(await actorOf(company.people.manager), company.people.frontline.id)).toBeNull();
  });
});

describe("records for other systems", () => {
  it("stay within the reader's reach, newest first", async () => {
    const all = await listRecords(await actorOf(company.people.hr), {}, first);
    expect(all).toHaveLength(Object.keys(company.people).length);
    const ownSite = await listRecords(await actorOf(company.people.manager), {}, first);
    expect(new Set(ownSite.map(({ site }) => site))).toEqual(new Set(["HN-01"]));
    expect(await listRecords(await actorOf(company.people.frontline), {}, first)).toEqual([]);
    expect(await findRecord(await actorOf(company.people.manager), company.people.frontline3.id)).toBeNull();
    expect(await findRecord(await actorOf(company.people.hr), company.people.frontline3.id)).toMatchObject({ roles: ["frontline@own"], managerEmail: "supervisor2@demo.tam" });
  });

  it("list qualifications within reach", async () => {
    const emails = async (person: { id: string }) => (await listQualifications(await actorOf(person), {}, first)).map(({ email }) => email).sort();
    expect(await emails(company.people.supervisor)).toEqual(["frontline@demo.tam", "supervisor@demo.tam"]);
    expect(await emails(company.people.hr)).toHaveLength(4);
    expect(await emails(company.people.frontline)).toEqual([]);
  });
});
