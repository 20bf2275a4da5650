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
