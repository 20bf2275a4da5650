import { beforeAll, expect, it } from "vitest";
import { loadDemo } from "#composition/demo.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { POLICY } from "#db/seed/policy.ts";
import { loadActor, NO_CONTEXT } from "#modules/people/public.server.ts";
import { startSimulation } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-23T03:00:00Z");

beforeAll(async () => {
  installMessages();
  await useTestDatabase();
  await loadDemo({ now });
});

async function simulated(version: number, mode: "stateful" | "stateless", from: Date | null = null) {
  const hr = await db.person.findUniqueOrThrow({ where: { email: "hr@demo.tam" } });
  const actor = await loadActor(hr.id, NO_CONTEXT);
  if (actor === null) throw new Error("no such actor");
  const { report } = await (await startSimulation(actor, version, { mode, from, to: now })).finished;
  if (report === null) throw new Error("no report");
  return report;
}

it.each(["stateful", "stateless"] as const)("six months of decisions under several versions come out as recorded, %s", async (mode) => {
  const { reproduced, cases } = await simulated(POLICY.inReview, mode);
  expect(cases).toBe(await db.decision.count());
  expect(reproduced).toEqual({ cases, same: cases, withoutVersion: 0, different: [] });
});

it("comes out as recorded from any day on, with the history before it", async () => {
  const { reproduced, cases } = await simulated(POLICY.inReview, "stateful", new Date("2026-11-02T05:00:00Z"));
  expect(cases).toBeGreaterThan(100);
  expect(reproduced.same).toBe(cases);
});

it("shows what the draft in review is for: cases without a rule that get one", async () => {
  const report = await simulated(POLICY.inReview, "stateful");
  const gap = report.byRule.find(({ code }) => code === null);
  expect(report.transitions.escalated.granted).toBeGreaterThan(0);
  expect(gap?.after.escalated).toBeLessThan(gap?.before.escalated ?? 0);
  expect(report.byRule.find(({ code }) => code === "ALTER-REDO")?.after.granted).toBeGreaterThan(0);
});
