import { localDay } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { endQualification, organisation } from "#modules/people/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "../command.server.ts";
import { versionIn } from "../courses.server.ts";

/**
 * Takes a certificate back, with the reason, and with it the qualification it gave: the next decision is judged without.
 * It stays readable as revoked; another certificate of the course holds on. Refuses `forbidden`, also for one's own;
 * `not_found`; `state_changed` where it is revoked already.
 */
export async function revokeCertificate(id: string, reason: string, asked: Asked): Promise<void> {
  const person = demandPerson(asked, "certificates.revoke");
  await transaction(async (tx) => {
    const certificate = await tx.find("LearningCertificate", { id });
    if (certificate === null) throw notFound();
    const { personId, course, version, validFrom } = certificate;
    if (personId === person.personId) throw new Refusal("forbidden");
    const at = asked.now;
    if (certificate.revokedAt !== null) throw new Refusal("state_changed");
    await tx.update("LearningCertificate", { id, revokedAt: null }, { revokedAt: at, revokedById: person.personId, revokedReason: reason });
    const twins = await tx.count("LearningCertificate", { personId, course, validFrom, revokedAt: null });
    if (twins === 0) await endQualification(tx, personId, { course, validFrom }, localDay(at, organisation().timeZone), asked);
    await recordEvent(tx, asked, { kind: "certificate", id }, { type: "certificate.revoked", schema: 1, data: { course, personId } });
    const content = await versionIn(tx, course, version);
    await notify(tx, { personId, kind: "certificate.revoked", params: { course: content?.title ?? { vi: course, en: course } }, href: `/learn/certificates/${id}`, at });
  });
}
