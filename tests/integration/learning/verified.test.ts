import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { observePractice } from "#modules/learning/practice/observe-practice.server.ts";
import { reportPractice } from "#modules/learning/practice/report-practice.server.ts";
import { levelsOf } from "#modules/learning/practice/skill-level.server.ts";
import { revokeCertificate } from "#modules/learning/certificates/revoke-certificate.server.ts";
import type { ObservationFields } from "#modules/learning/schemas.ts";
import { actorFacts } from "#modules/people/public.server.ts";
import { recordAbsence } from "#modules/people/record-absence.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { course, days, later, noDecision, now, publish, report, takeUntilPractice } from "./company.ts";

let people: SmallCompany["people"];

beforeEach(async () => {
  await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await publish(people.hr);
});

const signOff: ObservationFields = { verdict: "signed_off", seen: [1, 0, 1], words: "Nghe hết rồi mới hỏi", level: "does" };
const told = async (person: { id: string }) => (await db.notification.findMany({ where: { personId: person.id }, orderBy: { createdAt: "asc" } })).map(({ kind }) => kind);
const holds = (person: { id: string }, at: Date) => actorFacts(person.id, at)?.courses.includes("AUTHORITY-BASICS");

/** Takes the course to its certificate. */
async function verified(at = now): Promise<{ report: string; certificate: string }> {
  await takeUntilPractice(people.frontline2, "AUTHORITY-BASICS", at);
  const { id } = await reportPractice(report(), await askedBy(people.frontline2, at), noDecision);
  const { certificate } = await observePractice(id, signOff, await askedBy(people.supervisor, at));
  return { report: id, certificate: certificate ?? "" };
}

describe("completed is not verified", () => {
  it("gives the certificate and the authority with it only once a supervisor signed the practice off", async () => {
    await takeUntilPractice(people.frontline2);
    const { id, certificate } = await reportPractice(report(), await askedBy(people.frontline2, later(1)), noDecision);
    expect(certificate).toBeNull();
    expect(await db.learningAttempt.findFirstOrThrow()).toMatchObject({ state: "completed", completedAt: later(1), openKey: null });
    expect(holds(people.frontline2, later(2))).toBe(false);
    expect(await told(people.supervisor)).toEqual(["practice.waiting"]);
    const seen = await observePractice(id, signOff, await askedBy(people.supervisor, later(2)));
    expect(await db.learningCertificate.findUniqueOrThrow({ where: { id: seen.certificate ?? "" } })).toMatchObject({ personId: people.frontline2.id, version: 1, verified: true, verifiedById: people.supervisor.id, validFrom: "2026-11-22", validTo: "2027-11-22", revokedAt: null });
    expect(holds(people.frontline2, later(2))).toBe(true);
    expect(holds(people.frontline2, days(365))).toBe(false);
    expect(await told(people.frontline2)).toEqual(["practice.signed-off", "certificate.given"]);
    expect(await db.learningObservation.findFirstOrThrow()).toMatchObject({ seen: "[0,1]", level: "does" });
    expect((await db.auditEvent.findMany({ where: { subjectKind: { in: ["practice", "certificate"] } } })).map(({ data }) => data).join()).not.toMatch(/coat|Nghe hết/);
    await expect(observePractice(id, signOff, await askedBy(people.manager, later(3)))).rejects.toMatchObject({ code: "state_changed" });
  });

  it("lets nobody sign off their own, a stranger nothing, and a colleague who was asked observe but not sign", async () => {
    await takeUntilPractice(people.frontline2);
    const { id } = await reportPractice(report({ observerId: people.frontline.id }), await askedBy(people.frontline2, now), noDecision);
    expect(await told(people.frontline)).toEqual(["practice.waiting"]);
    await expect(observePractice(id, signOff, await askedBy(people.frontline2, now))).rejects.toMatchObject({ code: "not_found" });
    await expect(observePractice(id, signOff, await askedBy(people.frontline3, now))).rejects.toMatchObject({ code: "not_found" });
    await expect(observePractice(id, signOff, await askedBy(people.frontline, now))).rejects.toMatchObject({ code: "forbidden" });
    await expect(observePractice(id, { ...signOff, seen: [2] }, await askedBy(people.supervisor, now))).rejects.toMatchObject({ errors: [{ path: "seen" }] });
    await observePractice(id, { verdict: "observed", seen: [0], words: "Bạn ấy nghe rất lâu", level: null }, await askedBy(people.frontline, now));
    await observePractice(id, { ...signOff, level: "helps_others" }, await askedBy(people.manager, later(1)));
    expect((await levelsOf(people.frontline2.id)).get("AUTHORITY")).toEqual({ level: "helps_others", next: null });
    expect((await levelsOf(people.frontline.id)).get("AUTHORITY")).toEqual({ level: null, next: "begins" });
    await expect(transaction((tx) => tx.insert("LearningObservation", { id: "x", reportId: id, byId: people.frontline2.id, seen: "[]", verdict: "observed", at: now }))).rejects.toThrow(/observes themselves/);
  });

  it("sends practice back with words, and goes on when it is told anew", async () => {
    await takeUntilPractice(people.frontline2);
    const first = await reportPractice(report(), await askedBy(people.frontline2, now), noDecision);
    await observePractice(first.id, { verdict: "again", seen: [], words: "Thử nghe lâu hơn", level: null }, await askedBy(people.supervisor, now));
    const second = await reportPractice(report(), await askedBy(people.frontline2, later(5)), noDecision);
    expect((await observePractice(second.id, signOff, await askedBy(people.supervisor, later(6)))).certificate).not.toBeNull();
  });

  it("takes a decision of one's own along on the red thread, and no other", async () => {
    await takeUntilPractice(people.frontline2);
    const asked = await askedBy(people.frontline2, now);
    await expect(reportPractice(report({ observerId: people.frontline2.id }), asked, noDecision)).rejects.toMatchObject({ errors: [{ path: "observerId", code: "observer_self" }] });
    await expect(reportPractice(report({ decisionId: "d1" }), asked, noDecision)).rejects.toMatchObject({ errors: [{ path: "decisionId", code: "unknown_decision" }] });
    const { id } = await reportPractice(report({ decisionId: "d1" }), asked, async () => true);
    expect(await db.threadLink.findMany({ where: { fromId: id }, select: { toKind: true, toId: true, relation: true }, orderBy: { toKind: "asc" } })).toEqual([{ toKind: "course", toId: "AUTHORITY-BASICS", relation: "about" }, { toKind: "decision", toId: "d1", relation: "tells_of" }]);
  });

  it("does not chase a supervisor who is away", async () => {
    await recordAbsence(people.supervisor.id, { fromDay: "2026-11-20", toDay: "2026-11-25", standInId: null }, await askedBy(people.hr, now));
    await takeUntilPractice(people.frontline2);
    await reportPractice(report(), await askedBy(people.frontline2, now), noDecision);
    expect(await told(people.supervisor)).toEqual([]);
  });
});

describe("certificates", () => {
  it("follow one another: the older one stays as it was", async () => {
    const { certificate } = await verified();
    const before = await db.learningCertificate.findUniqueOrThrow({ where: { id: certificate } });
    await publish(people.hr, course(), 2, days(300));
    const newer = await verified(days(340));
    expect(await db.learningCertificate.findUniqueOrThrow({ where: { id: certificate } })).toEqual(before);
    expect(await db.learningCertificate.findUniqueOrThrow({ where: { id: newer.certificate } })).toMatchObject({ version: 2, validFrom: "2027-10-28" });
    expect(holds(people.frontline2, days(400))).toBe(true);
    await expect(transaction((tx) => tx.update("LearningCertificate", { id: certificate }, { validTo: "2030-01-01" }))).rejects.toThrow(/never rewritten/);
    await expect(transaction((tx) => tx.remove("LearningCertificate", { id: certificate }))).rejects.toThrow(/never deleted/);
  });

  it("are revoked by HR with a reason, never one's own, and narrow what may be decided at once; another holds on", async () => {
    const { certificate } = await verified();
    const newer = await verified(days(10));
    await expect(revokeCertificate(certificate, "x", await askedBy(people.manager, days(11)))).rejects.toMatchObject({ code: "forbidden" });
    await revokeCertificate(certificate, "Cấp nhầm người", await askedBy(people.hr, days(11)));
    expect(holds(people.frontline2, days(11))).toBe(true);
    await revokeCertificate(newer.certificate, "Cấp nhầm người", await askedBy(people.hr, days(11)));
    expect(holds(people.frontline2, days(11))).toBe(false);
    expect(holds(people.frontline2, days(10))).toBe(true);
    await expect(revokeCertificate(certificate, "x", await askedBy(people.hr, days(12)))).rejects.toMatchObject({ code: "state_changed" });
    expect(await told(people.frontline2)).toContain("certificate.revoked");
  });
});
