import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { namesOf } from "./cards.server.ts";
import type { Visibility } from "./domain/visibility.ts";
import type { ReportView } from "./view-models.ts";

const SHOWN = 100;

/** What was reported to HR: what waits first, oldest first, then what was answered, newest first. Refuses: `forbidden`. */
export async function reportList(asked: Asked): Promise<ReportView[]> {
  demand(asked, "recognitions.settle");
  const include = { recognition: { include: { recipients: { select: { personId: true } } } } } as const;
  const [open, settled] = await Promise.all([
    db.recognitionReport.findMany({ where: { state: "open" }, include, orderBy: [{ at: "asc" }, { id: "asc" }], take: SHOWN }),
    db.recognitionReport.findMany({ where: { state: { not: "open" } }, include, orderBy: [{ answeredAt: "desc" }, { id: "desc" }], take: SHOWN }),
  ]);
  const rows = [...open, ...settled];
  const ids = rows.flatMap(({ byId, answeredById, recognition: { giverId, recipients } }) => [byId, giverId, ...(answeredById === null ? [] : [answeredById]), ...recipients.map(({ personId }) => personId)]);
  const name = namesOf(ids);
  const self = asked.actor?.personId ?? null;
  return rows.map(({ id, at, byId, reason, words, said, state, answer, answeredById, answeredAt, recognition }) => ({
    id,
    at: at.toISOString(),
    by: name(byId),
    reason,
    words,
    said,
    state: state as ReportView["state"],
    answer,
    answeredBy: answeredById === null ? null : name(answeredById),
    answeredAt: answeredAt?.toISOString() ?? null,
    mayAnswer: state === "open" && recognition.giverId !== self && !recognition.recipients.some(({ personId }) => personId === self),
    recognition: {
      id: recognition.id,
      giver: name(recognition.giverId),
      receivers: recognition.recipients.map(({ personId }) => name(personId)),
      visibility: recognition.visibility as Visibility,
      withdrawn: recognition.withdrawnAt !== null,
    },
  }));
}
