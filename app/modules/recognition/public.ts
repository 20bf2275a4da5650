export type { Bilingual, EvidenceOffer, EvidenceSource, EvidenceWords, GoodOutcome } from "./evidence.ts";
