import { beforeAll, expect, it } from "vitest";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { eraseCustomer } from "#modules/customers/erase-customer.server.ts";
import { addFeedback } from "#modules/listening/add-feedback.server.ts";
import { answerSurvey } from "#modules/listening/answer-survey.server.ts";
import { askAboutDecision } from "#modules/listening/ask-about-decision.server.ts";
import { NO_RATINGS, type Ratings } from "#modules/listening/domain/scales.ts";
import { eraseFeedback } from "#modules/listening/erase-feedback.server.ts";
import { answersAbout, answersByTouchpoint } from "#modules/listening/public.server.ts";
import { saveSurvey } from "#modules/listening/save-survey.server.ts";
import { freshSurvey } from "#modules/listening/usual-touchpoints.ts";
import { askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T03:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const CASES = ["01890000-0000-7000-8000-0000000000d1", "01890000-0000-7000-8000-0000000000d2", "01890000-0000-7000-8000-0000000000d3"] as const;

let company: SmallCompany;

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  company = await seedSmallCompany(now);
  const hr = await askedBy(company.people.hr, now);
  for (const code of ["counter", "delivery"] as const) await saveSurvey(freshSurvey(code), hr, { isNew: true });
}, 120_000);

async function heard(touchpoint: string | null, ratings: Partial<Ratings>, at: Date, customerRef: string | null = null): Promise<void> {
  const hasRating = Object.keys(ratings).length > 0;
  const fields = { source: null, sourceId: null, receivedAt: null, channel: null, touchpoint, customerRef, language: "vi" as const, ratings: { ...NO_RATINGS, ...ratings }, hasRating, text: "Một lời góp ý", felt: null, unsaid: null };
  await addFeedback(fields, await askedBy(company.people.frontline, at));
}

/** A customer answers the question about a case. */
async function answered(decisionId: string, customer: "standard" | "gold", ratings: Partial<Ratings>, minute: number): Promise<void> {
  const { frontline, supervisor } = company.people;
  const place = { id: decisionId, number: "D-2026-000001", channel: "store" as const, customerId: company.customers[customer].id, personId: frontline.id, managerId: supervisor.id, siteCode: "HN-01", departmentCode: "RETAIL" };
  const { token } = await askAboutDecision(place, await askedBy(frontline, now));
  const answer = { understood: null, csat: null, nps: null, said: null, ...ratings };
  expect(await answerSurvey({ token, visit: "", answer }, { address: `192.0.2.${minute}`, requestId: null, locale: "vi", now: new Date(now.getTime() + minute * 60_000) })).toMatchObject({ outcome: "kept" });
}

it("counts rated answers of each touchpoint and how many are content, from a first instant up to a last", async () => {
  for (const nps of [10, 9, 7, 2]) await heard("counter", { nps }, days(1));
  await heard("counter", {}, days(1));
  await heard("delivery", { understood: "no" }, days(0));
  await heard("delivery", { understood: "yes" }, days(2));
  await heard(null, { nps: 10 }, days(1));
  expect(await answersByTouchpoint(days(0), days(2))).toEqual([{ touchpoint: "counter", rated: 4, content: 2 }, { touchpoint: "delivery", rated: 1, content: 0 }]);
  expect(await answersByTouchpoint(days(2), days(3))).toEqual([{ touchpoint: "delivery", rated: 1, content: 1 }]);
  expect(await answersByTouchpoint(days(3), days(9))).toEqual([]);
});

it("tells what a customer answered about a case by what the rating comes to, and of no other case", async () => {
  await answered(CASES[0], "standard", { understood: "yes" }, 1);
  await answered(CASES[1], "gold", { understood: "no" }, 2);
  expect(await answersAbout([])).toEqual([]);
  expect(await answersAbout([CASES[2]])).toEqual([]);
  const told = await answersAbout([CASES[0], CASES[1]]);
  expect(told.map(({ decisionId, tone }) => [decisionId, tone]).sort()).toEqual([[CASES[0], "high"], [CASES[1], "low"]]);
  expect(told.flatMap((one) => Object.keys(one))).toEqual(["id", "decisionId", "tone", "id", "decisionId", "tone"]);
});

it("counts nothing that went with a customer's details", async () => {
  await heard("counter", { nps: 10 }, days(20), "C-1029");
  expect(await answersByTouchpoint(days(20), days(21))).toEqual([{ touchpoint: "counter", rated: 1, content: 1 }]);
  await eraseCustomer("C-1029", await askedBy(company.people.hr, days(21)), [eraseFeedback]);
  expect(await answersByTouchpoint(days(20), days(21))).toEqual([]);
  expect(await answersAbout(CASES)).toMatchObject([{ decisionId: CASES[0], tone: "high" }]);
});
