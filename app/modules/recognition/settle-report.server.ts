import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { pageOf } from "./page-of.ts";
import { recordEvent } from "./record-event.server.ts";
import type { SettlingFields } from "./schemas.ts";

/**
 * HR answers a report: the recognition stays, or it is hidden from everybody but its giver. Whoever reported is told the
 * answer; the giver is told when it was hidden. Refuses: `forbidden`; `not_found`; 403 `own_recognition` when HR gave or
 * received it; 409 `state_changed`.
 */
export async function settleReport(reportId: string, fields: SettlingFields, asked: Asked): Promise<void> {
  demand(asked, "recognitions.settle");
  const byId = asked.actor?.personId ?? null;
  const { state, answer } = fields;
  await transaction(async (tx) => {
    const report = await tx.find("RecognitionReport", { id: reportId });
    const row = report === null ? null : await tx.find("Recognition", { id: report.recognitionId });
    if (report === null || row === null) throw notFound();
    const received = byId !== null && (await tx.count("RecognitionRecipient", { recognitionId: row.id, personId: byId })) > 0;
    if (row.giverId === byId || received) throw new Refusal("own_recognition", { status: 403 });
    const settled = await tx.update("RecognitionReport", { id: reportId, state: "open" }, { state, answer, answeredById: byId, answeredAt: asked.now });
    if (settled === 0) throw new Refusal("state_changed");
    if (state === "hidden") await tx.update("Recognition", { id: row.id, hiddenAt: null }, { hiddenAt: asked.now });
    await recordEvent(tx, asked, { kind: "recognition", id: row.id }, { type: "recognition.report-settled", schema: 1, data: { report: reportId, state } });
    const told = { params: { answer }, at: asked.now };
    await notify(tx, { ...told, personId: report.byId, kind: `recognition.report-${state}`, href: state === "kept" ? pageOf(row.id) : null });
    if (state === "hidden" && row.giverId !== report.byId) await notify(tx, { ...told, personId: row.giverId, kind: "recognition.hidden", href: pageOf(row.id) });
  });
}
