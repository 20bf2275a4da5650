import { newId } from "#kernel/ids.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { giveQualification, organisation } from "#modules/people/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import { randomToken } from "#platform/secrets.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "../command.server.ts";
import type { CourseContent } from "../domain/content.ts";
import { validityOf } from "../domain/validity.ts";

/**
 * Gives the certificate of an attempt, once, with the qualification that rules ask for: it holds from today for as long as
 * the version says. Certificates of earlier attempts stay as they are. Answers its id.
 */
export async function giveCertificate(tx: Tx, attempt: Row<"LearningAttempt">, content: CourseContent, asked: Asked, verifiedById: string | null): Promise<string> {
  const given = await tx.find("LearningCertificate", { attemptId: attempt.id });
  if (given !== null) return given.id;
  const { personId, course, version } = attempt;
  const at = asked.now;
  const validity = validityOf(at, content.validMonths, organisation().timeZone);
  const id = newId();
  const signedOff = verifiedById ?? (await signerOf(tx, attempt.id));
  const verified = signedOff !== null;
  await tx.insert("LearningCertificate", { id, token: randomToken(), personId, course, version, attemptId: attempt.id, skill: content.skill, verified, verifiedById: signedOff, ...validity, givenAt: at });
  await giveQualification(tx, personId, { course, ...validity }, asked);
  await recordEvent(tx, asked, { kind: "certificate", id }, { type: "certificate.given", schema: 1, data: { course, version, personId, verified, ...validity } });
  await notify(tx, { personId, kind: "certificate.given", params: { course: content.title }, href: `/learn/certificates/${id}`, at });
  return id;
}

/** Whoever signed off the practice of an attempt last; null: nobody. */
async function signerOf(tx: Tx, attemptId: string): Promise<string | null> {
  const reports = await tx.list("LearningReport", { attemptId, state: "signed_off" });
  const seen = reports.length === 0 ? [] : await tx.list("LearningObservation", { reportId: reports.map(({ id }) => id), verdict: "signed_off" }, { orderBy: [["at", "desc"]], limit: 1 });
  return seen[0]?.byId ?? null;
}
