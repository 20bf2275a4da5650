import type { Actor, PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { decisionBrief } from "#modules/empowerment/public.server.ts";
import { type ImprovementFilter, improvementDetail, improvementRows } from "#modules/improvements/public.server.ts";
import type { ImprovementRow, ImprovementView, PersonView } from "#modules/improvements/view-models.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { askedOverApi } from "./asked-over-api.server.ts";
import { personOnly } from "./decisions-api.server.ts";
import { records } from "./improvements.server.ts";

const brief = ({ name, email }: PersonView) => ({ name, email });

/** Who asks through the API, now; a machine reports and answers for nobody. */
export function askedByPerson(actor: Actor): Asked & { readonly actor: PersonActor } {
  return askedOverApi(personOnly(actor));
}

function itemJson({ departments, waitsForMe: _waits, ...row }: ImprovementRow) {
  return { ...row, departments: departments.map(({ code }) => code) };
}

/** `GET /improvements`, newest first. */
export async function improvementsJson(actor: Actor, filter: ImprovementFilter, page: { limit: number; cursor: readonly (string | number)[] | null }) {
  return (await improvementRows(actor, filter, { ...page, now: systemClock.now() })).map(itemJson);
}

function planJson({ plan, steps }: ImprovementView) {
  if (plan === null) return null;
  const { text, lensKind, lensText, evidence, way, burden, burdenAfter, removed } = plan;
  const step = ({ id, text: what, owner, dueDay, doneAt }: ImprovementView["steps"][number]) => ({ id, text: what, owner: brief(owner), dueDay, doneAt });
  return { text, lens: { kind: lensKind, text: lensText }, evidence, way, burden, burdenAfter, minutesRemoved: removed, steps: steps.map(step) };
}

function effectJson({ effect }: ImprovementView) {
  if (effect === null) return null;
  const { measure, before, after, comparison } = effect;
  const { difference, verdict, signal, targetMet } = comparison;
  return { measure, before: { ...before, ...comparison.before }, after: { ...after, ...comparison.after }, difference, verdict, signal, targetMet };
}

/** `GET /improvements/{id}`, and what each act on one answers; 404 for one the caller may not know of. */
export async function improvementJson(actor: Actor, id: string) {
  const view = await improvementDetail(actor, id, systemClock.now(), records);
  if (view === null) throw notFound();
  const { number, kind, state, answer, what, cost, often, reportedAt, touchpoint, rule } = view;
  const { trialFrom, decidedAt, verifiedAt, confirmation, confirmBy, returnedAt } = view;
  const decision = view.decisionId === null ? null : await decisionBrief(actor, view.decisionId);
  return {
    ...{ id, number, kind, state, answer, what, cost, often, reportedAt, touchpoint, rule },
    reporters: view.reporters.map(brief),
    site: view.site?.code ?? null,
    procedure: view.procedure?.id ?? null,
    decision: decision?.id ?? null,
    owners: view.owners.map((owner) => ({ ...owner, asked: brief(owner.asked), answeredBy: owner.answeredBy === null ? null : brief(owner.answeredBy) })),
    plan: planJson(view),
    effect: effectJson(view),
    ...{ trialFrom, decidedAt, verifiedAt, confirmation, confirmBy, returnedAt },
    mergedInto: view.mergedInto?.number ?? null,
  };
}

/**
 * Does something to an improvement in a person's name and answers where it stands then: its id and its state.
 * @param act the command; `kept` stores the answer in its own transaction
 */
export async function actedOn(actor: Actor, id: string, remember: Remember | null, act: (asked: Asked, kept: (tx: Tx) => Promise<void>) => Promise<unknown>): Promise<{ id: string; state: string }> {
  const asked = askedByPerson(actor);
  const after = async (tx: Tx) => ({ id, state: (await tx.find("Improvement", { id }))?.state ?? "" });
  let done = { id, state: "" };
  await act(asked, async (tx) => {
    done = await after(tx);
    await remember?.(tx, { status: 200, body: done });
  });
  return done;
}

/** Steps of a plan with their owners named by e-mail; one that nobody has is told by the command. */
export function stepOwners<S extends { readonly owner: string }>(steps: readonly S[]): (Omit<S, "owner"> & { ownerId: string })[] {
  return steps.map(({ owner, ...step }) => ({ ...step, ownerId: findPersonByEmail(owner)?.id ?? owner }));
}
