import { z } from "zod";
import { localDay } from "#kernel/period.ts";
import { findPerson, organisation, peopleWithRole } from "#modules/people/public.server.ts";
import { addJob, type JobDefinition } from "#platform/jobs.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { type ProcedureState, reviewStanding, sunsetOn } from "./domain/sunset.ts";
import { newId } from "#kernel/ids.ts";
import { recordEvent } from "./record-event.server.ts";

const TELL_KIND = "procedures.tell-due";
const told = z.strictObject({ id: z.string(), reviewBy: z.string(), standing: z.enum(["soon", "due"]) });

const standingOf = (row: Row<"Procedure">, today: string) => reviewStanding({ state: row.state as ProcedureState, reviewBy: row.reviewBy, law: row.law }, today);

/** Its owner, or all of HR where it has none any more. */
function askedAbout({ ownerId }: Row<"Procedure">): string[] {
  const owner = ownerId === null ? null : findPerson(ownerId);
  return owner !== null && owner.active ? [owner.id] : peopleWithRole("hr").map(({ id }) => id);
}

async function tell(tx: Tx, row: Row<"Procedure">, kind: string, at: Date, params: Readonly<Record<string, unknown>>): Promise<void> {
  for (const personId of askedAbout(row)) {
    await notify(tx, { personId, kind: `procedure.${kind}`, params: { name: { vi: row.nameVi, en: row.nameEn }, ...params }, href: `/procedures/${row.id}`, at });
  }
}

async function lapse(tx: Tx, row: Row<"Procedure">, now: Date): Promise<void> {
  if ((await tx.update("Procedure", { id: row.id, state: "in_force", reviewBy: row.reviewBy }, { state: "lapsed", updatedAt: now })) !== 1) return;
  await recordEvent(tx, { kind: "procedure", id: row.id }, { type: "procedure.lapsed", schema: 1, data: { code: row.code } }, { actor: "system", now });
  await tx.insert("ProcedureReview", { id: newId(), procedureId: row.id, at: now, byId: null, decision: "stop", note: "–", reviewBy: null });
  await tell(tx, row, "lapsed", now, {});
}


/** Each morning: reminds of reviews that come and are due, once each, and stops what nobody looked at in time. */
export const sunsetProceduresJob: JobDefinition = {
  kind: "procedures.sunset",
  every: "50 0 * * *",
  apply: async (tx, { now }) => {
    const today = localDay(now, organisation().timeZone);
    for (const row of await tx.list("Procedure", { state: "in_force" }, { orderBy: [["code", "asc"]] })) {
      const standing = standingOf(row, today);
      if (standing === "sunset") await lapse(tx, row, now);
      if (standing !== "soon" && standing !== "due") continue;
      const payload = { id: row.id, reviewBy: row.reviewBy, standing };
      await addJob(tx, { kind: TELL_KIND, payload, runAt: now, uniqueKey: `${TELL_KIND}:${row.id}:${row.reviewBy}:${standing}` });
    }
  },
};

/** Tells whoever owns a procedure that its review comes or is due; not any more when somebody has looked. */
export const tellProcedureJob: JobDefinition = {
  kind: TELL_KIND,
  apply: async (tx, { now, payload }) => {
    const { id, reviewBy, standing } = told.parse(payload);
    const row = await tx.find("Procedure", { id });
    if (row === null || row.reviewBy !== reviewBy || row.state !== "in_force") return;
    const sunset = sunsetOn(row);
    const kind = sunset === null ? "due-legal" : standing;
    await tell(tx, row, kind, now, { day: reviewBy, ...(sunset === null ? {} : { sunset }) });
  },
};
