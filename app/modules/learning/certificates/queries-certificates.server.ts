import type { Actor, PersonActor } from "#access/actor.ts";
import { can, reach, type Reach } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { localDay } from "#kernel/period.ts";
import { findPeople, organisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { versionsOf } from "../courses.server.ts";
import { CERTIFICATE, certificateLine } from "../queries-lines.server.ts";
import { skillsByCode } from "../skills.server.ts";
import type { CertificateLine, CertificateView } from "../view-models.ts";

/** People within a reach, oneself always. */
async function peopleWithin(scope: Exclude<Reach, { all: true }>): Promise<string[]> {
  const rows = await db.person.findMany({
    where: { OR: [{ id: scope.personId }, ...(scope.team ? [{ managerId: scope.personId }] : []), { siteCode: { in: [...scope.sites] } }, { departmentCode: { in: [...scope.departments] } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Whose certificates and completions somebody may read: their own, and within reach of `learning.export` or of `qualifications.read`. */
export async function learnersWithin(actor: Actor): Promise<{ readonly personId?: { readonly in: string[] } | string }> {
  if (actor.kind === "service") return can(actor, "learning.read") ? {} : { personId: { in: [] } };
  const scope = reach(actor, "learning.export") ?? reach(actor, "qualifications.read");
  if (scope === null) return { personId: actor.personId };
  return scope.all ? {} : { personId: { in: await peopleWithin(scope) } };
}

export interface CertificateFilter {
  readonly id?: string | undefined;
  readonly course?: string | undefined;
  readonly personId?: string | undefined;
}

export interface CertificateRow extends CertificateLine {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly givenAt: string;
}

/** Certificates within reach, the newest first, at most `limit` after `cursor` ([milliseconds, id]). */
export async function certificateRows(actor: Actor, filter: CertificateFilter, { limit, cursor }: { readonly limit: number; readonly cursor: readonly (string | number)[] | null }, now: Date): Promise<CertificateRow[]> {
  const [ms, id] = cursor ?? [];
  const after: Prisma.LearningCertificateWhereInput = ms === undefined || id === undefined ? {} : { OR: [{ givenAt: { lt: new Date(Number(ms)) } }, { givenAt: new Date(Number(ms)), id: { lt: String(id) } }] };
  const rows = await db.learningCertificate.findMany({
    where: { AND: [await learnersWithin(actor), filter.id === undefined ? {} : { id: filter.id }, filter.course === undefined ? {} : { course: filter.course }, filter.personId === undefined ? {} : { personId: filter.personId }, after] },
    select: { ...CERTIFICATE, givenAt: true },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  const [versions, people] = [await versionsOf(rows), findPeople(rows.map(({ personId }) => personId))];
  const today = localDay(now, organisation().timeZone);
  return rows.map(({ personId, givenAt, ...row }) => ({
    ...certificateLine(row, versions.get(`${row.course}/${row.version}`)?.title ?? { vi: row.course, en: row.course }, today),
    person: { id: personId, name: people.get(personId)?.name ?? "", email: people.get(personId)?.email ?? "" },
    givenAt: givenAt.toISOString(),
  }));
}

/** One certificate within reach; null for any other. */
export async function certificateView(actor: PersonActor, id: string, now: Date): Promise<CertificateView | null> {
  const row = await db.learningCertificate.findFirst({ where: { AND: [{ id }, await learnersWithin(actor)] } });
  if (row === null) return null;
  const content = (await versionsOf([row])).get(`${row.course}/${row.version}`);
  const people = findPeople([row.personId, ...(row.verifiedById === null ? [] : [row.verifiedById])]);
  const skill = (await skillsByCode()).get(row.skill);
  const mine = row.personId === actor.personId;
  return {
    ...certificateLine(row, content?.title ?? { vi: row.course, en: row.course }, localDay(now, organisation().timeZone)),
    summary: content?.summary ?? { vi: "", en: "" },
    skill: skill?.name ?? null,
    holder: { id: row.personId, name: people.get(row.personId)?.name ?? "" },
    mine,
    verifiedBy: row.verifiedById === null ? null : (people.get(row.verifiedById)?.name ?? null),
    revoked: row.revokedAt === null ? null : { at: row.revokedAt.toISOString(), reason: row.revokedReason ?? "" },
    publicPath: `/badges/${row.token}`,
    mayRevoke: !mine && row.revokedAt === null && can(actor, "certificates.revoke"),
  };
}
