import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { KpiEvent } from "./events.ts";

interface Subject {
  readonly kind: "kpi" | "import" | "export" | "fact";
  readonly id: string;
}

/** Writes one event of designing, feeding and reading KPIs. */
export async function recordEvent(tx: Tx, subject: Subject, event: KpiEvent, asked: Asked): Promise<void> {
  await appendEvent(tx, { type: event.type, schema: event.schema, subject, actor: actorRef(asked), data: event.data, at: asked.now });
}
