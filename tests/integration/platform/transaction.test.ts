import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { BusyError } from "#platform/busy.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot, transaction, type Insert } from "#platform/transaction.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const at = new Date("2026-11-22T03:00:00.123Z");

function person(overrides: Partial<Insert<"Person">> = {}): Insert<"Person"> {
  const id = newId();
  return { id, email: `${id}@example.test`, name: "Lê An", nameFolded: "le an", nameSort: "an le", createdAt: at, updatedAt: at, ...overrides };
}

beforeEach(async () => {
  await useTestDatabase();
});

describe("values", () => {
  test("what the gateway writes Prisma reads, and its filters by instant find", async () => {
    const row = person({ active: false, deactivatedAt: at, level: 3 });
    await transaction((tx) => tx.insert("Person", row));
    const read = await db.person.findUniqueOrThrow({ where: { id: row.id } });
    expect(read).toMatchObject({ active: false, level: 3, language: "vi", startedOn: null });
    expect(read.deactivatedAt).toEqual(at);
    expect(await db.person.count({ where: { deactivatedAt: { gte: at, lt: new Date(at.getTime() + 1) } } })).toBe(1);
    expect(await db.person.count({ where: { deactivatedAt: { gt: at } } })).toBe(0);
    expect(await db.person.count({ where: { createdAt: at } })).toBe(1);
  });

  test("a row comes back as it went in, money beyond 2^53 included", async () => {
    const row = { orderRef: "O-1", customerId: null, purchasedAt: at, amount: 9_007_199_254_740_993n, currency: "VND", channel: null };
    await transaction((tx) => tx.insert("Purchase", row));
    expect(await transaction((tx) => tx.find("Purchase", { orderRef: "O-1" }))).toEqual(row);
    expect((await db.purchase.findUniqueOrThrow({ where: { orderRef: "O-1" } })).amount).toBe(row.amount);
    expect(await db.purchase.count({ where: { amount: { gt: 9_007_199_254_740_992n } } })).toBe(1);
  });

  test("the stored form of an instant is whole milliseconds", async () => {
    await transaction((tx) => tx.insert("Person", person()));
    const [row] = await db.$queryRaw<{ kind: string }[]>`SELECT typeof(createdAt) AS kind FROM Person`;
    expect(row?.kind).toBe("integer");
  });

  test.each([
    ["text in place of an instant", { createdAt: "2026-11-22" }],
    ["an invalid date", { createdAt: new Date(Number.NaN) }],
    ["a fraction in place of a whole number", { level: 1.5 }],
    ["a number too great for the column", { level: 2 ** 31 }],
    ["a number in place of a boolean", { active: 1 }],
    ["an object in place of text", { name: { contains: "" } }],
  ])("refuses %s", async (_name, wrong) => {
    await expect(transaction((tx) => tx.insert("Person", { ...person(), ...(wrong as object) }))).rejects.toThrow(TypeError);
    expect(await db.person.count()).toBe(0);
  });

  test("refuses unknown tables and columns", async () => {
    await expect(transaction((tx) => tx.insert("Person", { ...person(), isAdmin: true } as never))).rejects.toThrow("No column Person.isAdmin");
    await expect(transaction((tx) => tx.find("sqlite_master" as never, { name: "x" } as never))).rejects.toThrow();
    await expect(transaction((tx) => tx.list("Person", {}, { orderBy: [["name; DROP TABLE Person" as never, "asc"]] }))).rejects.toThrow("No column");
  });
});

describe("conditions", () => {
  test("undefined in a condition is refused rather than matching everything", async () => {
    await transaction((tx) => tx.insert("Person", person()));
    const unknown: { email?: string } = { email: undefined };
    for (const call of [
      () => transaction((tx) => tx.remove("Person", unknown)),
      () => transaction((tx) => tx.find("Person", unknown)),
      () => transaction((tx) => tx.update("Person", unknown, { name: "x" })),
      () => transaction((tx) => tx.update("Person", { name: "x" }, { name: undefined })),
    ]) {
      await expect(call()).rejects.toThrow("undefined");
    }
    expect(await db.person.count()).toBe(1);
  });

  test("an empty condition is refused for changing, finding and deleting", async () => {
    await expect(transaction((tx) => tx.remove("Person", {}))).rejects.toThrow("empty condition");
    await expect(transaction((tx) => tx.update("Person", {}, { name: "x" }))).rejects.toThrow("empty condition");
    await expect(transaction((tx) => tx.find("Person", {}))).rejects.toThrow("empty condition");
  });

  test("null, values and lists are compared, order and limit hold", async () => {
    const rows = [1, 2, 3].map((level) => person({ level, siteCode: null }));
    await transaction(async (tx) => {
      for (const row of rows) await tx.insert("Person", row);
    });
    await transaction(async (tx) => {
      expect(await tx.count("Person", {})).toBe(3);
      expect(await tx.count("Person", { siteCode: null, level: [1, 3, 9] })).toBe(2);
      expect(await tx.count("Person", { level: [] })).toBe(0);
      expect(await tx.count("Person", { createdAt: [at] })).toBe(3);
      expect(await tx.count("Person", { email: rows.map((row) => row.email), active: true })).toBe(3);
      const top = await tx.list("Person", {}, { orderBy: [["level", "desc"]], limit: 2 });
      expect(top.map((row) => row.level)).toEqual([3, 2]);
      expect(await tx.update("Person", { level: [1, 2] }, { level: null })).toBe(2);
      expect(await tx.remove("Person", { level: null })).toBe(2);
      expect(await tx.find("Person", { email: "nobody" })).toBeNull();
    });
  });

  test("an upsert adds, then changes the same row without touching its primary key", async () => {
    const owner = person();
    const key = { personId: owner.id, course: "BASICS", validFrom: "2026-01-01" };
    const first = { id: newId(), ...key, validTo: null, createdAt: at };
    await transaction(async (tx) => {
      await tx.insert("Person", owner);
      await tx.upsert("Qualification", key, first);
      await tx.upsert("Qualification", key, { ...first, id: newId(), validTo: "2027-01-01" });
    });
    expect(await db.qualification.findMany()).toEqual([{ ...first, validTo: "2027-01-01" }]);
  });
});

describe("one write path", () => {
  test("a write through db fails", async () => {
    await expect(db.setting.create({ data: { name: "x", value: "y" } })).rejects.toThrow();
    await expect(db.$executeRaw`DELETE FROM Setting`).rejects.toThrow();
    expect(() => readHot("sequence.next", { name: "x" })).toThrow("readonly");
  });

  test("a write acknowledged while another request's transaction is open survives that one's rollback", async () => {
    let fail: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (fail = resolve));
    const first = transaction(async (tx) => {
      await tx.insert("Setting", { name: "first", value: "1" });
      await gate;
      throw new Error("no");
    });
    const second = transaction((tx) => tx.insert("Setting", { name: "second", value: "2" }));
    expect(await db.setting.count()).toBe(0);
    fail();
    await expect(first).rejects.toThrow("no");
    await second;
    expect(await db.setting.findMany()).toEqual([{ name: "second", value: "2" }]);
  });

  test("transactions run one after the other in the order they were asked for", async () => {
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        transaction(async (tx) => {
          order.push(index);
          await tx.statement("sequence.next", { name: "n" });
          order.push(index);
        }),
      ),
    );
    expect(order).toEqual(Array.from({ length: 100 }, (_, index) => Math.floor(index / 2)));
  });

  test("a transaction inside a transaction and a read through db inside one are refused", async () => {
    await expect(transaction(() => transaction(async () => undefined))).rejects.toThrow("inside a transaction");
    await expect(transaction(() => db.person.count())).rejects.toThrow("outside the transaction");
    await transaction((tx) => tx.insert("Setting", { name: "after", value: "" }));
  });

  test("a result that is not to be kept is answered with nothing written, and the next transaction runs", async () => {
    const row = person();
    const counted = await transaction(
      async (tx) => {
        await tx.insert("Person", row);
        return tx.count("Person", { id: row.id });
      },
      { keep: (found) => found === 0 },
    );
    expect(counted).toBe(1);
    expect(await db.person.count()).toBe(0);
    await transaction((tx) => tx.insert("Person", row), { keep: () => true });
    expect(await db.person.count()).toBe(1);
  });

  test("a tx used after its end is refused and writes nothing", async () => {
    let kept: Parameters<Parameters<typeof transaction>[0]>[0] | undefined;
    await transaction(async (tx) => {
      kept = tx;
    });
    await expect(kept?.insert("Setting", { name: "late", value: "" })).rejects.toThrow("has ended");
    expect(await db.setting.count()).toBe(0);
  });

  test("a transaction that takes too long is rolled back and the next one runs", async () => {
    const never = transaction(
      async (tx) => {
        await tx.insert("Setting", { name: "slow", value: "" });
        await new Promise(() => undefined);
      },
      { limitMs: 50 },
    );
    await expect(never).rejects.toMatchObject({ name: "BusyError", reason: "timeout", code: "busy" });
    await transaction((tx) => tx.insert("Setting", { name: "next", value: "" }));
    expect((await db.setting.findMany()).map((row) => row.name)).toEqual(["next"]);
  });

  test("who waits longer than allowed is told so, and the holder is not disturbed", async () => {
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const holder = transaction(async (tx) => {
      await gate;
      await tx.insert("Setting", { name: "holder", value: "" });
    });
    await expect(transaction(async () => undefined, { waitMs: 30 })).rejects.toBeInstanceOf(BusyError);
    finish();
    await holder;
    expect(await db.setting.count()).toBe(1);
  });

  test("a commit that fails gives the lock back, writes nothing and names the cause", async () => {
    const failing = transaction(async (tx) => {
      // A deferred foreign key is checked at COMMIT only.
      await tx.statement("sequence.next", { name: "x" });
      await tx.insert("Qualification", { id: newId(), personId: "nobody", course: "C", validFrom: "2026-01-01", validTo: null, createdAt: at });
    });
    await expect(failing).rejects.toThrow("FOREIGN KEY");
    expect(await db.numberSequence.count()).toBe(0);
    await transaction((tx) => tx.insert("Setting", { name: "next", value: "" }));
  });
});
