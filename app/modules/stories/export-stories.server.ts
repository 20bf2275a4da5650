import { applyMasks } from "#kernel/masking/mask.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./command.server.ts";
import { storyFindings } from "./domain/findings.ts";
import { STORY_PARTS } from "./schemas.ts";
import { storyPeople, wordsOf } from "./story-words.server.ts";

const COLUMNS = ["id", "posted_at", "teller_email", "language", "value", "touchpoint", "source", "title", "happened", "felt", "unsaid", "did", "changed", "responses"];
const PAGE = 300;

async function* pages(): AsyncGenerator<CsvCell[][]> {
  const people = await storyPeople([]);
  for (let after = ""; ; ) {
    const rows = await db.story.findMany({
      where: { visibility: "company", postedAt: { not: null }, withdrawnAt: null, hiddenAt: null, id: { gt: after } },
      include: { _count: { select: { responses: true } } },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    const tellers = findPeople(rows.map(({ tellerId }) => tellerId));
    yield rows.map((row) => {
      const words = wordsOf(row);
      const findings = storyFindings(words, people, row.consent);
      const masked = STORY_PARTS.map((part) => applyMasks(words[part] ?? "", findings.filter((each) => each.part === part)));
      return [row.id, (row.postedAt ?? row.at).toISOString(), tellers.get(row.tellerId)?.email ?? "", row.language, row.valueCode, row.touchpoint ?? "", row.sourceKind ?? "", ...masked, row._count.responses];
    });
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

/** Every story told for the company, masked, in order of id; that the file was taken stands in the trail. Refuses `forbidden`. */
export async function exportStories(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "stories.export");
  await transaction((tx) => recordEvent(tx, asked, { kind: "export", id: "stories" }, { type: "stories.exported", schema: 1, data: {} }));
  return csvPieces(COLUMNS, pages());
}
