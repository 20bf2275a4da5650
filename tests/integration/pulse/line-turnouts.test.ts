import { beforeAll, expect, it } from "vitest";
import { lineTurnouts } from "#modules/pulse/public.server.ts";
import { answer, answers, close, day, inDays, openPulse, pulseCompany, type PulseCompany } from "./company.ts";

let company: PulseCompany;
let leaders: readonly [string, string];
/** Of both shops, closed after nine days; the next asks the second shop alone. */
let quarter: string;

beforeAll(async () => {
  company = await pulseCompany(12, 9);
  leaders = [company.people.manager.id, company.people.manager2.id];
  quarter = await openPulse(company);
}, 120_000);

it("tells nothing before anything was asked, of nobody, and of a pulse that is open", async () => {
  for (const clerk of company.first) await answer(quarter, clerk, answers(4));
  for (const clerk of company.second.slice(0, 6)) await answer(quarter, clerk, answers(2));
  for (const other of [...company.beside, company.people.manager]) await answer(quarter, other, answers(3));
  expect(await lineTurnouts([], day(30))).toBeNull();
  expect(await lineTurnouts(leaders, day(30))).toBeNull();
});

it("tells each team's rate in steps of five per cent, from the day on which the pulse closed", async () => {
  await close(company, quarter, inDays(9));
  expect(await lineTurnouts(leaders, day(8))).toBeNull();
  expect(await lineTurnouts(leaders, day(9))).toEqual({
    pulse: { id: quarter, title: { vi: "Quý này", en: "This quarter" } },
    teams: [{ leaderId: leaders[0], own: true, percent: 80 }, { leaderId: leaders[1], own: true, percent: 55 }],
  });
});

it("leaves out who leads nobody and whose people were not asked: the newest pulse is the newest that asked some of them", async () => {
  expect(await lineTurnouts([company.people.frontline.id], day(30))).toBeNull();
  const second = await openPulse(company, { titleEn: "Second shop", departments: [], sites: ["HN-02"], opensOn: day(10), closesOn: day(15) }, inDays(10));
  for (const clerk of company.second.slice(0, 3)) await answer(second, clerk, answers(5), inDays(11));
  await close(company, second, inDays(15));
  expect((await lineTurnouts([leaders[0]], day(30)))?.pulse.id).toBe(quarter);
  expect((await lineTurnouts(leaders, day(14)))?.pulse.id).toBe(quarter);
  // Three answers are too few to be told of, and are not told of: no 0, no rate.
  expect(await lineTurnouts(leaders, day(30))).toMatchObject({ pulse: { id: second }, teams: [{ leaderId: leaders[1], percent: null }] });
});
