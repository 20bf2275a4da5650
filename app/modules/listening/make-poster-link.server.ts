import { newId } from "#kernel/ids.ts";
import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { encrypt, randomToken, tokenHash } from "#platform/secrets.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** What a poster's stored token is bound to. */
export const posterContext = (linkId: string): string => `survey-link:${linkId}`;

/** The stored forms of a fresh token for a poster's link. */
export function sealedPosterToken(linkId: string): { readonly tokenHash: string; readonly tokenCipher: string } {
  const token = randomToken();
  return { tokenHash: tokenHash(token), tokenCipher: encrypt(token, posterContext(linkId)) };
}

/** Makes a poster's link inside a transaction of the caller's; answers its id. Refuses: `not_found`; 422 at `siteCode`. */
export async function insertPosterLink(tx: Tx, touchpoint: string, siteCode: string | null, asked: Asked): Promise<string> {
  const known = await tx.find("Touchpoint", { code: touchpoint });
  if (known === null) throw notFound();
  const site = siteCode === null ? null : await tx.find("Site", { code: siteCode });
  if (siteCode !== null && site === null) throw invalidInput({ path: "siteCode", code: "unknown_site" });
  const id = newId();
  await tx.insert("SurveyLink", {
    id,
    ...sealedPosterToken(id),
    kind: "poster",
    touchpointCode: touchpoint,
    siteCode,
    departmentCode: known.departmentCode ?? site?.departmentCode ?? null,
    channel: site?.channel ?? null,
    createdAt: asked.now,
    createdById: asked.actor?.personId ?? null,
  });
  await recordEvent(tx, { kind: "survey-link", id }, actorRef(asked), asked.now, { type: "survey-link.made", schema: 1, data: { linkId: id, kind: "poster", touchpoint, decisionId: null } });
  return id;
}

/** Makes the link of a poster at a touchpoint, of one site or of all. Refuses: `forbidden`, `not_found`; 422 at `siteCode`. */
export async function makePosterLink(touchpoint: string, siteCode: string | null, asked: Asked): Promise<{ id: string }> {
  demand(asked, "surveys.edit");
  return transaction(async (tx) => ({ id: await insertPosterLink(tx, touchpoint, siteCode, asked) }));
}

/** Takes a poster's link back: whoever opens it is told kindly that it has ended. Refuses: `forbidden`, `not_found`, `state_changed`. */
export async function revokePosterLink(linkId: string, asked: Asked): Promise<void> {
  demand(asked, "surveys.edit");
  await transaction(async (tx) => {
    const changed = await tx.update("SurveyLink", { id: linkId, kind: "poster", revokedAt: null }, { revokedAt: asked.now });
    if (changed === 0) {
      if ((await tx.count("SurveyLink", { id: linkId, kind: "poster" })) === 0) throw notFound();
      throw new Refusal("state_changed");
    }
    await recordEvent(tx, { kind: "survey-link", id: linkId }, actorRef(asked), asked.now, { type: "survey-link.revoked", schema: 1, data: { linkId } });
  });
}
