import type { Difference } from "#kernel/interval.ts";
import type { Text } from "../domain/content.ts";
import type { Arm, TransferMeasure, TransferVerdict } from "../domain/transfer.ts";

export interface MeasureTransfer {
  readonly measure: TransferMeasure;
  readonly verdict: TransferVerdict;
  /** null: fewer than five people. */
  readonly trained: Arm | null;
  readonly peers: Arm | null;
  readonly difference: Difference | null;
  /** Whether it stands beside the other measures too. */
  readonly firm: boolean;
}

export interface RetirementView {
  readonly id: string;
  readonly proposedAt: string;
}

export interface RetirementRow {
  readonly id: string;
  readonly version: number;
  readonly state: "open" | "kept" | "retired";
  readonly proposedAt: string;
  readonly decidedAt: string | null;
  /** Name of whoever decided. */
  readonly by: string | null;
  readonly reason: string | null;
  /** As they were found; none for a course that HR retired by itself. */
  readonly measures: readonly MeasureTransfer[];
}

export interface CourseEffect {
  readonly code: string;
  readonly title: Text;
  readonly number: number;
  readonly verdict: TransferVerdict;
  readonly measures: readonly MeasureTransfer[];
}

export interface CourseFigures extends CourseEffect {
  /** People who began, completed and were signed off; null: fewer than five began, nothing is shown. */
  readonly people: TeamFigures | null;
  readonly proposal: RetirementView | null;
}

export interface TeamFigures {
  /** Name of the manager whose team it is; null: several smaller teams as one, or all of them. */
  readonly manager: string | null;
  readonly teams: number;
  readonly began: number;
  readonly completed: number;
  readonly verified: number;
  readonly reports: number;
}

export interface ChoiceFigures {
  readonly lesson: string;
  readonly lessonTitle: Text;
  readonly node: string;
  readonly says: Text;
  /** Times somebody stood at this turn. */
  readonly n: number;
  readonly choices: readonly { readonly code: string; readonly text: Text; readonly count: number }[];
}

export interface QuestionFigures {
  readonly lesson: string;
  readonly question: string;
  readonly text: Text;
  /** First answers. */
  readonly n: number;
  readonly wrong: number;
  /** Wrong and sure of it: what is believed rather than not known. */
  readonly sureAndWrong: number;
}

export interface CourseInsights extends CourseFigures {
  readonly teams: readonly TeamFigures[];
  /** Smaller teams as one; null: there are none. */
  readonly others: TeamFigures | null;
  readonly choices: readonly ChoiceFigures[];
  /** Most often wrong first. */
  readonly questions: readonly QuestionFigures[];
}
