import { beforeEach, expect, test } from "vitest";
import { seedSmallCompany, SMALL_COMPANY_PASSWORD } from "#db/seed/builders.ts";
import { db } from "#platform/db.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-23T03:00:00Z");

beforeEach(useTestDatabase);

test("the small company has everyone a test needs, under one password, with a policy in force", async () => {
  const company = await seedSmallCompany(now);
  expect(company.password).toBe(SMALL_COMPANY_PASSWORD);
  for (const person of Object.values(company.people)) {
    const row = await db.person.findUniqueOrThrow({ where: { id: person.id }, include: { roles: true, credential: true } });
    expect(row.roles.map(({ role }) => role)).toEqual([person.role]);
    expect(row.credential?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  }
  expect(company.people.frontline.managerId).toBe(company.people.supervisor.id);
  expect(await db.policyVersion.count({ where: { state: "published", effectiveFrom: { lte: now } } })).toBe(1);
});
