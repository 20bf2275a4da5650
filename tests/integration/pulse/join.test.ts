import path from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { askAbout, launchPulse, pulseResults } from "#modules/pulse/public.server.ts";
import { backup } from "#platform/backup.server.ts";
import { databaseFile } from "#platform/database-file.server.ts";
import { db } from "#platform/db.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { answer, answers, close, day, design, hire, inDays, now, openPulse, pulseCompany, type Clerk, type PulseCompany } from "./company.ts";

type Cells = Record<string, unknown>;

let company: PulseCompany;
let lone: Clerk[];

beforeAll(async () => {
  company = await pulseCompany(9, 7);
  lone = await hire(company.people.supervisor2, 6, "HN-02");
}, 120_000);

/** A backup taken now, read as somebody reads it who has nothing but the file. */
async function copied(name: string): Promise<(table: string) => Cells[]> {
  const file = path.join(path.dirname(databaseFile()), `${name}.db`);
  await backup(databaseFile(), file, []);
  return (table) => {
    const opened = new Database(file, { readonly: true });
    try {
      return opened.prepare(`SELECT * FROM "${table}"`).all() as Cells[];
    } finally {
      opened.close();
    }
  };
}

/**
 * Joins person to answer from a backup taken just before closing, which says who answered and in which group, and one taken
 * after it, which says what was answered in which group. Answers, by stored answer, whose it can be.
 */
function joined(id: string, before: (table: string) => Cells[], after: (table: string) => Cells[]): { readonly cell: string; readonly whose: readonly string[] }[] {
  const ofPulse = (rows: Cells[]) => rows.filter(({ pulseId }) => pulseId === id);
  const spent = ofPulse(before("PulseInvitation")).filter((seat) => seat["spent"] === 1);
  const turnout = JSON.parse(String(after("Pulse").find((row) => row["id"] === id)?.["turnout"])) as Record<string, number>;
  const together = (cell: string) => Object.keys(turnout).map((key) => key.split("+")).find((cells) => cells.includes(cell)) ?? [cell];
  return ofPulse(after("PulseAnswer")).map(({ cell }) => ({ cell: String(cell), whose: spent.filter((seat) => together(String(cell)).includes(String(seat["cell"]))).map(({ personId }) => String(personId)) }));
}

describe("the only one of a team who answered, before somebody with backups from before and after closing", () => {
  it("is one of five at least, in a pulse of everybody and of how people are led", async () => {
    for (const questions of [["LOYAL", "RECOMMEND", "LOYAL-WHERE-NOT"], ["MANAGER-MODELS", "MANAGER-MORE"]]) {
      const id = await openPulse(company, { questions });
      const says = (value: number, words: string) => (questions.includes("LOYAL") ? answers(value, words) : { "MANAGER-MODELS": value, "MANAGER-MORE": words });
      await answer(id, lone[0]!, says(1, "Chỉ mình tôi nói điều này."));
      for (const clerk of [...company.first, ...company.second.slice(0, 2)]) await answer(id, clerk, says(4, "Ổn."));
      // The attack has something to find: in their group, nobody else answered.
      const seats = await db.pulseInvitation.findMany({ where: { pulseId: id } });
      const own = seats.find(({ personId }) => personId === lone[0]!.id)?.cell;
      expect(seats.filter(({ cell, spent }) => cell === own && spent)).toHaveLength(1);
      const before = await copied(`before-${id}`);
      await close(company, id);
      const found = joined(id, before, await copied(`after-${id}`));
      expect(found.length).toBeGreaterThan(20);
      for (const { whose } of found) expect(whose.length).toBeGreaterThanOrEqual(5);
      const view = await pulseResults(await actorOf(company.people.hr), id, null);
      expect([view?.turnout, view?.results[0]?.told]).toMatchObject([{ state: "shown" }, { state: "shown", figure: { atLeast: 10 } }]);
    }
  });

  it("is one of three at least around a leader; who stands by their answer stands alone", async () => {
    const { people } = company;
    const hr = await askedBy(people.hr, now);
    const fields = design({ mode: "confidential", kScores: 3, kComments: 3, questions: ["PERSON-MODELS", "PERSON-MORE"], departments: [], closesOn: day(9) });
    const { ids: [id = ""] } = await askAbout(fields, [people.manager.id], hr);
    await launchPulse(id, hr);
    const seats = await db.pulseInvitation.findMany({ where: { pulseId: id } });
    const at = (cell: string) => seats.filter((seat) => seat.cell === cell).map(({ personId }) => ({ id: personId }));
    for (const person of [...at("reports").slice(0, 1), ...at("peers").slice(0, 3), ...at("manager")]) await answer(id, person, { "PERSON-MODELS": 2, "PERSON-MORE": "Xin nghe hết đã." });
    const before = await copied("before-circle");
    await close(company, id, inDays(1));
    const found = joined(id, before, await copied("after-circle"));
    expect(found).toHaveLength(10);
    for (const { cell, whose } of found) expect([cell, cell === "manager" ? whose.length === 1 : whose.length >= 3]).toEqual([cell, true]);
  });

  it("leaves nothing where fewer answered than may ever be told", async () => {
    const id = await openPulse(company);
    for (const clerk of company.first.slice(0, 4)) await answer(id, clerk, answers(2, "Bốn người chúng tôi."));
    await close(company, id);
    expect([await db.pulseAnswer.count({ where: { pulseId: id } }), await db.pulseSealed.count({ where: { pulseId: id } })]).toEqual([0, 0]);
    expect((await pulseResults(await actorOf(company.people.hr), id, null))?.results.map(({ told }) => told.state)).toEqual(["hidden", "hidden", "hidden"]);
  });
});
