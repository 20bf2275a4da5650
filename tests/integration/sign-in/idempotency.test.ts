import { beforeEach, describe, expect, it } from "vitest";
import { answerOnce, type Remember, requestHash } from "#platform/http/idempotency.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { db } from "#platform/db.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

beforeEach(async () => {
  await useTestDatabase();
});

const place = { owner: "t1", path: "/api/v1/x", key: "k", requestHash: requestHash({ a: 1, b: 2 }) };
let made = 0;

function effect(body: unknown) {
  return async (remember: Remember) => {
    await transaction(async (tx) => {
      await tx.insert("Setting", { name: `effect-${(made += 1)}`, value: "x" });
      await remember(tx, { status: 201, body });
    });
    return "done";
  };
}

describe("a repeated request", () => {
  it("answers as the first did, byte for byte, without doing it again", async () => {
    expect(await answerOnce(place, effect({ id: 7, name: "Vũ" }))).toEqual({ replayed: null, result: "done" });
    const again = await answerOnce(place, effect({ id: 8 }));
    expect(again.replayed).toEqual({ status: 201, body: '{"id":7,"name":"Vũ"}', location: null });
    expect(await db.setting.count()).toBe(1);
  });

  it("waits for its twins: of fifty at once one does it", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => answerOnce(place, effect({ id: 1 }))));
    expect(answers.filter(({ replayed }) => replayed === null)).toHaveLength(1);
    expect(await db.setting.count()).toBe(1);
  });

  it("is refused when its content differs, and independent under another owner, path or key", async () => {
    await answerOnce(place, effect({}));
    await expect(answerOnce({ ...place, requestHash: requestHash({ a: 2 }) }, effect({}))).rejects.toMatchObject({ code: "idempotency_key_reused" });
    for (const other of [{ ...place, owner: "t2" }, { ...place, path: "/api/v1/y" }, { ...place, key: "l" }]) {
      expect((await answerOnce(other, effect({}))).replayed).toBe(null);
    }
  });

  it("may be tried again after a failure, which leaves nothing", async () => {
    const failing = async (remember: Remember) =>
      transaction(async (tx) => {
        await remember(tx, { status: 201, body: {} });
        throw new Error("no");
      });
    await expect(answerOnce(place, failing)).rejects.toThrow("no");
    expect((await answerOnce(place, effect({}))).replayed).toBe(null);
  });

  it("loses against a twin of another process that committed first, and answers as that one did", async () => {
    const late = async (remember: Remember) => {
      const { owner: tokenId, path, key, requestHash: hash } = place;
      await transaction((tx) => tx.insert("IdempotentAnswer", { tokenId, path, key, requestHash: hash, status: 201, body: '{"by":"other"}', createdAt: new Date() }));
      return effect({ by: "me" })(remember);
    };
    expect((await answerOnce(place, late)).replayed).toMatchObject({ body: '{"by":"other"}' });
    expect(await db.setting.count()).toBe(0);
  });

  it("is the same whatever the order of its members", () => {
    expect(requestHash({ b: 2, a: { d: 1, c: [1, 2] } })).toBe(requestHash({ a: { c: [1, 2], d: 1 }, b: 2 }));
  });

  it("takes keys of 255 characters and no more", async () => {
    await answerOnce({ ...place, key: "x".repeat(255) }, effect({}));
    await expect(answerOnce({ ...place, key: "x".repeat(256) }, effect({}))).rejects.toMatchObject({ code: "invalid_input" });
  });
});
