import { budgetStatements } from "./statements/budget.server.ts";
import { auditStatements } from "./statements/audit.server.ts";
import { betStatements } from "./statements/bet.server.ts";
import { customerStatements } from "./statements/customer.server.ts";
import { decisionStatements } from "./statements/decision.server.ts";
import { empowermentStatements } from "./statements/empowerment.server.ts";
import { insightStatements } from "./statements/insights.server.ts";
import { jobStatements, outboxStatements } from "./statements/job.server.ts";
import { kpiStatements } from "./statements/kpi.server.ts";
import { listeningStatements } from "./statements/listening.server.ts";
import { peopleStatements } from "./statements/people.server.ts";
import { proposalStatements } from "./statements/proposal.server.ts";
import { recognitionStatements } from "./statements/recognition.server.ts";
import { sessionStatements } from "./statements/session.server.ts";
import { settingStatements } from "./statements/setting.server.ts";
import { threadStatements } from "./statements/thread.server.ts";
import { tidyStatements } from "./statements/tidy.server.ts";
import { signInStatements } from "./statements/sign-in.server.ts";

/**
 * Every hand-written statement by name. All are prepared once per connection; `tx.statement` runs them on the writer,
 * `readHot` those that read on a connection of their own. A new one is added to a file of `statements/`.
 */
export const statements = {
  ...sessionStatements,
  ...signInStatements,
  ...peopleStatements,
  ...customerStatements,
  ...budgetStatements,
  ...decisionStatements,
  ...empowermentStatements,
  ...proposalStatements,
  ...auditStatements,
  ...jobStatements,
  ...outboxStatements,
  ...settingStatements,
  ...tidyStatements,
  ...insightStatements,
  ...betStatements,
  ...threadStatements,
  ...recognitionStatements,
  ...listeningStatements,
  ...kpiStatements,
} as const;

export type StatementName = keyof typeof statements;
export type StatementParams<N extends StatementName> = Parameters<(typeof statements)[N]["bind"]>[0];
export type StatementResult<N extends StatementName> = ReturnType<(typeof statements)[N]["read"]>;
