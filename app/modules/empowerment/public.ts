export { compilePolicy, type CompiledPolicy } from "./domain/compile.ts";
export { PolicyFaults, type Fault, type FaultCode } from "./domain/faults.ts";
export { inspectPolicy, parsePolicy } from "./domain/parse-policy.ts";
export { parseFacts, parseRequest } from "./domain/parse-request.ts";
export type {
  BudgetEntry,
  DecisionRequest,
  EscalateReason,
  Explanation,
  Facts,
  FailedDimension,
  MoneyValue,
  Outcome,
  Reason,
  RuleEntry,
  RuleStatus,
  Verdict,
} from "./domain/verdict.ts";
export type { Bilingual, Duties, PolicyBudget, PolicyDocument, PolicyEscalation, PolicyRule, PolicyTest, Words } from "./schemas.ts";
export { alternatives, whatMayBeGiven, type Offer, type OpenRequest } from "./domain/alternatives.ts";
export { canApprove, type ApprovalAnswer, type ApprovalMode } from "./domain/approval.ts";
export { caseGroupOf } from "./domain/case-group.ts";
export { budgetsCharged, type Charge, type Payer } from "./domain/charges.ts";
export { escalationFor, type EscalationPath } from "./domain/escalation.ts";
export { nearMisses, type NearMiss } from "./domain/near-misses.ts";
export { renderSay, renderWords, resolveSay, type SayValues } from "./domain/say.ts";
export { type SimulationMode, simulationModes, type SimulationReport, type SimulationSource, simulationSources } from "./domain/simulation/report.ts";
