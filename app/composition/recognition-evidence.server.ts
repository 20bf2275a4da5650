import { can } from "#access/permissions.ts";
import { citedPromises, keptPromises, promiseOutcomes } from "#modules/customers/public.server.ts";
import { citableDecision, citedDecisions, type CitedDecision, decisionOutcomes, goodDecisions, goodDecisionsNear } from "#modules/empowerment/public.server.ts";
import type { EvidenceOffer, EvidenceSource } from "#modules/recognition/public.ts";

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

/** Every kind of thing that a thank-you may cite; a kind that comes later is added here. */
export const evidenceSources: readonly EvidenceSource[] = [decisions, promises];
