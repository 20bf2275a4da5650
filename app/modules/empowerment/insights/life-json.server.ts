import type { z } from "zod";
import type { Actor } from "#access/actor.ts";
import { LIFE_PARTS, type lifeAnswer } from "./api-schemas.ts";
import { betsInForce } from "./bets.server.ts";
import { careCompared } from "./care.server.ts";
import { fearByTeam } from "./fear.server.ts";
import type { PeriodWish } from "./frame.server.ts";
import { authorityGaps } from "./gaps.server.ts";
import { lifeAtLimits } from "./limits.server.ts";
import { lifeOverview } from "./overview.server.ts";

type Part = (typeof LIFE_PARTS)[number];
/** What the API answers, with the read-only lists of the views. */
type LifeAnswer = { readonly [K in keyof z.infer<typeof lifeAnswer>]: unknown };

const READ: Readonly<Record<Part, (actor: Actor, wish: PeriodWish) => unknown>> = {
  overview: lifeOverview,
  gaps: authorityGaps,
  asking: fearByTeam,
  limits: lifeAtLimits,
  care: careCompared,
  bets: betsInForce,
};

/** The figures of the pages, from the same queries; one part, or all of them where none is named. */
export async function lifeJson(actor: Actor, { part, ...wish }: PeriodWish & { readonly part?: Part | undefined }): Promise<LifeAnswer> {
  const parts: Record<string, unknown> = {};
  for (const name of part === undefined ? LIFE_PARTS : [part]) parts[name] = await READ[name](actor, wish);
  return parts;
}
