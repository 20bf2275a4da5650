import { beforeAll, expect, it } from "vitest";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import { cyclePage, agreeCommitments, openCycle, publishCommitments, remindPromisesJob, tellMonthReadyJob, writeMonth } from "#modules/reviews/public.server.ts";
import { notificationText } from "#modules/notifications/notification-text.ts";
import { translator } from "#i18n/translator.ts";
import { db } from "#platform/db.server.ts";
import { registerJobs, runDueJobs } from "#platform/jobs.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

/** Thursday 1 October 2026, 10:00 in Hà Nội: the first day of a quarter. */
const FIRST = new Date("2026-10-01T03:00:00Z");
const inDays = (days: number) => new Date(FIRST.getTime() + days * 86_400_000);

let company: SmallCompany;
let cycle = "";
const by = (key: SmallCompanyKey, at = FIRST) => askedBy(company.people[key], at);
const id = (key: SmallCompanyKey) => company.people[key].id;
const told = async (kind: string) => (await db.notification.findMany({ where: { kind } })).map(({ personId }) => personId).sort();
const everyone = (...keys: SmallCompanyKey[]) => keys.map(id).sort();

const PROMISED = [1, 2, 3].map((quantity) => ({ source: "customer_hours" as const, quantity, libraryCode: null, textVi: `Việc ${quantity}`, textEn: `Act ${quantity}` }));

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  registerJobs([remindPromisesJob, tellMonthReadyJob]);
  company = await seedSmallCompany(FIRST);
  await runDueJobs(FIRST);
  ({ id: cycle } = await openCycle("2026-10-01", await by("hr")));
  await publishCommitments(cycle, PROMISED, await by("supervisor"));
});

it("whoever has promised nothing a week on is reminded, and whoever has is left in peace", async () => {
  await runDueJobs(inDays(6));
  expect(await told("leading.to-promise")).toEqual([]);
  await runDueJobs(inDays(7));
  expect(await told("leading.to-promise")).toEqual(everyone("leader", "manager", "manager2", "supervisor2"));
  await runDueJobs(inDays(8));
  expect(await told("leading.to-promise")).toHaveLength(4);
  const { kind, params } = await db.notification.findFirstOrThrow({ where: { kind: "leading.to-promise" } });
  expect(notificationText(translator("vi"), { kind, params: JSON.parse(params) as Record<string, unknown> }, "vi")).toContain("01/10/2026 – 31/12/2026");
});

it("on the first of a month those who take part hear that the month before is ready, unless they have written it", async () => {
  await writeMonth({ month: "2026-10", words: "Tôi đã đứng quầy", loyal: "Chưa, ở khâu giao hàng" }, await by("supervisor", inDays(30)));
  await runDueJobs(inDays(32));
  expect(await told("leading.month-ready")).toEqual(everyone("leader", "manager", "manager2", "supervisor2"));
});

it("HR sees by name who takes part, who has promised and who wrote each month that has begun", async () => {
  const rowOf = async (at: Date) => (await cyclePage(cycle, at))?.rows.find(({ person }) => person.id === id("supervisor"));
  expect(await rowOf(inDays(40))).toMatchObject({ commitments: "published", months: ["waiting", "none"], reviewId: null });
  await agreeCommitments(cycle, id("supervisor"), await by("manager", inDays(40)));
  expect(await rowOf(inDays(70))).toMatchObject({ commitments: "agreed", months: ["waiting", "none", "none"] });
  const page = await cyclePage(cycle, inDays(40));
  expect(page?.rows.map(({ person }) => person.id).sort()).toEqual(everyone("leader", "manager", "manager2", "supervisor", "supervisor2"));
  expect([page?.promised, page?.months]).toEqual([{ published: 1, toAgree: 1, agreed: 1 }, [{ month: "2026-10", written: 1, running: false }, { month: "2026-11", written: 0, running: true }]]);
  expect(await cyclePage("nothing", FIRST)).toBeNull();
});

it("nobody is said to wait for a next level that does not exist", async () => {
  const at = inDays(41);
  await publishCommitments(cycle, PROMISED, await by("leader", at));
  await writeMonth({ month: "2026-10", words: "Tôi nghe tổng đài", loyal: "Có" }, await by("leader", at));
  const page = await cyclePage(cycle, at);
  expect(page?.rows.find(({ person }) => person.id === id("leader"))).toMatchObject({ commitments: "alone", months: ["alone", "none"] });
  expect(page?.promised).toEqual({ published: 2, toAgree: 1, agreed: 1 });
});
