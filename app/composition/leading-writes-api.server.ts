import { z } from "zod";
import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import type { CommitmentsBody } from "#modules/reviews/api-schemas.ts";
import { agreeCommitments, answerMonth, closeCycle, commitmentLibrary, cycleList, cyclePage, explainMissed, openCycle, ownCycle, publishCommitments, saveWhoWeAre, writeMonth } from "#modules/reviews/public.server.ts";
import { type AnswerFields, type CommitmentFields, commitmentsFields, type WhoFields } from "#modules/reviews/schemas.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { askedOverApi } from "./asked-over-api.server.ts";
import { namedPerson } from "./leading-api.server.ts";

const published = z.object({ commitments: commitmentsFields });

/** A chosen commitment as it is stored. Throws 422 for a code the library does not have. */
function chosen(one: CommitmentsBody["commitments"][number], index: number): CommitmentFields {
  if ("text" in one) return { source: one.source, quantity: one.quantity, libraryCode: null, textVi: one.text.vi, textEn: one.text.en };
  const example = commitmentLibrary.find(({ code }) => code === one.library);
  if (example === undefined) throw invalidInput({ path: `commitments.${index}.library`, code: "choose_one" });
  return { source: example.source, quantity: one.quantity ?? example.quantity, libraryCode: example.code, textVi: example.vi, textEn: example.en };
}

/** `PUT /leading/commitments`: one's own, in the place of those before. Throws 404 where no cycle runs for the caller. */
export async function putCommitments(actor: PersonActor, { cycle, commitments }: CommitmentsBody) {
  const asked = askedOverApi(actor);
  const id = cycle ?? (await ownCycle(actor.personId, asked.now))?.cycle.id;
  if (id === undefined) throw notFound();
  const { commitments: fields } = parseInput(published, { commitments: commitments.map(chosen) });
  await publishCommitments(id, fields, asked);
  return { cycle: id, count: fields.length };
}

/** `PUT /leading/commitments/{id}/reason`. */
export async function putReason(actor: PersonActor, id: string, reason: string) {
  await explainMissed(id, reason, askedOverApi(actor));
  return { id };
}

/** `PUT /leading/months/{month}`: one's own words. */
export function putMonth(actor: PersonActor, month: string, words: { readonly words: string; readonly loyal: string }) {
  return writeMonth({ month, ...words }, askedOverApi(actor));
}

/** `POST /leading/{person}/answer`. */
export async function postMonthAnswer(actor: PersonActor, who: string, answer: AnswerFields) {
  const id = namedPerson(actor, who);
  await answerMonth(id, answer, askedOverApi(actor));
  return { id };
}

/** `POST /leading/{person}/agree`. */
export async function postAgreement(actor: PersonActor, who: string, cycle: string | undefined, seen: readonly string[] | null) {
  const id = namedPerson(actor, who);
  await agreeCommitments(cycle ?? (await ownCycle(id, systemClock.now()))?.cycle.id ?? "", id, askedOverApi(actor), seen);
  return { id };
}

/** `GET /leading/cycles`, newest first. */
export const cyclesJson = () => cycleList(systemClock.now());

/** `GET /leading/cycles/{id}`; 404 for none. */
export async function cycleJson(id: string) {
  const page = await cyclePage(id, systemClock.now());
  if (page === null) throw notFound();
  return { ...page.cycle, people: page.rows.map(({ months, ...row }) => ({ ...row, months: months.map((state, index) => ({ month: page.months[index]?.month ?? "", state })) })) };
}

/** `POST /leading/cycles`: answers the id. */
export function postCycle(actor: PersonActor, day: string, remember: Remember | null) {
  return openCycle(day, askedOverApi(actor), (tx, id) => remember?.(tx, { status: 201, body: { id } }));
}

/** `POST /leading/cycles/{id}/close`. */
export const postClosing = (actor: PersonActor, id: string) => closeCycle(id, askedOverApi(actor));

/** `PUT /who-we-are`: answers the version. */
export const putWhoWeAre = (actor: PersonActor, fields: WhoFields) => saveWhoWeAre(fields, askedOverApi(actor));
