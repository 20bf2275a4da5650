import { beforeAll, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { exportCertificates, exportCompletions } from "#modules/learning/export-learning.server.ts";
import { observePractice } from "#modules/learning/practice/observe-practice.server.ts";
import { reportPractice } from "#modules/learning/practice/report-practice.server.ts";
import type { Statement } from "#modules/learning/statements/statement.ts";
import { exportStatements } from "#modules/learning/statements/statements.server.ts";
import { writeReflection } from "#modules/learning/taking/reflect.server.ts";
import { startAttempt } from "#modules/learning/taking/start-attempt.server.ts";
import { db } from "#platform/db.server.ts";
import { askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { course, noDecision, now, publish, reflection, report, takeUntilPractice } from "./company.ts";

let people: SmallCompany["people"];
let certificate = "";

const SECRET_WORDS = "Điều chỉ mình tôi biết";

/** One certificate of the first shop, one private note, one attempt of the other shop. */
beforeAll(async () => {
  await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await publish(people.hr);
  await publish(people.hr, course({ code: "SELF-CARE", lessons: [reflection], verified: false, skill: "CARE" }));
  await takeUntilPractice(people.frontline2);
  const { id } = await reportPractice(report(), await askedBy(people.frontline2, now), noDecision);
  certificate = (await observePractice(id, { verdict: "signed_off", seen: [0], words: null, level: "does" }, await askedBy(people.supervisor, now))).certificate ?? "";
  const asked = await askedBy(people.frontline2, now);
  await writeReflection((await startAttempt("SELF-CARE", asked)).id, "SELF", SECRET_WORDS, asked);
  await takeUntilPractice(people.frontline3);
});

async function text(pieces: AsyncGenerator<string>): Promise<string> {
  let whole = "";
  for await (const piece of pieces) whole += piece;
  return whole;
}

describe("statements of xAPI", () => {
  it("tell each act once, under a pseudonym, as 1.0.3 wants them, and nothing that was written", async () => {
    const lines = (await text(await exportStatements(await askedBy(people.hr, now)))).trim().split("\n");
    const statements = lines.map((line) => JSON.parse(line) as Statement);
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    for (const { id, version, actor, verb, object, context, timestamp } of statements) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect([version, actor.objectType, object.objectType]).toEqual(["1.0.3", "Agent", "Activity"]);
      for (const iri of [verb.id, object.id, object.definition.type, actor.account.homePage]) expect(URL.canParse(iri), iri).toBe(true);
      expect(context.registration).toMatch(/^[0-9a-f-]{36}$/);
      expect(new Date(timestamp).toISOString()).toBe(timestamp);
    }
    const verbs = statements.map(({ verb, object }) => `${verb.display.en} ${object.id.split("/learn/")[1]}`);
    expect(verbs).toEqual(expect.arrayContaining(["initialized AUTHORITY-BASICS", "responded AUTHORITY-BASICS/TALK/T1", "answered AUTHORITY-BASICS/QUIZ/Q1", "completed AUTHORITY-BASICS/TALK", "completed AUTHORITY-BASICS", "completed SELF-CARE/SELF"]));
    expect(statements.find(({ object }) => object.id.endsWith("/TALK/T1"))).toMatchObject({ result: { response: "listen", duration: "PT0.90S" }, context: { contextActivities: { parent: [{ id: expect.stringMatching(/AUTHORITY-BASICS\/TALK$/) }] } } });
    const all = lines.join();
    for (const hidden of [people.frontline2.id, people.frontline2.email, people.frontline2.name, SECRET_WORDS, "The coat came apart"]) expect(all).not.toContain(hidden);
    expect(await text(await exportStatements(askedByOperator(now)))).toBe(`${lines.join("\n")}\n`);
    await expect(exportStatements(await askedBy(people.manager, now))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("files", () => {
  it("hold what lies within reach: a manager's own shop, HR everybody, a clerk nothing", async () => {
    const emails = async (person: { id: string }) => (await text(await exportCompletions(await askedBy(person, now)))).split("\r\n").slice(1).flatMap((line) => line.split(",")[1] ?? []);
    expect(new Set(await emails(people.hr))).toEqual(new Set([people.frontline2.email, people.frontline3.email]));
    expect(new Set(await emails(people.manager))).toEqual(new Set([people.frontline2.email]));
    expect(await text(await exportCertificates(await askedBy(people.manager, now)))).toContain(`${certificate},${people.frontline2.email},AUTHORITY-BASICS,1,1,2026-11-22,2027-11-22`);
    await expect(exportCertificates(await askedBy(people.frontline, now))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("say no word of what somebody wrote for themselves, nor does any table as it lies there", async () => {
    const everything = [await text(await exportCompletions(askedByOperator(now))), await text(await exportCertificates(askedByOperator(now))), JSON.stringify(await db.learningReflection.findMany()), JSON.stringify(await db.auditEvent.findMany({ select: { data: true } }))].join();
    expect(everything).not.toContain(SECRET_WORDS);
  });
});
