import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { findPeople, listValues, nearColleagues, searchDirectory } from "#modules/people/public.server.ts";
import type { EvidenceOffer } from "#modules/recognition/public.ts";
import { evidenceSources } from "./recognition-evidence.server.ts";

/** People that a plain list holds where scripts do not run. */
const LISTED = 300;

/** What the page of a new thank-you begins with; an address such as `?decision=…` or `?to=…` fills in the rest. */
export async function recognisePage(actor: PersonActor, query: URLSearchParams) {
  const now = systemClock.now();
  const offered = await Promise.all(
    evidenceSources.map(async ({ kind, offer, offers }) => {
      const wished = query.get(kind);
      const first = wished === null ? null : await offer(actor, wished, now);
      const rest = (await offers(actor, now)).filter(({ id }) => id !== first?.id);
      return { first: first === null ? [] : [{ kind, ...first }], rest: rest.map((one) => ({ kind, ...one })) };
    }),
  );
  const first = offered.flatMap((each) => each.first);
  const all: readonly (EvidenceOffer & { kind: string })[] = [...first, ...offered.flatMap(({ rest }) => rest)];
  const [near, directory, values] = await Promise.all([nearColleagues(actor), searchDirectory(actor, {}, { limit: LISTED, cursor: null }), listValues()]);
  const wished = [...first.map(({ personId }) => personId), ...(query.get("to") === null ? [] : [query.get("to") ?? ""])];
  const named = findPeople([...all.map(({ personId }) => personId), ...wished]);
  const receivers = [...new Set(wished)].filter((id) => id !== actor.personId && named.get(id)?.active);
  const others = directory.filter(({ id }) => id !== actor.personId).map(({ id, name, email }) => ({ id, name, detail: email }));
  const missing = receivers.flatMap((id) => (others.some((option) => option.id === id) ? [] : [{ id, name: named.get(id)?.name ?? "", detail: named.get(id)?.email ?? "" }]));
  return {
    near,
    others: [...others, ...missing],
    values: values.map(({ code, name, meaning, behaviours }) => ({ code, name, meaning, behaviours })),
    offers: all.map(({ kind, id, personId, at, text }) => ({ key: `${kind}:${id}`, name: named.get(personId)?.name ?? "", text, at: at.toISOString() })),
    begins: { receiver: receivers.join(","), evidence: first.map(({ kind, id }) => `${kind}:${id}`).join(",") },
  };
}
