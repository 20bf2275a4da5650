import { beforeEach, describe, expect, it } from "vitest";
import type { RoleGrant } from "#access/roles.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { addPerson } from "#modules/people/add-person.server.ts";
import { assignRoles } from "#modules/people/assign-roles.server.ts";
import { deactivatePerson, reactivatePerson } from "#modules/people/deactivate-person.server.ts";
import { editOrganisation, saveDepartment, saveSite } from "#modules/people/edit-organisation.server.ts";
import { editPerson } from "#modules/people/edit-person.server.ts";
import { erasePerson } from "#modules/people/erase-person.server.ts";
import { actorFacts, approvers, businessCalendar, lineAbove, loadActor, NO_CONTEXT, peopleWithRole, standInFor } from "#modules/people/public.server.ts";
import { qualifyPerson, removeQualification } from "#modules/people/qualify-person.server.ts";
import { recordAbsence } from "#modules/people/record-absence.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T03:00:00Z");
const FRONTLINE: RoleGrant = { role: "frontline", scope: { kind: "own" } };
let company: SmallCompany;

beforeEach(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(now);
});

const refusal = (code: string) => expect.objectContaining({ code });
const faultAt = (path: string, code: string) => expect.objectContaining({ code: "invalid_input", errors: expect.arrayContaining([expect.objectContaining({ path, code })]) as unknown });

describe("adding and editing people", () => {
  it("adds a person with roles, searchable without diacritics and in the audit trail", async () => {
    const { people } = company;
    const { id } = await addPerson({ email: "moi@demo.tam", name: "  Đoàn  Thị Ánh ", siteCode: "HN-01", departmentCode: "RETAIL", managerId: people.supervisor.id }, [FRONTLINE], await askedBy(people.hr, now));
    const row = await db.person.findUniqueOrThrow({ where: { id }, include: { roles: true } });
    expect(row).toMatchObject({ name: "Đoàn Thị Ánh", nameFolded: "doan thi anh", active: true, language: "vi" });
    expect(row.roles.map(({ role, scopeKind }) => [role, scopeKind])).toEqual([["frontline", "own"]]);
    const event = await db.auditEvent.findFirstOrThrow({ where: { type: "person.added" } });
    expect(event).toMatchObject({ subjectId: id, actorId: people.hr.id });
    expect(event.data).not.toContain("Đoàn");
    expect((await verifyChain()).ok).toBe(true);
  });

  it("refuses an e-mail that is taken, places nobody knows and an unknown manager, each at its field", async () => {
    const adding = addPerson({ email: "hr@demo.tam", name: "Ai Đó", siteCode: "X", departmentCode: "Y", managerId: "nobody" }, [], await askedBy(company.people.hr, now));
    await expect(adding).rejects.toMatchObject({ code: "invalid_input" });
    const error = (await adding.catch((caught: unknown) => caught)) as { errors: { path: string; code: string }[] };
    expect(error.errors.map(({ path, code }) => `${path}:${code}`).sort()).toEqual([
      "departmentCode:unknown_department", "email:email_taken", "managerId:unknown_person", "siteCode:unknown_site",
    ]);
  });

  it("lets nobody but HR and administrators add or edit", async () => {
    for (const key of ["frontline", "supervisor", "manager", "leader", "auditor"] as const) {
      const asked = await askedBy(company.people[key], now);
      await expect(addPerson({ email: "x@demo.tam", name: "X" }, [], asked)).rejects.toEqual(refusal("forbidden"));
      await expect(editPerson(company.people.frontline2.id, { level: 9 }, asked)).rejects.toEqual(refusal("forbidden"));
    }
  });

  it("refuses a manager who reports to the person", async () => {
    const { people } = company;
    await expect(editPerson(people.leader.id, { managerId: people.frontline.id }, await askedBy(people.hr, now))).rejects.toEqual(faultAt("managerId", "manager_circle"));
    await expect(editPerson(people.leader.id, { managerId: people.leader.id }, await askedBy(people.hr, now))).rejects.toEqual(faultAt("managerId", "manager_circle"));
  });

  it("tells the audit trail which fields changed, without the personal values", async () => {
    const { people } = company;
    await editPerson(people.frontline.id, { name: "Nguyễn Minh Khải", level: 2 }, await askedBy(people.hr, now));
    const { data } = await db.auditEvent.findFirstOrThrow({ where: { type: "person.edited" } });
    expect(JSON.parse(data)).toMatchObject({ changes: { name: { changed: true }, level: { from: 1, to: 2 } } });
    expect(data).not.toContain("Khải");
    expect((await db.person.findUniqueOrThrow({ where: { id: people.frontline.id } })).nameFolded).toBe("nguyen minh khai");
  });

  it("writes nothing when nothing differs", async () => {
    await editPerson(company.people.frontline.id, { level: 1 }, await askedBy(company.people.hr, now));
    expect(await db.auditEvent.count({ where: { type: "person.edited" } })).toBe(0);
  });

  it("keeps HR from taking an administrator's account by another e-mail", async () => {
    const { people } = company;
    await expect(editPerson(people.admin.id, { email: "other@demo.tam" }, await askedBy(people.hr, now))).rejects.toEqual(refusal("role_not_yours"));
    await editPerson(people.frontline.id, { email: "khoi@demo.tam" }, await askedBy(people.hr, now));
    await editPerson(people.leader.id, { email: "lam@demo.tam" }, await askedBy(people.admin, now));
  });
});

describe("roles", () => {
  it("ends the person's sessions when their roles change", async () => {
    const { people } = company;
    await transaction((tx) =>
      tx.insert("Session", { id: "s", publicId: "p", personId: people.frontline.id, createdAt: now, lastSeenAt: now, expiresAt: now, provedAt: now }),
    );
    await assignRoles(people.frontline.id, [FRONTLINE, { role: "supervisor", scope: { kind: "team" } }], await askedBy(people.hr, now));
    expect(await db.session.count()).toBe(0);
    expect((await loadActor(people.frontline.id, NO_CONTEXT))?.grants.map(({ role }) => role)).toEqual(["frontline", "supervisor"]);
  });

  it("lets HR hand out only roles that serve customers, and nobody their own", async () => {
    const { people } = company;
    const hr = await askedBy(people.hr, now);
    await expect(assignRoles(people.frontline.id, [{ role: "admin", scope: { kind: "all" } }], hr)).rejects.toEqual(refusal("role_not_yours"));
    await expect(assignRoles(people.auditor.id, [], hr)).rejects.toEqual(refusal("role_not_yours"));
    await expect(assignRoles(people.hr.id, [FRONTLINE], hr)).rejects.toEqual(refusal("role_not_yours"));
    await expect(assignRoles(people.admin.id, [], await askedBy(people.admin, now))).rejects.toEqual(refusal("role_not_yours"));
  });

  it("keeps at least one administrator", async () => {
    const { people } = company;
    await expect(assignRoles(people.admin.id, [], askedByOperator(now))).rejects.toEqual(refusal("last_admin"));
    await expect(deactivatePerson(people.admin.id, askedByOperator(now), [])).rejects.toEqual(refusal("last_admin"));
    expect((await loadActor(people.admin.id, NO_CONTEXT))?.grants).toHaveLength(1);
  });

  it("refuses a scope that names no place", async () => {
    const asked = await askedBy(company.people.hr, now);
    await expect(assignRoles(company.people.frontline.id, [{ role: "manager", scope: { kind: "site", code: "XX" } }], asked)).rejects.toEqual(faultAt("roles.0", "unknown_scope"));
  });

  it("widens a department scope to the departments below it", async () => {
    const { people } = company;
    const admin = await askedBy(people.admin, now);
    await saveDepartment({ code: "NORTH", nameVi: "Miền Bắc", nameEn: "North", parentCode: "RETAIL", active: true }, admin);
    await assignRoles(people.frontline.id, [{ role: "manager", scope: { kind: "department", code: "RETAIL" } }], admin);
    const codes = (await loadActor(people.frontline.id, NO_CONTEXT))?.grants.map(({ scope }) => ("code" in scope ? scope.code : ""));
    expect(codes?.sort()).toEqual(["NORTH", "RETAIL"]);
  });
});

describe("leaving", () => {
  it("kills sessions, tokens and links at once, lets others hand over in the same transaction, and keeps history", async () => {
    const { people } = company;
    const id = people.frontline.id;
    await transaction(async (tx) => {
      await tx.insert("Session", { id: "s", publicId: "p", personId: id, createdAt: now, lastSeenAt: now, expiresAt: now, provedAt: now });
      await tx.insert("ApiToken", { id: "t", tokenHash: "h", prefix: "tam_", name: "till", personId: id, createdAt: now });
      await tx.insert("OneTimeLink", { tokenHash: "l", kind: "reset", personId: id, createdAt: now, expiresAt: now });
    });
    const told: string[] = [];
    await deactivatePerson(id, await askedBy(people.hr, now), [async (_tx, leaving) => void told.push(leaving.personId)]);
    expect(told).toEqual([id]);
    expect(await db.session.count()).toBe(0);
    expect((await db.apiToken.findUniqueOrThrow({ where: { id: "t" } })).revokedAt).toEqual(now);
    expect((await db.oneTimeLink.findUniqueOrThrow({ where: { tokenHash: "l" } })).usedAt).toEqual(now);
    expect(await loadActor(id, NO_CONTEXT)).toBeNull();
    expect(await db.roleAssignment.count({ where: { personId: id } })).toBe(1);
    const { data } = await db.auditEvent.findFirstOrThrow({ where: { type: "person.deactivated" } });
    expect(JSON.parse(data)).toEqual({ sessionsEnded: 1, tokensRevoked: 1 });
  });

  it("undoes everything when a hand-over fails", async () => {
    const { people } = company;
    const failing = async () => Promise.reject(new Error("no taker"));
    await expect(deactivatePerson(people.frontline.id, await askedBy(people.hr, now), [failing])).rejects.toThrow("no taker");
    expect(await loadActor(people.frontline.id, NO_CONTEXT)).not.toBeNull();
  });

  it("is not for oneself, nor for somebody with a role beyond one's own to give", async () => {
    const { people } = company;
    const hr = await askedBy(people.hr, now);
    await expect(deactivatePerson(people.hr.id, hr, [])).rejects.toEqual(refusal("not_yourself"));
    await expect(deactivatePerson(people.leader.id, hr, [])).rejects.toEqual(refusal("role_not_yours"));
  });

  it("can be taken back, with the roles they had", async () => {
    const { people } = company;
    const hr = await askedBy(people.hr, now);
    await deactivatePerson(people.frontline.id, hr, []);
    await expect(deactivatePerson(people.frontline.id, hr, [])).rejects.toEqual(refusal("not_found"));
    await reactivatePerson(people.frontline.id, hr);
    expect((await loadActor(people.frontline.id, NO_CONTEXT))?.grants).toEqual([FRONTLINE]);
  });

  it("erases details of somebody who left while the audit chain stays whole", async () => {
    const { people } = company;
    const hr = await askedBy(people.hr, now);
    await editPerson(people.frontline.id, { name: "Nguyễn Minh Khải" }, hr);
    await expect(erasePerson(people.frontline.id, hr, [])).rejects.toEqual(refusal("still_active"));
    await deactivatePerson(people.frontline.id, hr, []);
    await erasePerson(people.frontline.id, hr, []);
    const row = await db.person.findUniqueOrThrow({ where: { id: people.frontline.id } });
    expect(row).toMatchObject({ name: "–", email: `erased-${people.frontline.id}@invalid`, startedOn: null });
    expect(await db.credential.count({ where: { personId: people.frontline.id } })).toBe(0);
    expect(await db.auditPersonalValue.count({ where: { ownerId: people.frontline.id, value: { not: null } } })).toBe(0);
    expect((await verifyChain()).ok).toBe(true);
    await expect(reactivatePerson(people.frontline.id, hr)).rejects.toEqual(refusal("not_found"));
  });
});

describe("facts about a person", () => {
  it("are what the rules ask about: roles at the own place, place, level, tenure, courses in date", () => {
    const { people } = company;
    expect(actorFacts(people.frontline.id, now)).toEqual({
      roles: ["frontline"], department: "RETAIL", site: "HN-01", level: 1, tenureDays: 400, courses: ["AUTHORITY-BASICS"],
    });
    expect(actorFacts(people.hr.id, now)).toMatchObject({ roles: ["hr"], site: "none", courses: [] });
    expect(actorFacts("nobody", now)).toBeNull();
  });

  it("leave out what is unknown and count tenure by the organisation's calendar", async () => {
    const { people } = company;
    await editPerson(people.frontline2.id, { level: null, startedOn: "2026-11-22" }, await askedBy(people.hr, now));
    expect(actorFacts(people.frontline2.id, new Date("2026-11-22T16:59:00Z"))).toEqual({
      roles: ["frontline"], department: "RETAIL", site: "HN-01", tenureDays: 0, courses: [],
    });
    expect(actorFacts(people.frontline2.id, new Date("2026-11-22T17:01:00Z"))?.tenureDays).toBe(1);
    expect(actorFacts(people.frontline2.id, new Date("2026-11-01T00:00:00Z"))?.tenureDays).toBe(0);
  });

  it("end a course on its last day, which is exclusive", async () => {
    const { people } = company;
    await qualifyPerson(people.frontline2.id, { course: "AUTHORITY-BASICS", validFrom: "2026-11-01", validTo: "2026-11-23" }, await askedBy(people.hr, now));
    expect(actorFacts(people.frontline2.id, new Date("2026-11-22T16:59:00Z"))?.courses).toEqual(["AUTHORITY-BASICS"]);
    expect(actorFacts(people.frontline2.id, new Date("2026-11-22T17:00:00Z"))?.courses).toEqual([]);
  });

  it("do not count a role held elsewhere", async () => {
    const { people } = company;
    await assignRoles(people.frontline.id, [FRONTLINE, { role: "manager", scope: { kind: "site", code: "HN-02" } }], await askedBy(people.hr, now));
    expect(actorFacts(people.frontline.id, now)?.roles).toEqual(["frontline"]);
  });

  it("are the same one by one and for everybody at once", () => {
    const { people, absences } = approvers(now);
    expect(people).toHaveLength(Object.keys(company.people).length);
    for (const person of people) expect(person.facts).toEqual(actorFacts(person.id, now));
    expect(people.map(({ email }) => email)).toEqual([...people.map(({ email }) => email)].sort());
    expect(absences).toEqual([]);
  });
});

describe("the line above and who stands in", () => {
  it("climbs to the top and survives a circle in the data", async () => {
    const { people } = company;
    expect(lineAbove(people.frontline.id).map(({ email }) => email)).toEqual(["supervisor@demo.tam", "manager@demo.tam", "leader@demo.tam"]);
    await transaction((tx) => tx.update("Person", { id: people.leader.id }, { managerId: people.supervisor.id }));
    expect(lineAbove(people.frontline.id)).toHaveLength(3);
    expect(lineAbove(people.supervisor.id).map(({ email }) => email)).toEqual(["manager@demo.tam", "leader@demo.tam"]);
  });

  it("finds those whose role holds at a place, in order of e-mail", () => {
    expect(peopleWithRole("manager", { site: "HN-01" }).map(({ email }) => email)).toEqual(["manager@demo.tam"]);
    expect(peopleWithRole("leader", { site: "HN-01", department: "RETAIL" }).map(({ email }) => email)).toEqual(["leader2@demo.tam", "leader@demo.tam"]);
    expect(peopleWithRole("supervisor", { site: "HN-02" }).map(({ email }) => email)).toEqual(["supervisor2@demo.tam"]);
    expect(peopleWithRole("manager")).toHaveLength(2);
  });

  it("asks the stand-in from the first day to before the day back, never a stand-in's stand-in", async () => {
    const { people } = company;
    const hr = await askedBy(people.hr, now);
    await recordAbsence(people.supervisor.id, { fromDay: "2026-11-22", toDay: "2026-11-24", standInId: people.manager.id }, hr);
    expect(standInFor(people.supervisor.id, "2026-11-21")).toEqual({ absent: false, standIn: null });
    expect(standInFor(people.supervisor.id, "2026-11-23").standIn?.email).toBe("manager@demo.tam");
    expect(standInFor(people.supervisor.id, "2026-11-24").absent).toBe(false);
    await recordAbsence(people.manager.id, { fromDay: "2026-11-23", toDay: "2026-11-24", standInId: people.leader.id }, hr);
    expect(standInFor(people.supervisor.id, "2026-11-23")).toEqual({ absent: true, standIn: null });
  });

  it("lets a supervisor record absence for the own team alone", async () => {
    const { people } = company;
    const supervisor = await askedBy(people.supervisor, now);
    const days = { fromDay: "2026-11-22", toDay: "2026-11-24", standInId: null };
    await recordAbsence(people.frontline.id, days, supervisor);
    await recordAbsence(people.supervisor.id, days, supervisor);
    await expect(recordAbsence(people.frontline3.id, days, supervisor)).rejects.toEqual(refusal("not_found"));
    await expect(recordAbsence(people.frontline.id, days, await askedBy(people.frontline, now))).rejects.toEqual(refusal("forbidden"));
    await expect(recordAbsence(people.frontline.id, { ...days, standInId: people.frontline.id }, supervisor)).rejects.toEqual(faultAt("standInId", "stand_in_self"));
  });
});

describe("the organisation", () => {
  it("gives each site its own hours, else the organisation's, with holidays and zone", async () => {
    const admin = await askedBy(company.people.admin, now);
    await editOrganisation({ hours: { "1": [["09:00", "12:00"], ["13:30", "17:00"]] }, holidays: ["2027-02-06", "2027-02-05", "2027-02-06"] }, admin);
    await saveSite({ code: "HN-02", nameVi: "Cầu Giấy", nameEn: "Cầu Giấy", departmentCode: "RETAIL", channel: "store", hours: { "7": [["10:00", "22:00"]] }, active: true }, admin);
    expect(businessCalendar("HN-01")).toEqual({ hours: { "1": [["09:00", "12:00"], ["13:30", "17:00"]] }, holidays: new Set(["2027-02-05", "2027-02-06"]), zone: "Asia/Ho_Chi_Minh" });
    expect(businessCalendar("HN-02").hours).toEqual({ "7": [["10:00", "22:00"]] });
    expect(businessCalendar(null).hours).toEqual(businessCalendar("HN-01").hours);
  });

  it("refuses hours in which nothing is ever open, and departments in a circle", async () => {
    const admin = await askedBy(company.people.admin, now);
    await expect(editOrganisation({ hours: {} }, admin)).rejects.toEqual(faultAt("hours", "hours_never_open"));
    await saveDepartment({ code: "A", nameVi: "A", nameEn: "A", parentCode: "RETAIL", active: true }, admin);
    await expect(saveDepartment({ code: "RETAIL", nameVi: "R", nameEn: "R", parentCode: "A", active: true }, admin)).rejects.toEqual(faultAt("parentCode", "department_circle"));
    await expect(saveSite({ code: "HN-01", nameVi: "x", nameEn: "x", departmentCode: null, channel: null, hours: null, active: false }, admin)).rejects.toEqual(faultAt("active", "site_in_use"));
  });

  it("is edited by administrators alone", async () => {
    for (const key of ["hr", "leader", "manager", "auditor"] as const) {
      await expect(editOrganisation({ name: "X" }, await askedBy(company.people[key], now))).rejects.toEqual(refusal("forbidden"));
    }
  });
});

describe("qualifications", () => {
  it("change their end when recorded again from the same day, and can be taken away", async () => {
    const { people } = company;
    const hr = await askedBy(people.hr, now);
    const held = { course: "AUTHORITY-BASICS", validFrom: "2026-11-01" };
    await qualifyPerson(people.frontline2.id, { ...held, validTo: null }, hr);
    await qualifyPerson(people.frontline2.id, { ...held, validTo: "2027-01-01" }, hr);
    const rows = await db.qualification.findMany({ where: { personId: people.frontline2.id } });
    expect(rows.map(({ validTo }) => validTo)).toEqual(["2027-01-01"]);
    await removeQualification(rows[0]?.id ?? "", hr);
    expect(await db.qualification.count({ where: { personId: people.frontline2.id } })).toBe(0);
    await expect(qualifyPerson(people.frontline2.id, { course: "NONE", validFrom: "2026-11-01", validTo: null }, hr)).rejects.toEqual(faultAt("course", "unknown_course"));
  });
});
