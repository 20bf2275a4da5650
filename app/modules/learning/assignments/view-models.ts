import type { Text } from "../domain/content.ts";
import type { DueState } from "../domain/due-days.ts";

export interface PlaceName {
  readonly code: string;
  readonly name: Text;
}

/** How many people stand where; of those within the reader's reach. */
export interface StandingCounts {
  readonly meant: number;
  readonly done: number;
  readonly open: number;
  readonly overdue: number;
  /** Away today: nobody asks them. */
  readonly away: number;
}

export interface AssignmentView {
  readonly id: string;
  readonly course: string;
  readonly title: Text;
  readonly roles: readonly string[];
  readonly departments: readonly PlaceName[];
  readonly sites: readonly PlaceName[];
  /** Names of single people. */
  readonly people: readonly string[];
  readonly startedFrom: string | null;
  readonly assignedOn: string;
  readonly dueDays: number;
  readonly everyMonths: number | null;
  readonly counts: StandingCounts;
}

export interface StandingRow {
  readonly assignmentId: string;
  readonly course: string;
  readonly title: Text;
  readonly person: { readonly id: string; readonly name: string };
  readonly state: DueState;
  readonly dueOn: string | null;
  readonly away: boolean;
}

export interface AssignmentsView {
  readonly assignments: readonly AssignmentView[];
  /** Overdue first, then by day, then by given name; cut after so many. */
  readonly people: readonly StandingRow[];
  readonly peopleCount: number;
}
