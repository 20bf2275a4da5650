import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { type DecisionPlace, decisionPlace } from "#modules/empowerment/public.server.ts";
import { answersOfDecision, askAboutDecision, qrOf } from "#modules/listening/public.server.ts";
import type { Source } from "#platform/acting.server.ts";
import { env } from "#platform/env.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** The address customers reach this installation under: as set, else as the page was asked for. */
export function publicAddress(url: URL): string {
  return env.APP_URL?.replace(/\/$/, "") ?? url.origin;
}

/** A public page's address with its QR code. */
export async function withQr(address: string): Promise<{ address: string; qr: string }> {
  return { address, qr: await qrOf(address) };
}

/** Nothing is asked of a customer whose case is still open or was taken back. */
const ASKABLE: readonly DecisionPlace["state"][] = ["granted", "approved", "declined", "expired", "refused"];

/** The decision whose customer this actor may ask. Refuses 404. */
export async function decisionToAsk(actor: PersonActor, id: string): Promise<DecisionPlace> {
  const place = await decisionPlace(actor, id);
  if (place === null || !ASKABLE.includes(place.state) || !can(actor, "feedback.ask", place)) throw notFound();
  return place;
}

/** What the customer answered about a decision the actor has open, and whether they may ask. */
export async function decisionVoices(actor: PersonActor, id: string) {
  const place = await decisionPlace(actor, id);
  if (place === null) return { answers: [], mayAsk: false };
  return { answers: can(actor, "feedback.read") ? await answersOfDecision(id) : [], mayAsk: ASKABLE.includes(place.state) && can(actor, "feedback.ask", place) };
}

/** Makes the question about a decision, ready to be shown. Refuses as `askAboutDecision` does. */
export async function askCustomer(actor: PersonActor, id: string, url: URL, now: Date, source: Source = "screen") {
  const place = await decisionToAsk(actor, id);
  const { token, expiresAt } = await askAboutDecision(place, { actor, source, now });
  return { path: `/s/${token}`, until: expiresAt.toISOString(), ...(await withQr(`${publicAddress(url)}/s/${token}`)) };
}
