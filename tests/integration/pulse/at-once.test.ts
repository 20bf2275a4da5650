import { beforeAll, expect, it } from "vitest";
import { launchPulse, savePulse } from "#modules/pulse/public.server.ts";
import { db } from "#platform/db.server.ts";
import { boxKeys } from "#platform/sealed-box.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { answer, answers, close, design, now, openPulse, pulseCompany, type PulseCompany } from "./company.ts";

let company: PulseCompany;

beforeAll(async () => {
  company = await pulseCompany(6, 6);
}, 120_000);

const settled = async (...acts: readonly Promise<unknown>[]) => (await Promise.allSettled(acts)).map(({ status }) => status).sort();

it("two who launch at once launch once, and what is then answered is there at the end", async () => {
  const hr = await askedBy(company.people.hr, now);
  const { id } = await savePulse(design(), hr, null);
  expect(await settled(launchPulse(id, hr), launchPulse(id, hr), launchPulse(id, hr))).toEqual(["fulfilled", "rejected", "rejected"]);
  await expect(launchPulse(id, hr)).rejects.toMatchObject({ code: "state_changed" });
  for (const clerk of company.first) await answer(id, clerk, answers(4));
  await close(company, id);
  expect(await db.pulseAnswer.count({ where: { pulseId: id, question: "LOYAL" } })).toBe(6);
});

it("closed by two at once, and while somebody answers, no answer is there twice or lost", async () => {
  const id = await openPulse(company);
  for (const clerk of company.first) await answer(id, clerk, answers(4));
  const [last] = company.second;
  const [answered, ...closed] = await Promise.allSettled([answer(id, last!, answers(5)), close(company, id), close(company, id)]);
  expect(closed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.pulseAnswer.count({ where: { pulseId: id, question: "LOYAL" } })).toBe(answered.status === "fulfilled" ? 7 : 6);
  expect([await db.pulseSealed.count({ where: { pulseId: id } }), boxKeys().includes(id)]).toEqual([0, false]);
});
