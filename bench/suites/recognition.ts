import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { evidenceSources } from "../../app/composition/recognition-evidence.server.ts";
import { loadActor, NO_CONTEXT } from "../../app/modules/people/public.server.ts";
import { fairnessView, recognitionList, recognitionPage } from "../../app/modules/recognition/public.server.ts";
import { closeDatabase, db, openDatabase } from "../../app/platform/db.server.ts";
import { migrate } from "../../app/platform/migrate.server.ts";
import { transaction } from "../../app/platform/transaction.server.ts";
import { seedSmallCompany, type SmallCompany } from "../../prisma/seed/builders.ts";
import { randomFrom } from "../../prisma/seed/random.ts";
import type { RunSuite } from "../results.ts";
import { timed } from "../timed.ts";

const THANKS = 50_000;
const PEOPLE = 2_000;
const TEAM = 10;
const RUNS = 60;
const DAY = 86_400_000;

/** Two thousand people in teams of ten, and fifty thousand thanks over a year, a fifth not public. */
async function fill({ people }: SmallCompany, now: Date): Promise<void> {
  const random = randomFrom(5);
  const template = await db.person.findUniqueOrThrow({ where: { id: people.frontline.id } });
  const staff: { id: string; managerId: string | null }[] = [];
  await transaction(
    async (tx) => {
      await tx.insert("CoreValue", { code: "HEAR", position: 1, version: 1 });
      await tx.insert("CoreValueVersion", { code: "HEAR", version: 1, nameVi: "Nghe", nameEn: "Hear", meaningVi: "…", meaningEn: "…", behaviours: '[{"code":"b1","vi":"Nghe hết","en":"Hears it out"}]', at: now });
      for (let index = 0; index < PEOPLE; index += 1) {
        const managerId = index % TEAM === 0 ? people.manager.id : (staff[index - (index % TEAM)]?.id ?? null);
        const id = random.idAt(now);
        staff.push({ id, managerId });
        await tx.insert("Person", { ...template, id, email: `p${index}@bench.tam`, managerId });
      }
      const everybody = [...staff, { id: people.frontline.id, managerId: people.frontline.managerId }];
      for (let index = 0; index < THANKS; index += 1) {
        const at = new Date(now.getTime() - Math.floor(random.next() * 365 * DAY));
        const [giver, receiver] = [random.pick(everybody), random.pick(everybody)];
        if (giver.id === receiver.id) continue;
        const id = random.idAt(at);
        const visibility = random.weighted([["public", 8], ["team", 1.4], ["private", 0.6]] as const);
        await tx.insert("Recognition", { id, giverId: giver.id, giverManagerId: giver.managerId, valueCode: "HEAR", valueVersion: 1, behaviour: "b1", message: "Nghe khách kể hết rồi mới hỏi.", visibility, state: "thanks", stateAt: at, at });
        await tx.insert("RecognitionRecipient", { recognitionId: id, personId: receiver.id, managerId: receiver.managerId, at });
      }
    },
    { limitMs: 600_000 },
  );
}

/** The feed's pages, one recognition and HR's figures with fifty thousand recognitions. */
export const run: RunSuite = async (say) => {
  const folder = mkdtempSync(path.join(tmpdir(), "tam-bench-recognition-"));
  const file = path.join(folder, "tam.db");
  try {
    await migrate(file);
    openDatabase({ url: `file:${file}` });
    const now = new Date("2026-11-22T03:00:00Z");
    const company = await seedSmallCompany(now);
    say(`recognition: ${THANKS} thank-yous are written`);
    await fill(company, now);
    const [clerk, hr] = [await loadActor(company.people.frontline.id, NO_CONTEXT), await loadActor(company.people.hr.id, NO_CONTEXT)];
    if (clerk === null || hr === null) throw new Error("no such people");
    const page = { limit: 21, cursor: null } as const;
    const deep = await db.recognition.findFirstOrThrow({ orderBy: { at: "desc" }, skip: 25_000 });
    const rows = [
      await timed("feed of the company, first page", RUNS, () => recognitionList(clerk, {}, page, evidenceSources)),
      await timed("feed of the company, page 1,250", RUNS, () => recognitionList(clerk, {}, { limit: 21, cursor: [deep.at.getTime(), deep.id] }, evidenceSources)),
      await timed("feed of a team", RUNS, () => recognitionList(clerk, { feed: "team" }, page, evidenceSources)),
      await timed("feed about oneself", RUNS, () => recognitionList(clerk, { feed: "me" }, page, evidenceSources)),
      await timed("one recognition", RUNS, () => recognitionPage(hr, deep.id, evidenceSources)),
      await timed("fairness of 3 months", 15, () => fairnessView({ actor: hr, source: "screen", now }, 3, evidenceSources)),
      await timed("fairness of 12 months", 15, () => fairnessView({ actor: hr, source: "screen", now }, 12, evidenceSources)),
    ];
    return { name: "recognition", rows };
  } finally {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
};
