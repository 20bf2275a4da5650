import { newId } from "#kernel/ids.ts";
import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { type Row, transaction, type Tx } from "#platform/transaction.server.ts";
import { insertPosterLink } from "./make-poster-link.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { writeSurvey } from "./save-survey.server.ts";
import type { FirstStepFields, SurveyFields } from "./schemas.ts";

/** The pain point the installation is at, being begun, worked on or watched; null before the first. */
export async function currentPainPoint(tx: Tx): Promise<Row<"StartedPainPoint"> | null> {
  return (await tx.list("StartedPainPoint", {}, { orderBy: [["startedAt", "desc"]], limit: 1 }))[0] ?? null;
}

/** The pain point that is still being begun or worked on. Refuses 404 for another; 409 once it is solved. */
async function openPainPoint(tx: Tx, id: string): Promise<Row<"StartedPainPoint">> {
  const row = await tx.find("StartedPainPoint", { id });
  if (row === null) throw notFound();
  if (row.solvedAt !== null) throw new Refusal("state_changed");
  return row;
}

/**
 * Chooses the pain point to begin with, or words the open one anew; after a solved one begins the next.
 * Refuses: `forbidden`. Answers its id.
 */
export async function choosePainPoint(words: string, asked: Asked): Promise<{ id: string }> {
  demand(asked, "listening.start");
  return transaction(async (tx) => {
    const current = await currentPainPoint(tx);
    const open = current !== null && current.solvedAt === null;
    const id = open ? current.id : newId();
    if (open) await tx.update("StartedPainPoint", { id }, { words });
    else await tx.insert("StartedPainPoint", { id, words, startedAt: asked.now, startedById: asked.actor?.personId ?? null });
    await recordEvent(tx, { kind: "pain-point", id }, actorRef(asked), asked.now, { type: "pain-point.chosen", schema: 1, data: { painPointId: id } });
    return { id };
  });
}

/** Where to listen: a touchpoint there is, or one of the usual ones, which is then made with its survey. */
export interface ListeningPlace {
  readonly known: string | null;
  readonly fresh: SurveyFields | null;
  readonly siteCode: string | null;
}

/**
 * Puts one survey link where the pain is felt: the touchpoint's survey is made where there is none, and a poster's link for it
 * unless a living one is there. Refuses: `forbidden`, `not_found`, `state_changed`; 422.
 */
export async function listenAt(painPointId: string, { known, fresh, siteCode }: ListeningPlace, asked: Asked): Promise<{ touchpoint: string; linkId: string }> {
  demand(asked, "listening.start");
  return transaction(async (tx) => {
    await openPainPoint(tx, painPointId);
    const touchpoint = known ?? fresh?.code;
    if (touchpoint === undefined) throw invalidInput({ path: "touchpoint", code: "choose_one" });
    if (known === null && fresh !== null && (await tx.count("Touchpoint", { code: fresh.code })) === 0) await writeSurvey(tx, fresh, asked);
    const [living] = await tx.list("SurveyLink", { touchpointCode: touchpoint, kind: "poster", siteCode, revokedAt: null }, { orderBy: [["createdAt", "desc"]], limit: 1 });
    const linkId = living?.id ?? (await insertPosterLink(tx, touchpoint, siteCode, asked));
    await tx.update("StartedPainPoint", { id: painPointId }, { touchpointCode: touchpoint, siteCode });
    await recordEvent(tx, { kind: "pain-point", id: painPointId }, actorRef(asked), asked.now, { type: "pain-point.listened-to", schema: 1, data: { painPointId, touchpoint } });
    return { touchpoint, linkId };
  });
}

/**
 * The first step: what, by whom, by when. The start is then done. Refuses: `forbidden`, `not_found`, `state_changed`; 422
 * `unknown_person` at `ownerId`.
 */
export async function takeFirstStep(painPointId: string, { step, ownerId, dueDay }: FirstStepFields, asked: Asked): Promise<void> {
  demand(asked, "listening.start");
  await transaction(async (tx) => {
    const row = await openPainPoint(tx, painPointId);
    if (row.touchpointCode === null) throw new Refusal("state_changed");
    const owner = await tx.find("Person", { id: ownerId });
    if (owner === null || !owner.active) throw invalidInput({ path: "ownerId", code: "unknown_person" });
    await tx.update("StartedPainPoint", { id: painPointId }, { step, ownerId, dueDay, readyAt: row.readyAt ?? asked.now });
    await recordEvent(tx, { kind: "pain-point", id: painPointId }, actorRef(asked), asked.now, { type: "pain-point.begun", schema: 1, data: { painPointId, ownerId, dueDay } });
  });
}

/** Calls the pain point solved, with what solved it; from now on its return is watched. Refuses: `forbidden`, `not_found`, `state_changed`. */
export async function solvePainPoint(painPointId: string, solution: string, asked: Asked): Promise<void> {
  demand(asked, "listening.start");
  await transaction(async (tx) => {
    const row = await openPainPoint(tx, painPointId);
    if (row.readyAt === null) throw new Refusal("state_changed");
    await tx.update("StartedPainPoint", { id: painPointId, solvedAt: null }, { solvedAt: asked.now, solvedById: asked.actor?.personId ?? null, solution });
    await recordEvent(tx, { kind: "pain-point", id: painPointId }, actorRef(asked), asked.now, { type: "pain-point.solved", schema: 1, data: { painPointId } });
  });
}
