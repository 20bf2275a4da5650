import { type CsvCell, csvPieces } from "#platform/csv/write.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import type { ThemeTold, Told } from "./domain/disclose.ts";
import { readsAbout } from "./about.server.ts";
import { findLaunched } from "./queries.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { type Launched, launchedOf, tellOf } from "./waves.server.ts";

const COLUMNS = ["question", "scale", "group_kind", "group", "invited", "response_percent", "state", "value", "banded", "low", "high", "at_least", "trend", "theme"] as const;

function cellsOf(told: Told): CsvCell[] {
  if (told.state === "shown") {
    const { value, banded, interval, atLeast } = told.figure;
    return ["shown", value, banded ? 1 : 0, interval?.low, interval?.high, atLeast, told.trend, null];
  }
  if (told.state === "named") return ["named", told.answer, null, null, null, null, null, null];
  return [told.state, null, null, null, null, null, told.state === "trend" ? told.trend : null, null];
}

function themeCells(told: readonly ThemeTold[] | undefined): CsvCell[][] {
  const hidden: CsvCell[] = ["hidden", null, null, null, null, null, null, null];
  return told === undefined || told.length === 0 ? [hidden] : told.map(({ theme, atLeast }) => ["shown", null, null, null, null, atLeast, null, theme]);
}

/** Results about a person leave in a file for those who may read them; the operator's command is nobody of these. */
const mayExport = (actor: Asked["actor"], subjectId: string | null): boolean => subjectId === null || (actor !== null && readsAbout(actor, subjectId));

/** Any launched pulse, for the operator. */
async function launchedWith(id: string): Promise<Launched | null> {
  const row = await db.pulse.findUnique({ where: { id } });
  return row === null ? null : launchedOf(row);
}

/**
 * What may be told of a closed pulse, by question and group, as CSV: the same figures as on its page and never more; of
 * questions in words the themes, a row each.
 * Refuses: `forbidden`; 404; 409 `state_changed` while it is open.
 */
export async function exportResults(id: string, asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "pulses.read-groups");
  const launched = await (asked.actor === null ? launchedWith(id) : findLaunched(asked.actor, id));
  if (launched === null || !mayExport(asked.actor, launched.row.subjectId)) throw notFound();
  if (launched.open) throw new Refusal("state_changed");
  const { byQuestion, themes, turnout } = await tellOf(launched);
  await transaction((tx) => recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.exported", schema: 1, data: {} }));
  const { questions, frame } = launched;
  async function* pages() {
    for (const { code, scale } of questions) {
      const told = byQuestion.get(code)?.at(-1)?.told ?? new Map<string, Told>();
      const rows = frame.groups.map((group) => ({ group, first: [code, scale, group.kind, group.name.vi || group.ref || group.id, group.invited, turnout.get(group.id)] }));
      if (scale === "text") yield rows.flatMap(({ group, first }) => themeCells(themes.get(code)?.get(group.id)).map((cells) => [...first, ...cells]));
      else yield rows.map(({ group, first }) => [...first, ...cellsOf(told.get(group.id) ?? { state: "hidden" })]);
    }
  }
  return csvPieces(COLUMNS, pages());
}
