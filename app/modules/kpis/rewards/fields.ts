import { z } from "zod";
import { ROLES } from "#access/roles.ts";
import { THREAD_KINDS } from "#modules/thread/public.ts";

export const MOST_EVIDENCE = 5;
const words = (limit: number) => z.string().trim().min(1).max(limit);

export const proposalFields = z.strictObject({
  personId: words(64),
  kind: words(64),
  reason: words(1000),
  evidence: z.array(z.strictObject({ kind: z.enum(THREAD_KINDS), id: words(64) })).min(1).max(MOST_EVIDENCE),
});
export type ProposalFields = z.output<typeof proposalFields>;

export const kindFields = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  nameVi: words(120),
  nameEn: words(120),
  /** đồng; null: nothing in money. */
  amount: z.int().min(1).max(1_000_000_000).nullable(),
  active: z.boolean(),
});
export type KindFields = z.output<typeof kindFields>;

export const payShareFields = z.strictObject({ role: z.enum(ROLES), percent: z.int().min(0).max(100) });
export type PayShareFields = z.output<typeof payShareFields>;

export const ANNOUNCE = ["public", "team", "private"] as const;
export type Announce = (typeof ANNOUNCE)[number];
export const announceWish = z.enum(ANNOUNCE);
