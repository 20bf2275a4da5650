import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { decideReward, findingsView, periodList, proposeReward, rewardList, sheetRows, sheetView } from "#modules/kpis/public.server.ts";
import type { RewardBody } from "#modules/kpis/scorecards/api-schemas.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { askedOverApi } from "./asked-over-api.server.ts";
import { knowsOf, type Telling } from "./rewards.server.ts";
import { departmentMembers, scorecardCounts } from "./scorecards.server.ts";

/** `GET /kpis/findings`: what must be mended first. */
export async function findingsJson() {
  const { findings } = await findingsView(systemClock.now());
  return findings.map(({ letStand, ...finding }) => ({ ...finding, letStand: letStand === null ? null : { reason: letStand.reason, until: letStand.until, by: letStand.by } }));
}

/** `GET /scorecards`: of one period, the newest unless told. Throws 422 at `period` for one there is not. */
export async function sheetsJson(actor: PersonActor, wish: string | undefined) {
  const periods = await periodList();
  const period = wish === undefined ? periods[0] : periods.find(({ id }) => id === wish);
  if (period === undefined && wish !== undefined) throw invalidInput({ path: "period", code: "unknown_reference" });
  return period === undefined ? [] : (await sheetRows(actor, period)).map((row) => ({ ...row, period }));
}

/** `GET /scorecards/{id}`; 404 for what the caller may not know of. */
export async function sheetJson(actor: PersonActor, id: string) {
  const view = await sheetView(actor, id, scorecardCounts, departmentMembers);
  if (view === null) throw notFound();
  const { content: { name, from, to, score, customerShare, items }, appeals, person, manager, department, site, closedAt } = view;
  return { id, name, person, manager, department, site, from, to, closedAt, score, customerShare, items, appeals: appeals.map(({ mayAnswer: _mayAnswer, ...said }) => said) };
}

/** `GET /rewards`, newest first. */
export async function rewardsJson(actor: PersonActor, page: { readonly limit: number; readonly cursor: readonly (string | number)[] | null }) {
  return (await rewardList(actor, page)).map(({ may: _may, ...reward }) => reward);
}

/** `POST /rewards`: answers the id. */
export async function postReward(actor: PersonActor, { person, ...body }: RewardBody, telling: Telling, remember: Remember | null): Promise<{ id: string }> {
  const found = findPersonByEmail(person);
  if (found === null) throw invalidInput({ path: "person", code: "unknown_person" });
  const asked = askedOverApi(actor);
  return proposeReward({ ...body, personId: found.id }, asked, knowsOf(telling, asked.now), (tx, id) => remember?.(tx, { status: 201, body: { id } }));
}

/** `POST /rewards/{id}/decision`. */
export async function postRewardDecision(actor: PersonActor, id: string, { approve, note = "" }: { readonly approve: boolean; readonly note?: string | undefined }, remember: Remember | null): Promise<{ id: string }> {
  await decideReward(id, { approve, note }, askedOverApi(actor), (tx) => remember?.(tx, { status: 200, body: { id } }));
  return { id };
}
