import { type CsvCell, csvPieces } from "#platform/csv/write.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import type { Told } from "./domain/disclose.ts";
import { findLaunched } from "./queries.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { launchedOf, tellOf } from "./waves.server.ts";

const COLUMNS = ["question", "scale", "group_kind", "group", "invited", "response_percent", "state", "value", "banded", "low", "high", "at_least", "trend"] as const;

function cellsOf(told: Told): CsvCell[] {
  if (told.state === "shown") {
    const { value, banded, interval, atLeast } = told.figure;
    return ["shown", value, banded ? 1 : 0, interval?.low, interval?.high, atLeast, told.trend];
  }
  return [told.state, null, null, null, null, null, told.state === "trend" ? told.trend : null];
}

/**
 * What may be told of a closed pulse, by question and group, as CSV: the same figures as on its page and never more.
 * Refuses: `forbidden`; 404; 409 `state_changed` while it is open.
 */
export async function exportResults(id: string, asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "pulses.read-groups");
  const row = asked.actor === null ? await db.pulse.findUnique({ where: { id } }) : null;
  const launched = asked.actor === null ? (row === null ? null : launchedOf(row)) : await findLaunched(asked.actor, id);
  if (launched === null) throw notFound();
  if (launched.open) throw new Refusal("state_changed");
  const { byQuestion, turnout } = await tellOf(launched);
  await transaction((tx) => recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.exported", schema: 1, data: {} }));
  async function* pages() {
    for (const { code, scale } of launched?.questions ?? []) {
      if (scale === "text") continue;
      const told = byQuestion.get(code)?.at(-1)?.told ?? new Map<string, Told>();
      yield (launched?.frame.groups ?? []).map(({ id: group, kind, name, ref, invited }) => [code, scale, kind, name.vi || ref || group, invited, turnout.get(group), ...cellsOf(told.get(group) ?? { state: "hidden" })]);
    }
  }
  return csvPieces(COLUMNS, pages());
}
