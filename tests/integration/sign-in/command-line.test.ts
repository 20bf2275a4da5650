import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany } from "#db/seed/builders.ts";
import { isSetupLink } from "#modules/people/sign-in/set-up.server.ts";
import { db } from "#platform/db.server.ts";
import { tokenHash } from "#platform/secrets.server.ts";
import { startChild } from "#tests/support/child.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await useTestDatabase();
});

async function tam(...args: string[]) {
  const child = startChild("app/bootstrap/tam.mjs", args, { DATABASE_URL: database.url });
  const code = await child.ended;
  return { code, out: child.lines.join("\n"), err: child.errors() };
}

describe("tam setup", () => {
  it("prints a link that works, and refuses once there is an organisation", async () => {
    const { code, out } = await tam("setup");
    expect(code).toBe(0);
    const [, token = ""] = /^http:\/\/localhost:\d+\/setup\/([A-Za-z0-9_-]{43})$/.exec(out) ?? [];
    expect(await isSetupLink(token)).toBe(true);
    await seedSmallCompany(new Date());
    expect(await tam("setup")).toMatchObject({ code: 1, out: "", err: expect.stringContaining("set up already") as string });
  });
});

describe("tam token create", () => {
  it("prints the token alone, for a person or a service", async () => {
    await seedSmallCompany(new Date());
    const person = await tam("token", "create", "--email", "frontline@demo.tam", "--scopes", "decisions:read,decisions:write", "--days", "7");
    const service = await tam("token", "create", "--service", "till", "--scopes", "decisions:on-behalf");
    for (const { code, out } of [person, service]) {
      expect([code, out]).toEqual([0, expect.stringMatching(/^tam_[A-Za-z0-9_-]{43}$/)]);
      expect(await db.apiToken.count({ where: { tokenHash: tokenHash(out) } })).toBe(1);
    }
  });

  it("says on stderr alone that a service's token without scopes may do everything a service may", async () => {
    await seedSmallCompany(new Date());
    const service = await tam("token", "create", "--service", "till");
    expect([service.code, service.out]).toEqual([0, expect.stringMatching(/^tam_[A-Za-z0-9_-]{43}$/)]);
    expect(service.err).toMatch(/everything a service may.*--scopes.*decisions:read/);
    const others = [await tam("token", "create", "--service", "till", "--scopes", "customers:read"), await tam("token", "create", "--email", "hr@demo.tam")];
    expect(others.map(({ code, err }) => [code, err])).toEqual([[0, ""], [0, ""]]);
  });

  it("refuses somebody unknown with 1 and wrong usage with 2", async () => {
    await seedSmallCompany(new Date());
    const outcomes = [
      await tam("token", "create", "--email", "nobody@demo.tam"),
      await tam("token", "create"),
      await tam("token", "create", "--email", "hr@demo.tam", "--service", "x"),
      await tam("token", "create", "--email", "hr@demo.tam", "--scopes", "everything"),
      await tam("token", "create", "--email", "hr@demo.tam", "--days", "soon"),
    ];
    expect(outcomes.map(({ code, out }) => [code, out])).toEqual([[1, ""], [2, ""], [2, ""], [2, ""], [2, ""]]);
  });
});
