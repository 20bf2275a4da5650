export { answerImprovement } from "./answer-improvement.server.ts";
export { mergeImprovement, reassignImprovement } from "./arrange-improvement.server.ts";
export { type CitedImprovement, citedImprovements, verifiedImprovements } from "./cited-improvements.server.ts";
export { climbAnswersJob } from "./climb-answers.server.ts";
export { closeUnconfirmedJob } from "./close-unconfirmed.server.ts";
export { confirmImprovement } from "./confirm-improvement.server.ts";
export { verifiedCounts, workedChanges } from "./day-facts.server.ts";
export type { KpiPeriod, KpiQuery, Records } from "./effect.server.ts";
export { exportImprovements, exportProcedures } from "./export-improvements.server.ts";
export { handOverImprovements } from "./hand-over-improvements.server.ts";
export { importProcedures, PROCEDURE_COLUMNS } from "./import-procedures.server.ts";
export { addStep, finishStep } from "./improvement-steps.server.ts";
export { planImprovement } from "./plan-improvement.server.ts";
export { improvementDetail } from "./queries-detail.server.ts";
export { type ImprovementFilter, improvementRows, VIEWS, waitingCount } from "./queries-list.server.ts";
export { procedureChoices, procedureDetail, type ProcedureFilter, procedureRows } from "./queries-procedures.server.ts";
export { recordFigures } from "./record-figures.server.ts";
export { findToConfirmJob, tellToConfirmJob } from "./remind-confirm.server.ts";
export { prepareReport, type Reported, type ReportedAbout, reportImprovement } from "./report-improvement.server.ts";
export { reviewProcedure } from "./review-procedure.server.ts";
export { saveProcedure } from "./save-procedure.server.ts";
export { sunsetProceduresJob, tellProcedureJob } from "./sunset-procedures.server.ts";
export { threadNodes } from "./thread-nodes.server.ts";
export { adoptImprovement, beginTrial, revertImprovement } from "./trial-improvement.server.ts";
export { verifyImprovement } from "./verify-improvement.server.ts";
export { watchSolvedJob } from "./watch-solved.server.ts";
export {
  answerInput, confirmInput, departmentsInput, figuresInput, noteInput, optionalNoteInput, planInput, procedureInput, reportInput, reviewInput, STEP_ROWS, stepInput, trialInput,
} from "./form-input.ts";
