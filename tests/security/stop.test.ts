import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#platform/db.server.ts";
import { Browser } from "#tests/support/server.ts";
import { type Secured, secured } from "./fixture.ts";

let at: Secured;
beforeEach(async () => {
  at = await secured();
});

describe("a server told to stop", () => {
  it("finishes what runs, keeps what it acknowledged, and exits with 0", async () => {
    const answers: Promise<number>[] = [];
    for (let turn = 0; turn < 20; turn++) {
      answers.push(new Browser(at.server).signIn(at.company.people.hr.email, at.company.password).then(({ status }) => status, () => 0));
    }
    await Promise.race(answers);
    const code = await at.server.stop();
    expect(code).toBe(0);
    const statuses = await Promise.all(answers);
    expect(statuses.filter((status) => status === 303).length).toBe(await db.session.count());
    expect(statuses.some((status) => status === 303)).toBe(true);
  });

  it("takes two signals close together as one", async () => {
    const exited = new Promise<number | null>((resolve) => at.server.process.once("exit", resolve));
    at.server.process.kill("SIGTERM");
    at.server.process.kill("SIGINT");
    expect(await exited).toBe(0);
  });

  it("is live and ready before", async () => {
    const browser = new Browser(at.server);
    const answers = await Promise.all(["/healthz", "/readyz"].map(async (path) => [(await browser.send(path)).status, path]));
    expect(answers).toEqual([[200, "/healthz"], [200, "/readyz"]]);
    expect(await (await browser.send("/healthz")).json()).toEqual({ status: "ok" });
  });
});
