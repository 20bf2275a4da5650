import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { appendEvent, checkpointFile, erasePersonalValues, exportEvents, listEvents, verifyChain, writeCheckpoint } from "#modules/audit/public.server.ts";
import { GENESIS, hashRow, signCheckpoint } from "#modules/audit/chain.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { useTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const at = new Date("2026-11-22T03:00:00Z");
let database: TestDatabase;

beforeEach(async () => {
  database = await useTestDatabase();
});

async function record(count: number): Promise<void> {
  await transaction(async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await appendEvent(tx, {
        type: "decision.recorded",
        subject: { kind: "decision", id: `d-${index}` },
        actor: { personId: "p-1", requestId: "r-1" },
        data: { amount: 450_000, gesture: "refund" },
        personal: { name: { value: "Lê An", owner: { kind: "person", id: "p-1" } } },
        at,
      });
    }
  });
}

/** Changes the file as somebody with the machine in hand would: past the product, guards removed. */
function tamper(change: (file: Database.Database) => void): void {
  const file = new Database(database.path);
  for (const { name } of file.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as { name: string }[]) file.exec(`DROP TRIGGER "${name}"`);
  change(file);
  file.close();
}

interface StoredEvent {
  seq: number;
  at: number;
  data: string;
  prevHash: string;
  hash: string;
}

/** Recomputes every hash from `from` on, as a forger who knows the construction would. */
function rewrite(file: Database.Database, from: number): void {
  let prevHash = from === 1 ? GENESIS : (file.prepare("SELECT hash FROM AuditEvent WHERE seq = ?").get(from - 1) as StoredEvent).hash;
  for (const row of file.prepare("SELECT * FROM AuditEvent WHERE seq >= ? ORDER BY seq").all(from) as (StoredEvent & Parameters<typeof hashRow>[0])[]) {
    const hash = hashRow({ ...row, at: new Date(Number(row.at)), prevHash });
    file.prepare("UPDATE AuditEvent SET prevHash = ?, hash = ? WHERE seq = ?").run(prevHash, hash, row.seq);
    prevHash = hash;
  }
}

describe("the chain", () => {
  test("an empty trail verifies", async () => {
    expect(await verifyChain()).toEqual({ ok: true, events: 0, checkpoints: 0, head: null, fault: null });
  });

  test("200 writers at once leave numbers without gap or fork", async () => {
    await Promise.all(Array.from({ length: 200 }, () => record(1)));
    const report = await verifyChain();
    expect(report).toMatchObject({ ok: true, events: 200 });
    expect((await db.auditEvent.findMany({ orderBy: { seq: "asc" } })).map((row) => row.seq)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  test("an act and its event are stored together or not at all", async () => {
    const failing = transaction(async (tx) => {
      await tx.insert("Setting", { name: "act", value: "" });
      await appendEvent(tx, { type: "Not a type", subject: { kind: "x", id: "1" }, actor: null, data: {}, at });
    });
    await expect(failing).rejects.toThrow("Not an event type");
    expect(await db.setting.count()).toBe(0);
  });

  test("data is canonical, so the order of fields does not matter", async () => {
    await transaction(async (tx) => {
      await appendEvent(tx, { type: "x.done", subject: { kind: "x", id: "1" }, actor: null, data: { b: 1, a: "ă" }, at });
    });
    expect((await db.auditEvent.findFirstOrThrow()).data).toBe('{"a":"ă","b":1}');
  });

  test("the database refuses to change or delete a row, or to skip a number", async () => {
    await record(2);
    await writeCheckpoint(at);
    for (const call of [
      () => transaction((tx) => tx.update("AuditEvent", { seq: 1 }, { data: "{}" })),
      () => transaction((tx) => tx.remove("AuditEvent", { seq: 2 })),
      () => transaction((tx) => tx.update("AuditCheckpoint", { seq: 2 }, { hash: "x" })),
      () => transaction((tx) => tx.remove("AuditCheckpoint", { seq: 2 })),
      () => transaction((tx) => tx.remove("AuditPersonalValue", { seq: 2 })),
      () => transaction((tx) => tx.update("AuditPersonalValue", { seq: 2 }, { value: '"Trần Bình"' })),
      () => transaction(async (tx) => {
        const first = await tx.find("AuditEvent", { seq: 1 });
        if (first !== null) await tx.insert("AuditEvent", { ...first, seq: 9 });
      }),
    ]) {
      await expect(call()).rejects.toThrow(/append-only|erased|next number/);
    }
    expect(await verifyChain()).toMatchObject({ ok: true, events: 2, checkpoints: 1 });
  });
});

describe("tampering is found at its first row", () => {
  beforeEach(() => record(10));

  test("one byte edited", async () => {
    tamper((file) => file.exec("UPDATE AuditEvent SET data = replace(data, '450000', '450001') WHERE seq = 4"));
    expect(await verifyChain()).toMatchObject({ ok: false, events: 3, fault: { seq: 4, kind: "hash" } });
  });

  test("a date edited", async () => {
    tamper((file) => file.exec("UPDATE AuditEvent SET at = at + 1 WHERE seq = 7"));
    expect(await verifyChain()).toMatchObject({ fault: { seq: 7, kind: "hash" } });
  });

  test("a middle row deleted", async () => {
    tamper((file) => file.exec("DELETE FROM AuditEvent WHERE seq = 5"));
    expect(await verifyChain()).toMatchObject({ fault: { seq: 5, kind: "gap" } });
  });

  test("two rows swapped", async () => {
    tamper((file) => file.exec("UPDATE AuditEvent SET seq = 99 WHERE seq = 3; UPDATE AuditEvent SET seq = 3 WHERE seq = 4; UPDATE AuditEvent SET seq = 4 WHERE seq = 99"));
    expect(await verifyChain()).toMatchObject({ fault: { seq: 3, kind: "link" } });
  });

  test("a row edited with its own hash recomputed", async () => {
    tamper((file) => {
      file.exec("UPDATE AuditEvent SET actorId = 'p-2' WHERE seq = 6");
      const row = file.prepare("SELECT * FROM AuditEvent WHERE seq = 6").get() as StoredEvent & Parameters<typeof hashRow>[0];
      file.prepare("UPDATE AuditEvent SET hash = ? WHERE seq = 6").run(hashRow({ ...row, at: new Date(Number(row.at)) }));
    });
    expect(await verifyChain()).toMatchObject({ fault: { seq: 7, kind: "link" } });
  });

  test("a personal value changed or deleted rather than erased", async () => {
    tamper((file) => file.exec("UPDATE AuditPersonalValue SET value = '\"Trần Bình\"' WHERE seq = 2"));
    expect(await verifyChain()).toMatchObject({ fault: { seq: 2, kind: "personal" } });
    tamper((file) => file.exec("DELETE FROM AuditPersonalValue WHERE seq = 1"));
    expect(await verifyChain()).toMatchObject({ fault: { seq: 1, kind: "personal" } });
  });

  test("the tail cut off, thanks to a signed checkpoint", async () => {
    await writeCheckpoint(at);
    tamper((file) => file.exec("DELETE FROM AuditEvent WHERE seq > 8; DELETE FROM AuditPersonalValue WHERE seq > 8"));
    expect(await verifyChain()).toMatchObject({ events: 8, fault: { seq: 9, kind: "tail" } });
  });

  test("the tail cut off together with the checkpoint, thanks to the file beside the database", async () => {
    await writeCheckpoint(at);
    tamper((file) => file.exec("DELETE FROM AuditEvent WHERE seq > 8; DELETE FROM AuditPersonalValue WHERE seq > 8; DELETE FROM AuditCheckpoint"));
    expect(await verifyChain()).toMatchObject({ fault: { seq: 9, kind: "tail" } });
    rmSync(checkpointFile(database.path));
    expect(await verifyChain()).toMatchObject({ ok: true, events: 8 });
  });

  test("the whole chain rewritten, thanks to a signed checkpoint", async () => {
    await writeCheckpoint(at);
    await record(3);
    tamper((file) => {
      file.exec("UPDATE AuditEvent SET data = replace(data, '450000', '1') WHERE seq = 4");
      rewrite(file, 4);
    });
    expect(await verifyChain()).toMatchObject({ fault: { seq: 10, kind: "checkpoint" } });
  });

  test("without any checkpoint a rewritten chain looks sound: the checkpoint is what catches it", async () => {
    tamper((file) => {
      file.exec("UPDATE AuditEvent SET data = replace(data, '450000', '1') WHERE seq = 4");
      rewrite(file, 4);
    });
    expect(await verifyChain()).toMatchObject({ ok: true });
  });

  test("a checkpoint forged without the key", async () => {
    await writeCheckpoint(at);
    tamper((file) => {
      const forged = { ...signCheckpoint({ seq: 10, hash: "f".repeat(64), at }), hash: "e".repeat(64) };
      file.prepare("UPDATE AuditCheckpoint SET hash = ?, signature = ?").run(forged.hash, forged.signature);
    });
    expect(await verifyChain()).toMatchObject({ fault: { seq: 10, kind: "signature" } });
  });
});

describe("checkpoints", () => {
  test("are written only when the chain has grown", async () => {
    expect(await writeCheckpoint(at)).toBeNull();
    await record(1);
    expect(await writeCheckpoint(at)).toMatchObject({ seq: 1 });
    expect(await writeCheckpoint(at)).toBeNull();
  });
});

describe("erasing", () => {
  test("keeps the chain whole and leaves neither value nor salt", async () => {
    await record(3);
    await writeCheckpoint(at);
    expect(await transaction((tx) => erasePersonalValues(tx, { kind: "person", id: "p-1" }))).toBe(3);
    expect(await verifyChain()).toMatchObject({ ok: true, events: 3 });
    expect(await db.auditPersonalValue.count({ where: { OR: [{ value: { not: null } }, { salt: { not: null } }] } })).toBe(0);
    expect((await listEvents({}, { limit: 1, cursor: null, order: "newest" })).items[0]?.personal).toEqual({ name: null });
  });
});

describe("reading", () => {
  test("pages newest first and oldest first, with personal values resolved", async () => {
    await record(5);
    const first = await listEvents({ type: "decision" }, { limit: 2, cursor: null, order: "newest" });
    expect(first.items.map((event) => event.seq)).toEqual([5, 4]);
    expect(first.items[0]).toMatchObject({ at: at.toISOString(), data: { amount: 450_000, gesture: "refund" }, personal: { name: "Lê An" } });
    const second = await listEvents({ type: "decision.recorded" }, { limit: 5, cursor: first.nextCursor, order: "newest" });
    expect(second).toMatchObject({ items: [{ seq: 3 }, { seq: 2 }, { seq: 1 }], nextCursor: null });
    expect((await listEvents({}, { limit: 9, cursor: 3, order: "oldest" })).items.map((event) => event.seq)).toEqual([4, 5]);
  });

  test("filters by subject, actor and time", async () => {
    await record(3);
    const all = { limit: 9, cursor: null, order: "newest" } as const;
    expect((await listEvents({ subject: { kind: "decision", id: "d-1" } }, all)).items.map((event) => event.seq)).toEqual([2]);
    expect((await listEvents({ actorId: "nobody" }, all)).items).toEqual([]);
    expect((await listEvents({ from: at, to: new Date(at.getTime() + 1) }, all)).items).toHaveLength(3);
    expect((await listEvents({ to: at }, all)).items).toEqual([]);
  });

  test("exports every row once, oldest first", async () => {
    await record(3);
    const rows: string[][] = [];
    for await (const row of exportEvents({})) rows.push(row);
    expect(rows.map((row) => row[0])).toEqual(["1", "2", "3"]);
  });
});
