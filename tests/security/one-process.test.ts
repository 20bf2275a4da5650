import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { peopleDirectory } from "#composition/directory.server.ts";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { db } from "#platform/db.server.ts";
import { installDirectory } from "#platform/http/directory.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

let company: SmallCompany;
let build: ServerBuild;

beforeAll(async () => {
  await useTestDatabase();
  company = await seedSmallCompany(new Date());
  installDirectory(peopleDirectory);
  build = (await import(pathToFileURL(path.join(fileURLToPath(import.meta.url), "../../../build/server/index.js")).href)) as ServerBuild;
});

function signIn(): Promise<Response> {
  const form = new URLSearchParams({ email: company.people.hr.email, password: company.password, to: "/" });
  const request = new Request("http://localhost/sign-in", { method: "POST", body: form });
  const { action } = build.routes["routes/_auth.sign-in"]?.module ?? {};
  if (!action) throw new Error("no action");
  return action({ request, params: {}, context: { address: "192.0.2.1" } as AppLoadContext }) as Promise<Response>;
}

describe("the built routes and the server's own modules, two copies of the code in one process", () => {
  it("share one database", async () => {
    expect((await signIn()).status).toBe(303);
    expect(await db.session.count()).toBe(1);
  });

  it("share one write lock: a route waits for a job's transaction", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const job = transaction(async (tx) => {
      await tx.upsert("Setting", { name: "job" }, { name: "job", value: "1" });
      await held;
    });
    let answered = false;
    const answer = signIn().then((response) => {
      answered = true;
      return response;
    });
    // Longer than a sign-in takes.
    for (const began = performance.now(); performance.now() - began < 400; ) await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    release();
    await job;
    expect((await answer).status).toBe(303);
  });
});
