import { newId } from "#kernel/ids.ts";
import { peopleWithRole } from "#modules/people/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { reachable } from "./readable.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { ReportFields } from "./schemas.ts";

/**
 * Asks HR to look at a recognition, a private one too; its words are kept as they stand now, and nobody but HR learns of
 * it. Answers the report's id. Refuses: `forbidden`; `not_found`; 409 `reported_already` while one's own report is open.
 */
export async function reportRecognition(id: string, fields: ReportFields, asked: Asked, remember?: RememberMade): Promise<{ id: string }> {
  const person = demandPerson(asked, "recognitions.give");
  const settling = peopleWithRole("hr").filter(({ id: hrId }) => hrId !== person.personId);
  return transaction(async (tx) => {
    const row = await reachable(tx, person, id);
    if ((await tx.count("RecognitionReport", { recognitionId: id, byId: person.personId, state: "open" })) > 0) throw new Refusal("reported_already", { status: 409 });
    const report = newId();
    await tx.insert("RecognitionReport", { id: report, recognitionId: id, byId: person.personId, ...fields, said: row.message, at: asked.now });
    await recordEvent(tx, asked, { kind: "recognition", id }, { type: "recognition.reported", schema: 1, data: { report, reason: fields.reason } });
    for (const { id: personId } of settling) await notify(tx, { personId, kind: "recognition.reported", params: {}, href: "/recognition/reports", at: asked.now });
    await remember?.(tx, report);
    return { id: report };
  });
}
