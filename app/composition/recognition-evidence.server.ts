import { can } from "#access/permissions.ts";
import { citedPromises, keptPromises, promiseOutcomes } from "#modules/customers/public.server.ts";
import { citableDecision, citedDecisions, type CitedDecision, decisionOutcomes, goodDecisions, goodDecisionsNear } from "#modules/empowerment/public.server.ts";
import { type CitedImprovement, citedImprovements, verifiedImprovements } from "#modules/improvements/public.server.ts";
import type { EvidenceOffer, EvidenceOutcome, EvidenceSource } from "#modules/recognition/public.ts";

const offered = ({ id, personId, at, text, number }: CitedDecision): EvidenceOffer => ({ id, personId, at, text: { vi: `${text.vi} (${number})`, en: `${text.en} (${number})` } });

const decisions: EvidenceSource = {
  kind: "decision",
  mayCite: async (actor, id) => (await citableDecision(actor, id)) !== null,
  describe: async (actor, ids) => new Map((await citedDecisions(actor, ids)).map((decision) => [decision.id, { text: offered(decision).text, at: decision.at, href: `/decisions/${decision.id}` }])),
  outcomes: decisionOutcomes,
  offers: async (actor, now) => (await goodDecisionsNear(actor, now)).map(offered),
  offer: async (actor, id) => {
    const decision = await citableDecision(actor, id);
    return decision === null ? null : offered(decision);
  },
  good: goodDecisions,
};

const PROMISE = { vi: "Lời hứa với khách", en: "A promise to a customer" };

const promises: EvidenceSource = {
  kind: "promise",
  mayCite: async (actor, id) => can(actor, "customers.look-up") && (await citedPromises([id])).some(({ keeperId }) => keeperId !== actor.personId),
  describe: async (actor, ids) =>
    new Map(can(actor, "customers.look-up") ? (await citedPromises(ids)).map(({ id, at, ref }) => [id, { text: { vi: `${PROMISE.vi} ${ref}`, en: `${PROMISE.en}, ${ref}` }, at, href: `/customers/${encodeURIComponent(ref)}` }]) : []),
  outcomes: (ids) => promiseOutcomes(ids),
  offers: async () => [],
  offer: async (actor, id) => {
    const [promise] = can(actor, "customers.look-up") ? await citedPromises([id]) : [];
    return promise === undefined || promise.keeperId === actor.personId ? null : { id, personId: promise.keeperId, at: promise.at, text: PROMISE };
  },
  good: async (from, to) => (await keptPromises(from, to)).map(({ id, keeperId, at }) => ({ id, personId: keeperId, at })),
};

const DAY_MS = 86_400_000;
/** Verified changes of so many days are offered to be thanked for, at most so many. */
const OFFERED_DAYS = 30;
const MOST_OFFERED = 5;

const changeWords = ({ number, title }: CitedImprovement) => ({ vi: `${title} (${number})`, en: `${title} (${number})` });
const changeOffer = (change: CitedImprovement): EvidenceOffer => ({ id: change.id, personId: change.reporterId, at: change.verifiedAt ?? change.at, text: changeWords(change) });

/** What became of a change: verified is good, gone back to the old way is not; what was stopped short is not measured. */
function changeOutcome({ state }: CitedImprovement): EvidenceOutcome {
  if (state === "verified") return "good";
  if (state === "reverted") return "bad";
  return state === "merged" ? "none" : "pending";
}

const changes: EvidenceSource = {
  kind: "improvement",
  mayCite: async (actor, id) => (await citedImprovements([id], actor)).some(({ reporterId }) => reporterId !== actor.personId),
  describe: async (actor, ids) =>
    new Map(actor.kind === "person" ? (await citedImprovements(ids, actor)).map((change) => [change.id, { text: changeWords(change), at: change.at, href: `/improvements/${change.id}` }]) : []),
  outcomes: async (ids) => new Map((await citedImprovements(ids)).map((change) => [change.id, changeOutcome(change)])),
  offers: async (actor, now) => (await verifiedImprovements(new Date(now.getTime() - OFFERED_DAYS * DAY_MS), now, actor, MOST_OFFERED)).map(changeOffer),
  offer: async (actor, id) => {
    const [change] = await citedImprovements([id], actor);
    return change === undefined || change.reporterId === actor.personId ? null : changeOffer(change);
  },
  good: async (from, to) => (await verifiedImprovements(from, to)).map((change) => ({ id: change.id, personId: change.reporterId, at: change.verifiedAt ?? change.at })),
};

/** Every kind of thing that a thank-you may cite; a kind that comes later is added here. */
export const evidenceSources: readonly EvidenceSource[] = [decisions, promises, changes];
