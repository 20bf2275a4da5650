import { beforeEach, describe, expect, it } from "vitest";
import { discardPulse, draftLoyalJob, launchPulse, newCircle, savePulse } from "#modules/pulse/public.server.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { design, now, pulseCompany, type PulseCompany } from "./company.ts";

/** Days after Monday 23 November 2026 on which the job of the morning has run. */
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const drafts = () => db.pulse.findMany({ where: { state: "draft" } });

let company: PulseCompany;

beforeEach(async () => {
  company = await pulseCompany(3, 3);
  registerJobs([draftLoyalJob]);
  await runDueJobs(now);
}, 120_000);

describe("the quarter's question", () => {
  it("is drafted once in the last month of a quarter in which nobody was asked, and HR alone is told", async () => {
    await runDueJobs(inDays(7));
    expect(await drafts()).toHaveLength(0);
    await runDueJobs(inDays(9));
    await runDueJobs(inDays(10));
    const [draft] = await drafts();
    expect(draft).toMatchObject({ titleVi: "Chúng ta đã trung thành với khách hàng chưa?", mode: "anonymous", kScores: 5, kComments: 8, subjectId: null });
    expect(await drafts()).toHaveLength(1);
    const offices = (await db.roleAssignment.findMany({ where: { role: "hr" } })).map(({ personId }) => personId).sort();
    const told = await db.notification.findMany({ where: { kind: "pulse.drafted" }, orderBy: { personId: "asc" } });
    expect(told.map(({ personId, href }) => [personId, href])).toEqual(offices.map((personId) => [personId, `/pulses/${draft?.id}`]));
    const hr = await askedBy(company.people.hr, inDays(10));
    await discardPulse(draft?.id ?? "", hr);
    await runDueJobs(inDays(11));
    expect(await drafts()).toHaveLength(0);
    await runDueJobs(inDays(120));
    expect(await drafts()).toHaveLength(1);
  });

  it("is not drafted where HR has asked it already", async () => {
    const hr = await askedBy(company.people.hr, now);
    const { id } = await savePulse(design(), hr, null);
    await launchPulse(id, hr);
    await runDueJobs(inDays(20));
    expect(await drafts()).toHaveLength(0);
  });
});

it("of everybody who leads somebody HR sees how many would answer about them, and who has too few around", async () => {
  const { leaders } = await newCircle(now);
  const around = (person: { readonly id: string }) => leaders.find(({ id }) => id === person.id)?.around;
  const { manager, supervisor, frontline } = company.people;
  const reports = await db.person.count({ where: { managerId: manager.id, active: true } });
  expect(around(manager)).toBeGreaterThanOrEqual(reports);
  expect(around(frontline)).toBeUndefined();
  expect(leaders.find(({ id }) => id === supervisor.id)).toMatchObject({ name: supervisor.name });
});
