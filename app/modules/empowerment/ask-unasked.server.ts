import { newId } from "#kernel/ids.ts";
import { readHot, transaction, type Tx } from "#platform/transaction.server.ts";
import { askAt } from "./ask-approver.server.ts";
import { putQuestion } from "./move-approval.server.ts";
import { askedBefore, questionIn } from "./open-approval.server.ts";

async function askIn(tx: Tx, decisionId: string, now: Date): Promise<void> {
  const decision = await tx.find("Decision", { id: decisionId });
  if (decision === null || decision.state !== "pending" || (await tx.count("Approval", { decisionId, state: "pending" })) > 0) return;
  const question = await questionIn(tx, decision, await askedBefore(tx, decisionId, null), now);
  const asking = askAt(question, 0, now);
  if (asking !== null) await putQuestion(tx, { id: newId(), decision, question, asking, kind: "approval.waiting", now });
}

/** Asks for decisions that found nobody to ask when they were recorded, once there is somebody. */
export async function askUnasked(now: Date): Promise<void> {
  for (const id of readHot("decision.unasked", { limit: 50 })) await transaction((tx) => askIn(tx, id, now));
}
