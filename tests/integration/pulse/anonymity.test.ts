import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseFile } from "#platform/database-file.server.ts";
import { db } from "#platform/db.server.ts";
import { backup } from "#platform/backup.server.ts";
import { boxKeys } from "#platform/sealed-box.server.ts";
import { answer, close, now, openPulse, pulseCompany, type PulseCompany } from "./company.ts";

/** Thirty people answer one after the other; what each wrote is theirs alone, so a join would show. */
const PEOPLE = 30;
const said = (index: number) => `Điều người thứ ${String(index).padStart(2, "0")} viết ra, chỉ người ấy biết.`;

let company: PulseCompany;
let id: string;
/** The file and its log as they stood after each answer, as somebody who copies them again and again has them. */
const copies: Buffer[] = [];
let closedFile: string;
/** Boxes as they lay there while the pulse was open. */
let sealed: { readonly id: string; readonly box: string }[];

const bytes = () => Buffer.concat([readFileSync(databaseFile()), readFileSync(`${databaseFile()}-wal`)]);
const clerks = () => [...company.first, ...company.second];

beforeAll(async () => {
  company = await pulseCompany(15, 15);
  id = await openPulse(company, { sites: [], departments: ["RETAIL"], questions: ["LOYAL", "LOYAL-WHERE-NOT"] });
  for (const [index, clerk] of clerks().entries()) {
    await answer(id, clerk, { "LOYAL": 1 + (index % 5), "LOYAL-WHERE-NOT": said(index) }, new Date(now.getTime() + index * 60_000));
    copies.push(bytes());
  }
  sealed = await db.pulseSealed.findMany();
  await close(company, id, new Date(now.getTime() + 3_600_000));
  copies.push(bytes());
  closedFile = path.join(path.dirname(databaseFile()), "closed.db");
  await backup(databaseFile(), closedFile, []);
}, 120_000);

afterAll(() => {
  copies.length = 0;
});

/** How many of the thirty are in their place when texts are taken in an order, and how far the two orders go together. */
function joined(order: readonly number[]): { hits: number; together: number } {
  const n = order.length;
  const hits = order.filter((value, index) => value === index).length;
  const apart = order.reduce((sum, value, index) => sum + (value - index) ** 2, 0);
  return { hits, together: n < 2 ? 0 : Math.abs(1 - (6 * apart) / (n * (n * n - 1))) };
}

/** Chance gives one hit in thirty on average, ten or more once in a million; orders that go together by 0.85 are as rare. */
const byChance = ({ hits, together }: { hits: number; together: number }) => hits < 10 && together < 0.85;

const places = (haystack: Buffer): number[] => clerks().map((_clerk, index) => haystack.indexOf(said(index)));
const ordered = (where: readonly number[]): number[] => [...where.keys()].filter((index) => (where[index] ?? -1) >= 0).sort((a, b) => (where[a] ?? 0) - (where[b] ?? 0));
const indexOfText = (text: string | null): number => clerks().findIndex((_clerk, index) => said(index) === text);

describe("everything there is, dumped after thirty people answered in a known order", () => {
  it("holds no answer in the clear before the pulse closed: neither file, log nor any copy of them", () => {
    for (const copy of copies.slice(0, PEOPLE)) expect(places(copy).every((place) => place < 0)).toBe(true);
    // The needle is the right one: after closing the texts are there.
    expect(places(copies[PEOPLE]!).every((place) => place >= 0)).toBe(true);
  });

  it("answers lie in no order of who answered: by key, by place in the file, in the log and in a backup", async () => {
    const rows = await db.pulseAnswer.findMany({ where: { pulseId: id, question: "LOYAL-WHERE-NOT" } });
    expect(rows).toHaveLength(PEOPLE);
    const byKey = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ text }) => indexOfText(text));
    const wal = readFileSync(`${databaseFile()}-wal`);
    const attempts = {
      byKey,
      asRead: rows.map(({ text }) => indexOfText(text)),
      inCopy: ordered(places(copies[PEOPLE]!)),
      inLog: ordered(places(wal)),
      inBackup: ordered(places(readFileSync(closedFile))),
      // what somebody learns who counts which texts came first in any copy
      firstSeen: ordered(places(copies.find((copy) => places(copy).some((place) => place >= 0))!)),
    };
    for (const [name, order] of Object.entries(attempts)) if (order.length > 1) expect(byChance(joined(order)), name).toBe(true);
    expect(attempts.inBackup).toHaveLength(PEOPLE);
  });

  it("tables have no row numbers, ids are random, and nothing in a row is shared with an invitation but the pulse and the group", () => {
    const file = new Database(closedFile, { readonly: true });
    try {
      for (const table of ["PulseAnswer", "PulseInvitation", "PulseSealed"]) expect(() => file.prepare(`SELECT rowid FROM "${table}"`).all()).toThrow(/no such column/);
      const invitations = file.prepare(`SELECT * FROM "PulseInvitation" WHERE "pulseId" = ?`).all(id) as Record<string, unknown>[];
      const rows = file.prepare(`SELECT * FROM "PulseAnswer" WHERE "pulseId" = ?`).all(id) as Record<string, unknown>[];
      const values = (list: Record<string, unknown>[]) => new Set(list.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (name === "pulseId" || name === "cell" || value === null ? [] : [String(value)]))));
      const [asked, given] = [values(invitations), values(rows)];
      // 0 and the numbers of a scale are no names
      expect([...asked].filter((value) => given.has(value) && !/^\d$/.test(value))).toEqual([]);
      for (const { id: key } of rows) expect(String(key)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["cell", "id", "pulseId", "question", "text", "value"]);
      expect(invitations.filter(({ spent }) => spent !== 0)).toEqual([]);
      // Each of the groups that stand on answers had five people or more.
      const cells = file.prepare(`SELECT "cell", count(*) AS n FROM "PulseInvitation" WHERE "pulseId" = ? GROUP BY 1`).all(id) as { n: number }[];
      for (const { n } of cells) expect(n).toBeGreaterThanOrEqual(5);
    } finally {
      file.close();
    }
  });

  it("what was sealed says nothing by its length, its key or its bytes, and nobody opens it any more", () => {
    expect(sealed).toHaveLength(PEOPLE);
    expect(new Set(sealed.map(({ box }) => box.length)).size).toBe(1);
    expect(new Set(sealed.map(({ box }) => box.slice(0, 40))).size).toBe(PEOPLE);
    // Sorted by key or by their bytes, boxes stand in no order of who sealed them: copy n is the first to hold box n.
    const sealer = ({ box }: { box: string }) => copies.findIndex((copy) => copy.includes(box.slice(0, 200)));
    expect([...sealed].map(sealer).sort((a, b) => a - b)).toEqual([...Array(PEOPLE).keys()]);
    for (const by of ["id", "box"] as const) expect(byChance(joined([...sealed].sort((a, b) => (a[by] < b[by] ? -1 : 1)).map(sealer))), by).toBe(true);
    expect(boxKeys()).toEqual([]);
    const left = readdirSync(path.dirname(databaseFile()), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".pem"));
    expect(left).toEqual([]);
    const file = new Database(closedFile, { readonly: true });
    expect(file.prepare(`SELECT count(*) AS n FROM "PulseSealed"`).get()).toEqual({ n: 0 });
    expect(file.prepare(`SELECT "publicKey" FROM "Pulse" WHERE "id" = ?`).get(id)).toEqual({ publicKey: null });
    file.close();
  });

  it("the audit trail, notifications, jobs and stored answers of requests know of nobody's answering", async () => {
    const events = await db.auditEvent.findMany({ where: { subjectKind: { in: ["pulse"] } }, orderBy: { seq: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["pulse.saved", "pulse.launched", "pulse.closed"]);
    const people = new Set(clerks().map(({ id: person }) => person));
    expect(events.filter(({ actorId }) => people.has(actorId ?? ""))).toEqual([]);
    // Everybody was told the same, at the same instants.
    const told = await db.notification.groupBy({ by: ["kind", "createdAt"], where: { kind: { startsWith: "pulse." } }, _count: { _all: true } });
    expect(new Set(told.map(({ _count }) => _count._all)).size).toBe(1);
    expect(told).toHaveLength(2);
    expect(await db.idempotentAnswer.count()).toBe(0);
  });
});

describe("the same attacker against careless ways of keeping answers", () => {
  function careless(table: string, keyOf: (index: number) => string): Buffer {
    const file = path.join(path.dirname(databaseFile()), `${table}.db`);
    const leaky = new Database(file);
    leaky.pragma("journal_mode = WAL");
    leaky.exec(`CREATE TABLE spent (person TEXT); CREATE TABLE ${table} (id TEXT PRIMARY KEY, said TEXT)`);
    for (const [index, { id: person }] of clerks().entries()) {
      leaky.transaction(() => {
        leaky.prepare("INSERT INTO spent VALUES (?)").run(person);
        leaky.prepare(`INSERT INTO ${table} VALUES (?, ?)`).run(keyOf(index), said(index));
      })();
    }
    const rows = leaky.prepare(`SELECT said FROM ${table} ORDER BY rowid`).all() as { said: string }[];
    const bytesNow = Buffer.concat([Buffer.from(rows.map((row) => row.said).join("\n"), "utf8")]);
    leaky.close();
    return bytesNow;
  }

  it("finds all thirty where answers have row numbers, even under random keys", () => {
    const key = (index: number) => ((index * 7919) % 10_007).toString(16);
    expect(joined(ordered(places(careless("numbered", key))))).toEqual({ hits: PEOPLE, together: 1 });
    expect(byChance(joined(ordered(places(careless("again", key)))))).toBe(false);
  });

  it("finds all thirty in copies of the log where answers are written as they come", () => {
    const file = path.join(path.dirname(databaseFile()), "as-they-come.db");
    const leaky = new Database(file);
    leaky.pragma("journal_mode = WAL");
    leaky.exec("CREATE TABLE answer (id TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID");
    const firstSeen = new Map<number, number>();
    for (const index of clerks().keys()) {
      leaky.prepare("INSERT INTO answer VALUES (?, ?)").run(((index * 7919) % 10_007).toString(16), said(index));
      const copy = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
      places(copy).forEach((place, text) => {
        if (place >= 0 && !firstSeen.has(text)) firstSeen.set(text, index);
      });
    }
    leaky.close();
    expect(joined([...firstSeen].sort((a, b) => a[1] - b[1]).map(([text]) => text))).toEqual({ hits: PEOPLE, together: 1 });
  });
});
