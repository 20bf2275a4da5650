export type { EvidenceOutcome } from "./domain/state.ts";
export type { Bilingual, EvidenceOffer, EvidenceSource, EvidenceWords, GoodOutcome } from "./evidence.ts";
