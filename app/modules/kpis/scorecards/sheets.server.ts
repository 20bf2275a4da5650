import { findPerson } from "#modules/people/public.server.ts";
import type { Insert } from "#platform/transaction.server.ts";
import { type Filling, filler } from "./fill.server.ts";
import type { SheetContent } from "./score.ts";
import { type Holder, holdersOf, type StoredScorecard } from "./who-has.server.ts";

/** Whose sheet it is with what stands on it. */
export interface FilledSheet extends Holder {
  readonly content: SheetContent;
}

/** The sheets of everybody who has one of these scorecards now, filled. */
export async function filledSheets(scorecards: readonly StoredScorecard[], filling: Filling): Promise<FilledSheet[]> {
  const fill = filler(filling);
  const sheets: FilledSheet[] = [];
  for (const holder of holdersOf(scorecards)) sheets.push({ ...holder, content: await fill(holder) });
  return sheets;
}

/** A sheet as it is kept when its period closes, with the names of that day. */
export function sheetRow({ scorecard, person, content }: FilledSheet, kept: { readonly id: string; readonly periodId: string; readonly at: Date }): Insert<"ScorecardSheet"> {
  const manager = person?.managerId ? findPerson(person.managerId) : null;
  return {
    ...kept, scorecardId: scorecard.id, personId: person?.id ?? null, personName: person?.name ?? "", managerId: manager?.id ?? null, managerName: manager?.name ?? "",
    departmentCode: person === null ? scorecard.subject : person.departmentCode, siteCode: person?.siteCode ?? null, content: JSON.stringify(content),
  };
}
