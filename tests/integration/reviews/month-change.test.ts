import { beforeAll, expect, it } from "vitest";
import { prefilledReport, reportedAbout } from "#composition/improvements.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { leaderMonth } from "#composition/leading.server.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { translator } from "#i18n/translator.ts";
import { reportImprovement } from "#modules/improvements/public.server.ts";
import { writeMonth } from "#modules/reviews/public.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const MONTH = "2026-10";
const NOW = new Date("2026-11-02T03:00:00Z");
const LOYAL = "Chưa: khách chờ sửa áo mười ngày";

let company: SmallCompany;
let from: string;

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  company = await seedSmallCompany(NOW);
  const { id } = await writeMonth({ month: MONTH, words: "Tôi đã chậm ba lần", loyal: LOYAL }, await askedBy(company.people.supervisor, NOW));
  from = `leading_month:${id}`;
});

const monthOf = async (reader: keyof SmallCompany["people"]) => leaderMonth(await actorOf(company.people[reader]), company.people.supervisor.id, new URL(`http://tam.test/leading?month=${MONTH}`), { t: translator("vi"), locale: "vi" });

it("a report begins with one's own answer about loyalty, and with nobody else's", async () => {
  const query = new URLSearchParams({ from });
  expect((await prefilledReport(await actorOf(company.people.supervisor), query)).learnt).toMatchObject({ from, what: LOYAL });
  for (const other of ["manager", "hr", "supervisor2"] as const) expect((await prefilledReport(await actorOf(company.people[other]), query)).learnt, other).toBeNull();
});

it("what is reported is tied to the month, whose page then leads to it", async () => {
  expect((await monthOf("supervisor"))?.change).toBeNull();
  const { supervisor } = company.people;
  const fields = { kind: "friction", what: LOYAL, cost: "Khách đi về tay không", often: "weekly", procedure: null, rule: null, decision: null, feedback: null, touchpoint: null, department: null } as const;
  const made = await reportImprovement(fields, await reportedAbout(await actorOf(supervisor), fields, from), await askedBy(supervisor, NOW));
  for (const reader of ["supervisor", "manager"] as const) expect((await monthOf(reader))?.change?.href, reader).toBe(`/improvements/${made.id}`);
});
