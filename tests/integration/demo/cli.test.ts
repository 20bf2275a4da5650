import { beforeEach, expect, test } from "vitest";
import { seedSmallCompany } from "#db/seed/builders.ts";
import { DemoRefused, loadDemo, resetDemo } from "#composition/demo.server.ts";
import { db } from "#platform/db.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { CommandRefused } from "../../../app/cli/refusal.ts";
import { run as reset } from "../../../app/cli/demo-reset.ts";

beforeEach(useTestDatabase);

test("demo reset without --yes is refused before anything is opened", async () => {
  await expect(reset([])).rejects.toThrow(CommandRefused);
});

test("a company of one's own is neither loaded over nor reset", async () => {
  await seedSmallCompany(new Date("2026-11-23T03:00:00Z"));
  await expect(loadDemo()).rejects.toThrow(DemoRefused);
  await expect(resetDemo()).rejects.toThrow(DemoRefused);
  expect(await db.person.count()).toBe(13);
});

test("an empty database has no demo to reset", async () => {
  await expect(resetDemo()).rejects.toThrow(DemoRefused);
});
