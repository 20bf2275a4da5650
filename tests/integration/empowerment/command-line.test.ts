import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { findPolicyInForce } from "#modules/empowerment/public.server.ts";
import { db } from "#platform/db.server.ts";
import { startChild } from "#tests/support/child.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
let company: SmallCompany;
beforeEach(async () => {
  database = await useTestDatabase();
  company = await seedSmallCompany(new Date());
});

async function tam(...args: string[]) {
  const child = startChild("app/bootstrap/tam.mjs", args, { DATABASE_URL: database.url });
  const code = await child.ended;
  return { code, out: child.lines.join("\n"), err: child.errors() };
}

function file(document: unknown): string {
  const folder = mkdtempSync(path.join(tmpdir(), "tam-policy-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const name = path.join(folder, "policy.json");
  writeFileSync(name, typeof document === "string" ? document : `\uFEFF${JSON.stringify(document)}`);
  return name;
}

test("a policy is imported by one person, which prints its version, and published by another", async () => {
  const imported = await tam("policy", "import", file(company.policy), "--as", "hr@demo.tam");
  expect(imported).toEqual({ code: 0, out: "2", err: "" });
  expect(await tam("policy", "publish", "2", "--as", "hr@demo.tam")).toMatchObject({ code: 1, err: "own_draft\n" });
  const published = await tam("policy", "publish", "2", "--as", "leader@demo.tam", "--from", "2099-01-01");
  expect(published).toMatchObject({ code: 0, out: "" });
  const noted = await db.policyFindingAcknowledgement.findMany({ where: { version: 2 } });
  expect(published.err.match(/^warning: .+$/gm)).toHaveLength(noted.length);
  expect(new Set(noted.map(({ note, personId }) => `${note} ${personId}`))).toEqual(new Set([`acknowledged at the command line ${company.people.leader.id}`]));
  expect(findPolicyInForce(new Date())?.version).toBe(1);
  expect(findPolicyInForce(new Date("2099-01-01T00:00:00+07:00"))?.version).toBe(2);
  expect(await db.auditEvent.findFirst({ where: { type: "policy.published" } })).toMatchObject({ via: "command-line", actorId: company.people.leader.id });
});

test("what is wrong is told, each fault with its path, and nothing is stored", async () => {
  const faulty = await tam("policy", "import", file({ ...company.policy, rules: [{ code: "X" }] }), "--as", "hr@demo.tam");
  expect(faulty).toMatchObject({ code: 1, out: "", err: expect.stringContaining("rules.0.effect: ") as string });
  expect(await tam("policy", "import", file("{"), "--as", "hr@demo.tam")).toMatchObject({ code: 1, err: expect.stringContaining("is not JSON") as string });
  expect(await tam("policy", "import", file(company.policy), "--as", "ghost@demo.tam")).toMatchObject({ code: 1, err: "Nobody active has the e-mail ghost@demo.tam\n" });
  expect(await tam("policy", "import", file(company.policy), "--as", "frontline@demo.tam")).toMatchObject({ code: 1, err: "forbidden\n" });
  for (const wrong of [["policy", "import"], ["policy", "import", "x.json"], ["policy", "publish", "two", "--as", "hr@demo.tam"], ["policy", "publish", "2", "--as", "hr@demo.tam", "--from", "soon"]]) {
    expect((await tam(...wrong)).code, wrong.join(" ")).toBe(2);
  }
  expect(await db.policyVersion.count()).toBe(1);
});

test("a policy document is linted in words: warnings alone pass, an error does not, a faulty document is told by its paths", async () => {
  const good = await tam("policy", "lint", file(company.policy));
  expect(good).toMatchObject({ code: 0, err: "" });
  expect(good.out).toMatch(/^warning: .+\n {2}→ .+/m);
  const unknown = { ...company.policy, rules: company.policy.rules.map((rule, at) => (at === 0 ? { ...rule, owner: "hr@demo.tam", who: { courses: ["NO-SUCH"] } } : rule)), tests: [] };
  const bad = await tam("policy", "lint", file(unknown), "--language", "vi");
  expect(bad).toMatchObject({ code: 1, err: "To correct before publishing: 1\n" });
  expect(bad.out).toMatch(/^error: .*NO-SUCH.*\n {2}→ Sửa mã khóa học/m);
  expect(await tam("policy", "lint", file({ ...company.policy, rules: [{ code: "X" }] }))).toMatchObject({ code: 1, out: "", err: expect.stringContaining("rules.0.effect: ") as string });
  expect((await tam("policy", "lint", file(company.policy), "--language", "fr")).code).toBe(2);
  expect(await db.policyVersion.count()).toBe(1);
}, 180_000);
