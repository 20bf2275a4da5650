import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { ScorecardEvent } from "./events.ts";

interface Subject {
  readonly kind: "scorecard" | "scorecard-period" | "scorecard-sheet" | "pay-share" | "reward-kind" | "reward" | "kpi-finding" | "export";
  readonly id: string;
}

/** Writes one event of scorecards, rewards and findings. */
export async function recordScorecardEvent(tx: Tx, subject: Subject, event: ScorecardEvent, asked: Asked): Promise<void> {
  await appendEvent(tx, { type: event.type, subject, actor: actorRef(asked), data: event.data, at: asked.now });
}
