/** What this module writes into the audit trail. `data` holds ids, codes and numbers; words about people stay with the decision. */
export type EmpowermentEvent =
  | { readonly type: "policy.drafted"; readonly schema: 1; readonly data: PolicyData & { readonly baseVersion?: number | null } }
  | { readonly type: "policy.saved"; readonly schema: 1; readonly data: PolicyData & { readonly revision: number } }
  | { readonly type: "policy.submitted"; readonly schema: 1; readonly data: PolicyData & { readonly note: string | null } }
  | { readonly type: "policy.returned"; readonly schema: 1; readonly data: PolicyData & { readonly note: string | null } }
  | {
      readonly type: "policy.published";
      readonly schema: 1;
      readonly data: PolicyData & { readonly effectiveFrom: string; readonly note: string | null; readonly editors: readonly string[] };
    }
  | { readonly type: "policy.comments-invited"; readonly schema: 1; readonly data: { readonly version: number; readonly revision: number; readonly until: string } }
  | { readonly type: "policy.comments-ended"; readonly schema: 1; readonly data: { readonly version: number; readonly until: string; readonly note: string } }
  | { readonly type: "policy.commented"; readonly schema: 1; readonly data: CommentData & { readonly revision: number } }
  | { readonly type: "policy.comment-answered"; readonly schema: 1; readonly data: CommentData & { readonly outcome: string } }
  | { readonly type: "policy.finding-acknowledged"; readonly schema: 1; readonly data: { readonly version: number; readonly finding: string; readonly note: string } }
  | { readonly type: "policy.question-set"; readonly schema: 1; readonly data: { readonly version: number; readonly asked: boolean } }
  | { readonly type: "policy.acknowledged"; readonly schema: 1; readonly data: { readonly version: number } }
  | { readonly type: "policy.response-answered"; readonly schema: 1; readonly data: { readonly version: number; readonly rule: string | null } }
  | { readonly type: "policy.reminded"; readonly schema: 1; readonly data: { readonly version: number; readonly people: number } }
  | { readonly type: "rule.reviewed"; readonly schema: 1; readonly data: { readonly rule: string; readonly version: number; readonly decision: string; readonly reviewBy: string | null } }
  | { readonly type: "decision.recorded"; readonly schema: 1; readonly data: DecisionData }
  | { readonly type: "decision.cancelled"; readonly schema: 1; readonly data: { readonly number: string; readonly from: string } }
  | { readonly type: "decision.given"; readonly schema: 1; readonly data: { readonly number: string } }
  | {
      readonly type: "decision.followed-up";
      readonly schema: 1;
      readonly data: { readonly number: string; readonly result: string | null; readonly csat: number | null };
    }
  | { readonly type: "decision.expired"; readonly schema: 1; readonly data: { readonly number: string; readonly approvalId: string } }
  | { readonly type: "decision.overturned"; readonly schema: 1; readonly data: { readonly number: string; readonly reason: string } }
  | { readonly type: "proposal.found"; readonly schema: 1; readonly data: ProposalData & { readonly from: number; readonly to: number; readonly n: number; readonly hits: number } }
  | { readonly type: "proposal.superseded"; readonly schema: 1; readonly data: Readonly<Record<string, never>> }
  | { readonly type: "proposal.accepted"; readonly schema: 1; readonly data: ProposalData & { readonly from: number; readonly to: number; readonly version: number; readonly note: string | null } }
  | { readonly type: "proposal.rejected"; readonly schema: 1; readonly data: ProposalData & { readonly note: string } }
  | { readonly type: "proposal.trial-began"; readonly schema: 1; readonly data: LimitData & { readonly version: number; readonly until: string } }
  | { readonly type: "proposal.trial-superseded"; readonly schema: 1; readonly data: LimitData & { readonly version: number | null } }
  | { readonly type: "proposal.confirmed"; readonly schema: 1; readonly data: LimitData & { readonly limit: number; readonly note: string | null } }
  | { readonly type: "proposal.returned"; readonly schema: 1; readonly data: LimitData & { readonly from: number; readonly to: number; readonly version: number } }
  | {
      readonly type: "simulation.started";
      readonly schema: 1;
      readonly data: PolicyData & { readonly revision: number; readonly source: string; readonly mode: string; readonly from: string; readonly to: string };
    }
  | { readonly type: "simulation.finished" | "simulation.failed"; readonly schema: 1; readonly data: SimulationEndData }
  | { readonly type: "simulation.cancelled"; readonly schema: 1; readonly data: { readonly version: number } }
  | { readonly type: "decisions.exported"; readonly schema: 1; readonly data: Readonly<Record<string, never>> }
  | { readonly type: "past-cases.imported"; readonly schema: 1; readonly data: { readonly rows: number; readonly added: number; readonly changed: number; readonly unchanged: number; readonly digest: string } }
  | { readonly type: "approval.approved"; readonly schema: 1; readonly data: AnswerData & { readonly amount: number | null; readonly rule: string | null; readonly policyVersion: number } }
  | { readonly type: "approval.declined"; readonly schema: 1; readonly data: AnswerData }
  | { readonly type: "approval.returned"; readonly schema: 1; readonly data: AnswerData }
  | { readonly type: "approval.climbed"; readonly schema: 1; readonly data: MoveData }
  | { readonly type: "approval.handed-over"; readonly schema: 1; readonly data: MoveData };

interface PolicyData {
  readonly version: number;
  readonly contentHash: string;
}

interface CommentData {
  readonly version: number;
  readonly comment: string;
  readonly rule: string | null;
}

interface LimitData {
  readonly rule: string;
  /** null: the whole rule */
  readonly reason: string | null;
}

interface ProposalData extends LimitData {
  readonly kind: string;
}

interface SimulationEndData {
  readonly version: number;
  readonly cases: number | null;
  readonly judged: number | null;
  readonly error: string | null;
}

interface DecisionData {
  readonly number: string;
  readonly gesture: string;
  readonly reason: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly outcome: string;
  readonly state: string;
  readonly reasonCode: string;
  readonly byChoice: boolean;
  readonly policyVersion: number;
  readonly rule: string | null;
  readonly customerId: string | null;
  readonly budgets: readonly { readonly code: string; readonly subject: string; readonly delta: number }[];
  readonly approval: { readonly id: string; readonly approverId: string; readonly kind: string; readonly dueAt: string } | null;
}

interface AnswerData {
  readonly decisionId: string;
  readonly number: string;
  readonly kind: string;
  readonly level: number;
}

interface MoveData {
  readonly decisionId: string;
  readonly number: string;
  readonly fromId: string;
  readonly toId: string;
  readonly level: number;
}
