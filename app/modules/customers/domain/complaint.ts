import { STORY_GAP_DAYS } from "./burden.ts";

/**
 * Where the answer to something a customer came to us with stands: nobody has answered yet · agreed, and not with the
 * customer yet · with the customer · answered with a no · ended without any answer.
 */
export type Standing = "waiting" | "owed" | "given" | "declined" | "unanswered";

/** What was done about one thing a customer came to us with; what we do for a customer unasked is none. */
export interface Remedy {
  readonly standing: Standing;
  /** Since when it stands so: when it was asked, agreed, given, declined or ended. */
  readonly since: Date;
  /** How it turned out, by the latest word; null while nobody has said. */
  readonly result: "resolved" | "partly" | "unresolved" | null;
  readonly resultAt: Date | null;
}

/** Why a complaint counts as open; `promise_late` is a promise whose time has passed and that nobody has closed. */
export type ComplaintReason = "waiting" | "owed" | "unresolved" | "declined" | "unanswered" | "promise_late";

export interface OpenMatter {
  readonly reason: ComplaintReason;
  readonly since: Date;
  /** When it ends by itself if nothing more happens; null: only what people do ends it. */
  readonly until: Date | null;
}

/** What others are told about a customer (contracts.md, `/customers/{ref}/signal`). */
export interface CustomerSignal {
  readonly openComplaint: boolean;
  /** Nothing is sent to the customer to sell them something. */
  readonly holdMarketing: boolean;
  /** When both end by themselves if nothing more happens; null when nothing is open, or only what people do ends it. */
  readonly until: Date | null;
  /** What is open, the longest-standing first. */
  readonly matters: readonly OpenMatter[];
}

const GAP_MS = STORY_GAP_DAYS * 86_400_000;

/** When a remedy settled the matter: resolved, or given with nothing said to the contrary; null while it has not. */
function settledAt({ standing, since, result, resultAt }: Remedy): Date | null {
  if (result === "resolved") return resultAt;
  return result === null && standing === "given" ? since : null;
}

/** What of a remedy is still open, whatever came after it. */
function openIn({ standing, since, result, resultAt }: Remedy): Omit<OpenMatter, "until"> | null {
  if (standing === "waiting") return { reason: "waiting", since };
  if (result === "resolved") return null;
  if (result !== null && resultAt !== null) return { reason: "unresolved", since: resultAt };
  return standing === "given" ? null : { reason: standing, since };
}

/**
 * Whether a complaint of a customer's is open, and until when nothing is advertised to them. Open is:
 * - `waiting`: something they came with is not answered yet; until it is.
 * - `owed`: something was agreed and has not reached them; for {@link STORY_GAP_DAYS} days of 24 hours.
 * - `unresolved`: the latest word is that it was resolved in part or not at all; for as long, counted from that word.
 * - `declined`, `unanswered`: they got a no, or nothing; for as long, counted from then.
 * - `promise_late`: a promise is open at or past its time; until it is kept or said to be broken.
 *
 * What was settled later (resolved, or given with nothing said to the contrary) ends `unresolved`, `declined` and
 * `unanswered` before their time: another way was found. It pays no debt: `owed` goes on.
 * @param remedies in any order; cancelled ones and what we did unasked left out
 * @param promises open promises, whatever their time
 */
export function complaintSignal(remedies: readonly Remedy[], promises: readonly { readonly dueAt: Date }[], now: Date): CustomerSignal {
  const settled = Math.max(-Infinity, ...remedies.map((remedy) => settledAt(remedy)?.getTime() ?? -Infinity));
  const matters: OpenMatter[] = [];
  for (const remedy of remedies) {
    const open = openIn(remedy);
    if (open === null) continue;
    const stays = open.reason === "waiting" || open.reason === "owed";
    if (!stays && settled > open.since.getTime()) continue;
    const until = open.reason === "waiting" ? null : new Date(open.since.getTime() + GAP_MS);
    if (until === null || until > now) matters.push({ ...open, until });
  }
  for (const { dueAt } of promises) if (dueAt <= now) matters.push({ reason: "promise_late", since: dueAt, until: null });
  matters.sort((a, b) => a.since.getTime() - b.since.getTime() || (a.reason < b.reason ? -1 : a.reason > b.reason ? 1 : 0));
  const open = matters.length > 0;
  const ends = matters.map(({ until }) => until);
  const until = !open || ends.includes(null) ? null : new Date(Math.max(...ends.map((end) => end?.getTime() ?? 0)));
  return { openComplaint: open, holdMarketing: open, until, matters };
}
