import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { seedSmallCompany } from "#db/seed/builders.ts";
import { installMessages } from "#composition/messages.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { recordDecision } from "#modules/empowerment/public.server.ts";
import { loadActor, NO_CONTEXT } from "#modules/people/public.server.ts";
import { closeDatabase, db, openDatabase } from "#platform/db.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { startChild } from "#tests/support/child.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { refund } from "./company.ts";

const DECIDER = "tests/support/children/decider.ts";
const AMOUNT = 100_000n;
/** The frontline's day in the small policy. */
const LIMIT = 2_000_000n;

interface Answer {
  readonly key: string;
  readonly id: string;
  readonly state: string;
}
const answersOf = (lines: readonly string[]): Answer[] =>
  lines.flatMap((line) => {
    const [key = "", id = "", state] = line.split(" ");
    return state === undefined ? [] : [{ key, id, state }];
  });

/** A seeded file that other processes may open. */
async function seededFile(): Promise<string> {
  const database = await useTestDatabase();
  await seedSmallCompany(new Date());
  await closeDatabase();
  return database.url;
}

/** What must hold whatever happened: counters are their ledger, the ledger is the decisions, the trail is whole. */
async function expectSound(): Promise<void> {
  expect(readHot("budget.mismatches", {})).toEqual([]);
  const granted = await db.decision.findMany({ where: { state: "granted" }, select: { id: true } });
  const entries = await db.budgetEntry.findMany({ where: { budget: "PERSON-DAY" }, select: { decisionId: true, delta: true } });
  expect(new Set(entries.map(({ decisionId }) => decisionId))).toEqual(new Set(granted.map(({ id }) => id)));
  expect(entries.every(({ delta }) => delta === AMOUNT)).toBe(true);
  expect(await db.decision.count()).toBe(await db.auditEvent.count({ where: { type: "decision.recorded" } }));
  expect(await db.decision.count()).toBe(await db.idempotentAnswer.count());
  expect((await verifyChain()).ok).toBe(true);
}

test("two processes on one file: together they grant exactly what fits, and no number comes twice", async () => {
  const url = await seededFile();
  const children = ["a", "b"].map((prefix) => startChild(DECIDER, ["frontline@demo.tam", prefix, "60", "6"], { DATABASE_URL: url }));
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0]);
  openDatabase({ url, check: true });
  const answers = children.flatMap(({ lines }) => answersOf(lines));
  expect(answers).toHaveLength(120);
  expect(answers.filter(({ state }) => state === "granted")).toHaveLength(Number(LIMIT / AMOUNT));
  const numbers = await db.decision.findMany({ select: { number: true } });
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(120);
  await expectSound();
});

test.each([1, 2, 3])("kill −9 in mid-flight, then every key again: each acknowledged decision is stored once (round %i)", async (round) => {
  const url = await seededFile();
  const first = startChild(DECIDER, ["frontline@demo.tam", "k", "5000", "8"], { DATABASE_URL: url });
  let seen = 0;
  await first.line(() => (seen += 1) > 15 * round);
  first.process.kill("SIGKILL");
  expect(await first.ended).toBe("SIGKILL");
  const acknowledged = answersOf(first.lines).filter(({ id, state }) => id.length === 36 && ["granted", "pending"].includes(state));

  const count = Math.max(...acknowledged.map(({ key }) => Number(key.split("-")[1]))) + 10;
  const again = startChild(DECIDER, ["frontline@demo.tam", "k", String(count), "8"], { DATABASE_URL: url });
  expect(await again.ended).toBe(0);
  const replayed = new Map(answersOf(again.lines).map((answer) => [answer.key, answer]));
  openDatabase({ url, check: true });
  expect(acknowledged.length).toBeGreaterThanOrEqual(10);
  for (const answer of acknowledged) expect(replayed.get(answer.key)).toEqual(answer);
  expect(await db.decision.count()).toBe(replayed.size);
  const consumed = (await db.budgetCounter.findFirstOrThrow({ where: { budget: "PERSON-DAY" } })).consumed;
  expect(consumed <= LIMIT).toBe(true);
  await expectSound();
});

test("a full disk: what cannot be stored is told, nothing is half there, and it goes on when there is room", async () => {
  const seeded = await seededFile();
  const folder = mkdtempSync(path.join(tmpdir(), "tam-full-"));
  let mounted = true;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    mounted = false;
  }
  onTestFinished(async () => {
    await closeDatabase();
    if (mounted) execFileSync("umount", [folder], { stdio: "ignore" });
    rmSync(folder, { recursive: true, force: true });
  });
  const file = path.join(folder, "tam.db");
  copyFileSync(seeded.replace(/^file:/, ""), file);
  openDatabase({ url: `file:${file}` });
  installMessages();
  // Where a small disk cannot be mounted, the page limit of the connection gives the same error.
  const { connections } = await import("#platform/connections.server.ts");
  const { writer } = connections();
  if (!mounted) writer.pragma(`max_page_count = ${Number(writer.pragma("page_count", { simple: true })) + 60}`);

  const person = await db.person.findFirstOrThrow({ where: { email: "frontline@demo.tam" } });
  const clerk = await loadActor(person.id, NO_CONTEXT);
  if (clerk === null) throw new Error("nobody here");
  const decide = (key: string) =>
    recordDecision(clerk, refund(1_000, { externalRef: key, note: "x".repeat(3_900) }), {
      locale: "vi",
      remember: (tx, answer) =>
        tx.insert("IdempotentAnswer", { tokenId: "till", path: "/", key, requestHash: "", status: 201, body: JSON.stringify(answer), createdAt: new Date() }),
    });
  let stored = 0;
  let refused: unknown;
  while (refused === undefined && stored < 3_000) {
    try {
      await decide(`k-${stored}`);
      stored += 1;
    } catch (error) {
      refused = error;
    }
  }
  expect(refused).toMatchObject({ name: "BusyError", reason: "full", code: "busy" });
  expect(stored).toBeGreaterThan(0);
  expect(await db.decision.count()).toBe(stored);
  expect(await db.idempotentAnswer.count()).toBe(stored);
  expect(readHot("budget.mismatches", {})).toEqual([]);
  if (mounted) execFileSync("mount", ["-o", "remount,size=64m", folder], { stdio: "ignore" });
  else writer.pragma("max_page_count = 1000000");
  await decide("after");
  expect(await db.decision.count()).toBe(stored + 1);
  expect(await transaction((tx) => tx.count("AuditEvent", { type: "decision.recorded" }))).toBe(stored + 1);
  expect((await verifyChain()).ok).toBe(true);
});
