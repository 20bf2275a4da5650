import { beforeAll, expect, it } from "vitest";
import { personErasure } from "#composition/erasure.server.ts";
import { deactivatePerson, erasePerson } from "#modules/people/public.server.ts";
import { exportResults, pulsePreview, pulseResults } from "#modules/pulse/public.server.ts";
import { db } from "#platform/db.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { answer, answers, close, inDays, now, openPulse, pulseCompany, type PulseCompany } from "./company.ts";

let company: PulseCompany;
let id: string;

beforeAll(async () => {
  company = await pulseCompany(9, 7);
  id = await openPulse(company);
  for (const clerk of [...company.first, ...company.second]) await answer(id, clerk, answers(4));
  await close(company, id);
}, 120_000);

it("a group is called by its leader's name, and by none once that was erased; its figures stay", async () => {
  const { people } = company;
  const results = async () => pulseResults(await actorOf(people.hr), id, `line:${people.manager2.id}`);
  const before = await results();
  expect(before?.chosen.name.vi).toBe(people.manager2.name);
  expect((await pulsePreview(await actorOf(people.hr), id, `line:${people.manager2.id}`))?.chosen.name.vi).toBe(people.manager2.name);
  const hr = await askedBy(people.hr, inDays(1));
  await deactivatePerson(people.manager2.id, hr, []);
  await erasePerson(people.manager2.id, hr, personErasure);
  const after = await results();
  expect(after?.chosen).toMatchObject({ id: `line:${people.manager2.id}`, name: { vi: "–", en: "–" } });
  expect(after?.results.map(({ told }) => told)).toEqual(before?.results.map(({ told }) => told));
  let file = "";
  for await (const piece of await exportResults(id, hr)) file += piece;
  expect(file).not.toContain(people.manager2.name);
  const stored = JSON.stringify(await db.pulse.findMany());
  for (const { name } of [people.manager2, people.manager]) expect(stored).not.toContain(name);
  expect([now < inDays(1), file.includes(people.manager.name)]).toEqual([true, true]);
});
