import type { Actor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";

/** Who asks over REST, now; commands refuse whom they do not serve. */
export const askedOverApi = <A extends Actor>(actor: A) => ({ actor, source: "api", now: systemClock.now() }) as const;
