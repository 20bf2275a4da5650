import { beforeAll, describe, expect, it } from "vitest";
import { Browser, startServer } from "#tests/support/server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type Secured, secured } from "./fixture.ts";

const ROUNDS = 40;
let at: Secured;
beforeAll(async () => {
  at = await secured({ RATE_LIMIT_SIGN_IN_ACCOUNT_POINTS: "10" });
});

const clearLimits = () => transaction(async (tx) => {
  const rows = await tx.list("RateLimit", {});
  if (rows.length > 0) await tx.remove("RateLimit", { key: rows.map(({ key }) => key) });
});

/** An answer without what differs by chance. */
async function shapeOf(response: Response): Promise<string> {
  const changing = ["x-request-id", "date", "content-security-policy", "etag", "content-length"];
  const headers = [...response.headers].filter(([name]) => !changing.includes(name));
  const body = (await response.text())
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}/g, "id")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "now")
    .replaceAll(/[a-z0-9.]+@demo\.tam/g, "e-mail");
  return JSON.stringify([response.status, headers, body]);
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe("who has an account", () => {
  it("cannot be told from the answer to a wrong sign-in", async () => {
    await transaction((tx) => tx.update("Person", { id: at.company.people.frontline3.id }, { active: false }));
    await transaction((tx) => tx.update("Credential", { personId: at.company.people.frontline2.id }, { passwordHash: null }));
    const shapes = new Set<string>();
    for (const email of ["hr@demo.tam", "nobody@demo.tam", "frontline3@demo.tam", "frontline2@demo.tam"]) {
      shapes.add(await shapeOf(await new Browser(at.server).signIn(email, "not-the-password-at-all")));
    }
    expect(shapes.size).toBe(1);
  });

  it("cannot be told from the time it takes", async () => {
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const [kind, email] of [["known", "hr@demo.tam"], ["unknown", `nobody${round}@demo.tam`]] as const) {
        if (round % 4 === 0) await clearLimits();
        const began = performance.now();
        await new Browser(at.server).signIn(email, "not-the-password-at-all");
        times[kind]?.push(performance.now() - began);
      }
    }
    const [known, unknown] = [median(times["known"] ?? []), median(times["unknown"] ?? [])];
    expect(Math.abs(known - unknown) / Math.max(known, unknown)).toBeLessThan(0.25);
    await clearLimits();
  });

  it("cannot be told from asking for a reset", async () => {
    const shapes = new Set<string>();
    for (const email of ["hr@demo.tam", "nobody@demo.tam"]) shapes.add(await shapeOf(await new Browser(at.server).send("/sign-in/forgot", { form: { email } })));
    expect(shapes.size).toBe(1);
  });
});

describe("guessing a password", () => {
  it("is slowed down per account and address, survives a restart, and locks nobody out elsewhere", async () => {
    await clearLimits();
    const statuses: number[] = [];
    let last: Response | null = null;
    for (let turn = 0; turn < 20; turn++) {
      last = await new Browser(at.server).signIn("leader@demo.tam", "wrong-wrong-wrong");
      statuses.push(last.status);
    }
    expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422]);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get("Retry-After"))).toBeGreaterThan(0);

    await transaction(async (tx) => {
      // As after ten tries: the whole window.
      for (const { key } of await tx.list("RateLimit", {})) if (key.startsWith("password:pair:") && key.endsWith(":wait")) await tx.update("RateLimit", { key }, { expireAt: new Date(Date.now() + 600_000) });
    });
    const restarted = await startServer(at.database.url);
    const browser = new Browser(restarted);
    expect((await browser.signIn("leader@demo.tam", at.company.password)).status).toBe(429);
    expect((await browser.signIn("leader2@demo.tam", at.company.password)).status).toBe(303);
    await restarted.stop();
    await clearLimits();
  });

  it("is slowed down per address when many accounts are tried", async () => {
    const narrow = await startServer(at.database.url, { RATE_LIMIT_SIGN_IN_ADDRESS_POINTS: "20" });
    const statuses = new Set<number>();
    for (let turn = 0; turn < 25; turn++) statuses.add((await new Browser(narrow).signIn(`many${turn}@demo.tam`, "wrong-wrong-wrong")).status);
    expect(statuses).toContain(429);
    await narrow.stop();
    await clearLimits();
  });
});

describe("guessing an access token", () => {
  it("meets the limit of its address", async () => {
    const narrow = await startServer(at.database.url, { RATE_LIMIT_API_POINTS: "20" });
    const statuses: number[] = [];
    for (let turn = 0; turn < 30; turn++) {
      const response = await fetch(new URL("/api/v1/people", narrow.origin), { headers: { Authorization: `Bearer tam_${"x".repeat(40)}${turn}` } });
      statuses.push(response.status);
    }
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    await narrow.stop();
  });
});
