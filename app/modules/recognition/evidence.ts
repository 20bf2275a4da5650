import type { Actor, PersonActor } from "#access/actor.ts";
import type { ThreadKind } from "#modules/thread/public.ts";
import type { EvidenceOutcome } from "./domain/state.ts";

/** Words in both languages. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** What a reader may know of a cited thing. */
export interface EvidenceWords {
  readonly text: Bilingual;
  /** Instant of the thing. */
  readonly at: Date;
  readonly href: string | null;
}

/** Something that just happened and is worth a thank-you. */
export interface EvidenceOffer {
  readonly id: string;
  /** Whose doing it is. */
  readonly personId: string;
  readonly at: Date;
  readonly text: Bilingual;
}

/** Something that proved good, and whose doing it is. */
export interface GoodOutcome {
  readonly id: string;
  readonly personId: string;
  readonly at: Date;
}

/** What another module tells of things that a recognition may cite; composition hands the list in. */
export interface EvidenceSource {
  readonly kind: ThreadKind;
  /** Whether this person may cite the thing. */
  readonly mayCite: (actor: PersonActor, id: string, now: Date) => Promise<boolean>;
  /** Of these ids, what this reader may know; what is left out stays hidden. */
  readonly describe: (actor: Actor, ids: readonly string[]) => Promise<ReadonlyMap<string, EvidenceWords>>;
  /** What became of these things by now; what is left out is gone and cannot be measured. */
  readonly outcomes: (ids: readonly string[], now: Date) => Promise<ReadonlyMap<string, EvidenceOutcome>>;
  /** What to offer somebody who writes a thank-you now, newest first. */
  readonly offers: (actor: PersonActor, now: Date) => Promise<readonly EvidenceOffer[]>;
  /** One thing as an offer, for a page that begins with it; null for what this person may not cite. */
  readonly offer: (actor: PersonActor, id: string, now: Date) => Promise<EvidenceOffer | null>;
  /** Things that proved good in [from, to), newest first. */
  readonly good: (from: Date, to: Date) => Promise<readonly GoodOutcome[]>;
}

export function sourceOf(sources: readonly EvidenceSource[], kind: string): EvidenceSource | null {
  return sources.find((source) => source.kind === kind) ?? null;
}
