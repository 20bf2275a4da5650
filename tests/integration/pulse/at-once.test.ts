import { beforeAll, expect, it } from "vitest";
import { doToPulse } from "#composition/pulses.server.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { extendPulse, launchPulse, pulseView, savePulse, tendPulsesJob } from "#modules/pulse/public.server.ts";
import { db } from "#platform/db.server.ts";
import { boxKeys } from "#platform/sealed-box.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { answer, answers, close, day, design, inDays, now, openPulse, pulseCompany, type PulseCompany } from "./company.ts";

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

it("what HR closes while the clock is at it keeps no other pulse from being closed, and no key is left", async () => {
  const both = [await openPulse(company), await openPulse(company)];
  if (!("run" in tendPulsesJob)) throw new Error("no job");
  const at = inDays(13);
  const tending = tendPulsesJob.run({ jobId: "", runAt: at, now: at, payload: null });
  await Promise.all([tending, Promise.allSettled(both.map((id) => close(company, id, at)))]);
  expect(await db.pulse.count({ where: { id: { in: both }, state: "closed" } })).toBe(2);
  expect(boxKeys().filter((id) => both.includes(id))).toEqual([]);
});

it("more days that HR gives while the clock is at it hold", async () => {
  const ids = [await openPulse(company), await openPulse(company), await openPulse(company)];
  if (!("run" in tendPulsesJob)) throw new Error("no job");
  const at = inDays(13);
  const hr = await askedBy(company.people.hr, at);
  const tending = tendPulsesJob.run({ jobId: "", runAt: at, now: at, payload: null });
  const given = await Promise.allSettled(ids.map((id) => extendPulse(id, day(20), hr)));
  await tending;
  const states = await Promise.all(ids.map(async (id) => (await db.pulse.findUniqueOrThrow({ where: { id } })).state));
  expect(states).toEqual(given.map(({ status }) => (status === "fulfilled" ? "open" : "closed")));
});

it("a draft is launched or discarded as it was read, not as somebody changed it meanwhile", async () => {
  const hr = await askedBy(company.people.hr, now);
  const { id } = await savePulse(design(), hr, null);
  await savePulse(design({ questions: ["LOYAL"] }), hr, { id, revision: 1 });
  const press = async (intent: string, revision: string) => {
    const form = new FormData();
    form.set("intent", intent);
    form.set("revision", revision);
    return doToPulse(await actorOf(company.people.hr2), id, form);
  };
  for (const intent of ["launch", "discard"]) await expect(press(intent, "1"), intent).rejects.toMatchObject({ code: "state_changed" });
  expect(await press("discard", "2")).toMatchObject({ to: "/pulses" });
});

it("what stands in the form is stored and looked over before it is launched, with how many are asked; nothing is launched meanwhile", async () => {
  const { hr, hr2 } = company.people;
  const [opensOn, closesOn] = [3, 9].map((days) => addDays(localDay(new Date(), "Asia/Ho_Chi_Minh"), days)) as [string, string];
  const { id } = await savePulse(design({ opensOn, closesOn }), await askedBy(hr, now), null);
  const form = new FormData();
  const typed = { ...{ titleVi: "Hỏi lại cho đúng", titleEn: "Asking it right", mode: "anonymous", kScores: "5", kComments: "8" }, ...{ questions: "LOYAL", departments: "RETAIL", opensOn, closesOn, remindOn: "" } };
  for (const [name, value] of Object.entries({ ...typed, intent: "review", revision: "1" })) form.set(name, value);
  expect(await doToPulse(await actorOf(hr), id, form)).toEqual({ done: "form.saved", to: `/pulses/${id}?launch` });
  await expect(doToPulse(await actorOf(hr2), id, form)).rejects.toMatchObject({ code: "state_changed" });
  const seen = await pulseView(await actorOf(hr), id);
  expect(seen).toMatchObject({ state: "draft", revision: 2, fields: { titleEn: "Asking it right", questions: ["LOYAL"] } });
  expect(seen?.wouldAsk).toBe((await launchPulse(id, await askedBy(hr, now), seen?.revision)).invited);
});
