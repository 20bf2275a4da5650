import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { linksOf, link } from "#modules/thread/public.server.ts";
import { db } from "#platform/db.server.ts";
import { emptyDatabase } from "#platform/empty-database.server.ts";
import { changedKeys, rememberKeys } from "#platform/key-guard.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { readHot, transaction, type Insert, type Row } from "#platform/transaction.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const at = new Date("2026-11-22T03:00:00Z");
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

beforeEach(async () => {
  await useTestDatabase();
});

function decision(overrides: Partial<Insert<"Decision">> = {}): Insert<"Decision"> {
  const id = newId();
  return {
    ...{ id, number: `D-${id}`, personId: "p", gesture: "refund", reason: "r", channel: "store", proactive: false, caseGroup: "refund" },
    ...{ facts: "{}", policyVersion: 1, outcome: "granted", state: "granted", reasonCode: "within_case_limit", explanation: "{}", decidedAt: at, sequence: 1, approvedAmount: 100n },
    ...overrides,
  };
}

const store = (row: Insert<"Decision">) => transaction((tx) => tx.insert("Decision", row));

describe("guards of the database", () => {
  test.each([
    ["amount", 5n],
    ["gesture", "voucher"],
    ["facts", '{"x":1}'],
    ["policyVersion", 2],
    ["rule", "R"],
    ["decidedAt", later(1)],
    ["personId", "q"],
    ["customerId", "c"],
    ["outcome", "refused"],
    ["limit", 1n],
    ["explanation", '{"x":1}'],
  ] as const)("a decision's %s never changes", async (column, value) => {
    const row = decision();
    await store(row);
    await expect(transaction((tx) => tx.update("Decision", { id: row.id }, { [column]: value } as Partial<Row<"Decision">>))).rejects.toThrow("cannot be changed");
  });

  test("what happens to a decision afterwards is stored, and it is never deleted", async () => {
    const row = decision();
    await store(row);
    await transaction((tx) => tx.update("Decision", { id: row.id }, { state: "cancelled", closedAt: at, note: null, result: "resolved", csat: 5, givenAt: at }));
    await expect(transaction((tx) => tx.remove("Decision", { id: row.id }))).rejects.toThrow("cannot be deleted");
    expect(await db.decision.count()).toBe(1);
  });

  test("a draft may change, a published version never, and it stays", async () => {
    const version = { version: 1, state: "draft", document: "{}", contentHash: "h", createdAt: at };
    const set = (columns: Partial<Row<"PolicyVersion">>) => transaction((tx) => tx.update("PolicyVersion", { version: 1 }, columns));
    await transaction((tx) => tx.insert("PolicyVersion", version));
    await set({ document: '{"a":1}', revision: 2 });
    await set({ state: "published", publishedAt: at, effectiveFrom: at });
    for (const change of [{ document: "{}" }, { contentHash: "x" }, { effectiveFrom: later(1) }, { state: "draft" }]) {
      await expect(set(change)).rejects.toThrow("published version cannot be changed");
    }
    await expect(transaction((tx) => tx.remove("PolicyVersion", { version: 1 }))).rejects.toThrow("cannot be deleted");
  });

  test("one role in one scope is held once, also without a scope reference", async () => {
    const role = () => ({ id: newId(), personId: "p", role: "hr", scopeKind: "all", scopeRef: null });
    await transaction((tx) => tx.insert("Person", { id: "p", email: "e", name: "n", nameFolded: "n", nameSort: "n", createdAt: at, updatedAt: at }));
    await transaction((tx) => tx.insert("RoleAssignment", role()));
    await expect(transaction((tx) => tx.insert("RoleAssignment", role()))).rejects.toThrow("UNIQUE");
  });
});

describe("the total of a case", () => {
  const total = (by: { caseRef?: string; customerRef?: string; orderRef?: string; group?: string }) =>
    readHot("decision.caseTotal", {
      caseRef: by.caseRef ?? null,
      caseGroup: by.group ?? "refund",
      customerRef: by.customerRef ?? null,
      orderRef: by.orderRef ?? null,
      after: later(-24),
      upTo: at,
    });

  test("counts the same case at any time and the same customer and order of the last 24 hours, each decision once", async () => {
    await store(decision({ caseRef: "C", customerRef: "K", orderRef: "O", approvedAmount: 1n }));
    await store(decision({ caseRef: "C", decidedAt: later(-1_000), approvedAmount: 10n }));
    await store(decision({ customerRef: "K", orderRef: "O", decidedAt: later(-23), approvedAmount: 100n }));
    await store(decision({ customerRef: "K", orderRef: "O", decidedAt: later(-24), approvedAmount: 1_000n }));
    await store(decision({ customerRef: "K", orderRef: "O2", approvedAmount: 10_000n }));
    expect(total({ caseRef: "C", customerRef: "K", orderRef: "O" })).toBe(111n);
    expect(total({ caseRef: "C" })).toBe(11n);
    expect(total({ customerRef: "K", orderRef: "O" })).toBe(101n);
  });

  test("leaves out cancelled, pending and refused ones, other groups, and whoever is unknown", async () => {
    for (const state of ["cancelled", "pending", "refused", "declined", "expired", "returned"]) await store(decision({ caseRef: "C", state }));
    await store(decision({ caseRef: "C", caseGroup: "voucher" }));
    await store(decision({ caseRef: null, customerRef: null, orderRef: null }));
    await store(decision({ caseRef: "C", state: "approved", approvedAmount: 7n }));
    expect(total({ caseRef: "C" })).toBe(7n);
    expect(total({})).toBe(0n);
  });
});

describe("numbers", () => {
  test("follow each other without gaps, a number rolled back is taken again", async () => {
    const next = () => transaction((tx) => tx.statement("sequence.next", { name: "decision-2026" }));
    expect([await next(), await next()]).toEqual([1, 2]);
    await expect(
      transaction(async (tx) => {
        await tx.statement("sequence.next", { name: "decision-2026" });
        throw new Error("no");
      }),
    ).rejects.toThrow();
    expect(await next()).toBe(3);
  });
});

describe("the thread", () => {
  test("is written once and walked both ways", async () => {
    const input = { from: { kind: "decision", id: "d" }, to: { kind: "rule", id: "R" }, relation: "under", by: null, at, automatic: true } as const;
    expect(await transaction((tx) => link(tx, input))).toEqual(expect.any(String));
    expect(await transaction((tx) => link(tx, input))).toBeNull();
    const stored = [{ relation: "under", from: { kind: "decision", id: "d" }, to: { kind: "rule", id: "R" }, automatic: true }];
    expect(linksOf({ kind: "decision", id: "d" }, null, 10)).toMatchObject(stored);
    expect(linksOf({ kind: "rule", id: "R" }, null, 10)).toMatchObject(stored);
    await expect(transaction((tx) => link(tx, { ...input, to: input.from }))).rejects.toThrow("itself");
  });
});

describe("notifications", () => {
  test("lead to a page of this product only", async () => {
    const input = { personId: "p", kind: "approval.waiting", params: { number: "D-1" }, at };
    await transaction((tx) => notify(tx, { ...input, href: "/approvals/1" }));
    for (const href of ["//evil", "/\\evil", "https://evil", "data:text/html,x", "approvals/1"]) {
      await expect(transaction((tx) => notify(tx, { ...input, href }))).rejects.toThrow("path of this product");
    }
    expect(await db.notification.count({ where: { personId: "p", readAt: null } })).toBe(1);
  });
});

describe("keys", () => {
  test("are remembered at first use and a changed one is named", async () => {
    expect(await changedKeys()).toEqual([]);
    await rememberKeys();
    expect(await changedKeys()).toEqual([]);
    await transaction((tx) => tx.update("Setting", { name: "key.LOOKUP_KEY" }, { value: "other" }));
    await rememberKeys();
    expect(await changedKeys()).toEqual(["LOOKUP_KEY"]);
  });
});

describe("emptying", () => {
  test("removes guarded rows too, keeps the guards and the keys, and is undone when not allowed", async () => {
    await rememberKeys();
    await store(decision());
    await expect(emptyDatabase(async () => Promise.reject(new Error("not the demo")))).rejects.toThrow("not the demo");
    expect(await db.decision.count()).toBe(1);
    await emptyDatabase(async () => undefined);
    expect(await db.decision.count()).toBe(0);
    expect(await db.setting.count()).toBe(3);
    const row = decision();
    await store(row);
    await expect(transaction((tx) => tx.remove("Decision", { id: row.id }))).rejects.toThrow("cannot be deleted");
  });
});
