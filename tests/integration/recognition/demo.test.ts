import { beforeAll, expect, it } from "vitest";
import { SIGN_INS } from "#db/seed/company.ts";
import { planDemo } from "#db/seed/demo-plan.ts";
import { planThanks } from "#db/seed/recognition.ts";
import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { loadDemo } from "#composition/demo.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { visibleThread } from "#composition/thread.server.ts";
import { translator } from "#i18n/translator.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { fairnessView } from "#modules/recognition/fairness.server.ts";
import { recognitionList } from "#modules/recognition/queries.server.ts";
import { settleOutcomesJob } from "#modules/recognition/settle-outcomes.server.ts";
import { stateOf, type EvidenceOutcome } from "#modules/recognition/domain/state.ts";
import { db } from "#platform/db.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-23T03:10:00Z");
installMessages();
const telling = { t: translator("vi"), locale: "vi", at: now } as const;
const named = (email: string) => db.person.findUniqueOrThrow({ where: { email } });

beforeAll(async () => {
  await useTestDatabase();
  await loadDemo({ now });
}, 180_000);

it("has five values with three or four behaviours each in both languages, one of them put better since", async () => {
  const values = await db.coreValue.findMany({ include: { versions: true } });
  expect(values).toHaveLength(5);
  expect(values.filter(({ version }) => version > 1)).toHaveLength(1);
  for (const version of values.flatMap(({ versions }) => versions)) {
    const behaviours = JSON.parse(version.behaviours) as { vi: string; en: string }[];
    expect([3, 4]).toContain(behaviours.length);
    expect(behaviours.every(({ vi, en }) => vi !== "" && en !== "")).toBe(true);
  }
});

it("has about 600 thank-yous in at least 60 wordings of each language, in every state, as the evidence says", async () => {
  const plan = planDemo(now);
  const thanks = planThanks(plan, now);
  expect(planThanks(plan, now)).toEqual(thanks);
  expect(thanks.length).toBeGreaterThan(560);
  for (const english of [true, false]) expect(new Set(thanks.filter((each) => each.english === english).map(({ message }) => message)).size).toBeGreaterThanOrEqual(60);
  const rows = await db.recognition.findMany({ include: { evidence: true, recipients: true } });
  const stored = new Set(rows.map(({ id }) => id));
  expect(thanks.filter(({ id }) => !stored.has(id))).toEqual([]);
  for (const { state, evidence, giverId, recipients } of rows) {
    expect(state).toBe(stateOf(evidence.map(({ outcome }) => outcome as EvidenceOutcome)));
    expect(recipients.some(({ personId }) => personId === giverId)).toBe(false);
  }
  const states = new Map((await db.recognition.groupBy({ by: ["state"], _count: true })).map(({ state, _count }) => [state, _count]));
  for (const state of ["thanks", "awaiting", "substantiated", "not_substantiated"]) expect(states.get(state) ?? 0, state).toBeGreaterThan(5);
  expect(await db.recognitionAddOn.count()).toBeGreaterThan(80);
  expect(await db.recognitionComment.count()).toBeGreaterThan(60);
  expect((await verifyChain()).ok).toBe(true);
}, 120_000);

it("is uneven where a company is: back office and night shift reached less, one pair returns thanks, good work unseen", async () => {
  const view = await fairnessView(await askedBy(await named(SIGN_INS.hr.email), now), 3, evidenceSources);
  const rate = ({ hits, n }: { hits: number; n: number }) => hits / n;
  expect(rate(view.groups.backOffice)).toBeLessThan(rate(view.groups.frontOffice));
  expect(rate(view.groups.night)).toBeLessThan(rate(view.groups.day));
  expect(view.pairs.length).toBeGreaterThanOrEqual(1);
  expect(view.unseen.length).toBeGreaterThan(0);
  expect(view.gini.value).toBeGreaterThan(0.3);
  expect(view.coverage.n).toBeGreaterThan(150);
});

it("stands as the job that catches up would leave it", async () => {
  const before = await db.recognition.findMany({ select: { id: true, state: true }, orderBy: { id: "asc" } });
  const job = settleOutcomesJob(evidenceSources);
  if (!("run" in job)) throw new Error("not a job that runs");
  await job.run({ jobId: "j", runAt: now, now, payload: null });
  expect(await db.recognition.findMany({ select: { id: true, state: true }, orderBy: { id: "asc" } })).toEqual(before);
});

it("lets the clerk walk from what was decided to who recognised it", async () => {
  const clerk = await actorOf(await named(SIGN_INS.frontline.email));
  const rows = await recognitionList(clerk, { receiverId: clerk.personId }, { limit: 50, cursor: null }, evidenceSources);
  const cited = rows.find(({ message }) => message.includes("xưởng thêu"));
  expect(cited).toMatchObject({ state: "substantiated", evidence: [{ kind: "decision", text: { en: expect.stringContaining("Refund") as string } }] });
  const decisionId = cited?.evidence[0]?.href?.split("/").at(-1) ?? "";
  expect((await visibleThread(clerk, "decision", decisionId, telling)).map(({ relation, other }) => [relation, other.id])).toContainEqual(["recognises", cited?.id]);
});
