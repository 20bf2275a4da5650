import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { systemClock } from "#kernel/clock.ts";
import {
  announceInput, announceReward, decideReward, decisionInput, declarePayShare, declareRewardKind, kindInput, type KnowsOf, payShareInput, payShares, proposalInput, proposeReward, rewardKinds, rewardList,
} from "#modules/kpis/public.server.ts";
import { nearColleagues, searchDirectory } from "#modules/people/public.server.ts";
import { endKey } from "#modules/thread/public.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { thingAt, visibleNodes } from "./thread-kinds.server.ts";

/** People that a plain list holds where scripts do not run. */
const LISTED = 300;

/** Everything the page of rewards shows. */
export async function rewardsPage(actor: PersonActor) {
  const proposes = can(actor, "rewards.propose");
  const [rewards, kinds, shares, near, all] = [await rewardList(actor), await rewardKinds(), await payShares(), proposes ? await nearColleagues(actor) : [], proposes ? await searchDirectory(actor, {}, { limit: LISTED, cursor: null }) : []];
  const nearer = new Set(near.map(({ id }) => id));
  const people = all.filter(({ id }) => id !== actor.personId).sort((a, b) => Number(nearer.has(b.id)) - Number(nearer.has(a.id))).map(({ id, name, email }) => ({ id, name, detail: email }));
  return { rewards, kinds, shares, people };
}

export interface Telling {
  readonly t: Translator;
  readonly locale: Locale;
}

/** Whether somebody may know of the things a reward rests on. */
export function knowsOf({ t, locale }: Telling, at: Date): KnowsOf {
  return async (who, ends) => {
    const nodes = await visibleNodes(who, ends, { t, locale, at });
    return ends.map((end) => nodes.has(endKey(end)));
  };
}

/** Does what a form of the rewards' page asks for. @returns the key of the message of what was done */
export async function doToReward(actor: PersonActor, form: FormData, telling: Telling, remember: Remember | null): Promise<"sent" | "decided" | "announced" | "declared" | "kindSaved"> {
  const now = systemClock.now();
  const asked = { actor, source: "screen", now } as const;
  const id = String(form.get("reward") ?? "");
  switch (form.get("intent")) {
    case "propose": {
      await proposeReward(proposalInput(form, thingAt), asked, knowsOf(telling, now), (tx) => remember?.(tx, { status: 303, location: "/rewards" }));
      return "sent";
    }
    case "decide":
      await decideReward(id, decisionInput(form), asked);
      return "decided";
    case "announce":
      await announceReward(id, announceInput(form), asked);
      return "announced";
    case "pay-share":
      await declarePayShare(payShareInput(form), asked);
      return "declared";
    case "kind":
      await declareRewardKind(kindInput(form), asked);
      return "kindSaved";
    default:
      throw notFound();
  }
}
