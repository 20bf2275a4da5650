import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { openDraftsFor } from "./publishing/open-drafts.server.ts";

export type PolicyState = "draft" | "in_review" | "published" | "in_force" | "retired";

/** A version's state at an instant: of the published ones exactly one is in force. */
export function policyStateAt(row: { readonly version: number; readonly state: string; readonly effectiveFrom: Date | null }, at: Date): PolicyState {
  if (row.state === "draft" || row.state === "in_review") return row.state;
  if (row.effectiveFrom === null || row.effectiveFrom > at) return "published";
  return readHot("policy.in-force", { at })?.version === row.version ? "in_force" : "retired";
}

export interface PolicyAuthor {
  readonly name: string;
  readonly email: string;
}

/** A version as the API answers it. */
export interface PolicyVersionView {
  readonly version: number;
  readonly state: PolicyState;
  readonly authors: readonly PolicyAuthor[];
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly publishedAt: string | null;
  readonly publishedBy: PolicyAuthor | null;
  readonly effectiveFrom: string | null;
  /** The version it was begun from. */
  readonly baseVersion: number | null;
  /** Until when those it binds may comment; null: not asked. */
  readonly commentsUntil: string | null;
  readonly note: string | null;
  readonly revision: number;
}

const COLUMNS = {
  version: true,
  state: true,
  createdAt: true,
  submittedAt: true,
  submitNote: true,
  publishedAt: true,
  publishedById: true,
  publishNote: true,
  effectiveFrom: true,
  baseVersion: true,
  commentsUntil: true,
  revision: true,
  editors: { select: { personId: true } },
} as const;

type VersionRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(where: Prisma.PolicyVersionWhereInput) {
  return db.policyVersion.findFirst({ where, select: COLUMNS });
}

function view(row: VersionRow, at: Date): PolicyVersionView {
  const people = findPeople([...row.editors.map(({ personId }) => personId), ...(row.publishedById === null ? [] : [row.publishedById])]);
  const author = (id: string): PolicyAuthor[] => {
    const person = people.get(id);
    return person === undefined ? [] : [{ name: person.name, email: person.email }];
  };
  return {
    version: row.version,
    state: policyStateAt(row, at),
    authors: row.editors.flatMap(({ personId }) => author(personId)),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedBy: row.publishedById === null ? null : (author(row.publishedById)[0] ?? null),
    effectiveFrom: row.effectiveFrom?.toISOString() ?? null,
    baseVersion: row.baseVersion,
    commentsUntil: row.commentsUntil?.toISOString() ?? null,
    note: row.publishNote ?? row.submitNote,
    revision: row.revision,
  };
}

/** What the reader may know of: drafts are for HR, management and auditors, and those they are asked about for whom they bind. */
async function visibleTo(actor: Actor, at: Date): Promise<Prisma.PolicyVersionWhereInput> {
  if (can(actor, "policies.read-drafts")) return {};
  return { OR: [{ state: "published" }, { version: { in: await openDraftsFor(actor, at) } }] };
}

/** Versions, newest first, from below `before`; at most `limit`. */
export async function listPolicies(actor: Actor, at: Date, { before, limit }: { before: number | null; limit: number }): Promise<PolicyVersionView[]> {
  const rows = await db.policyVersion.findMany({
    where: { AND: [await visibleTo(actor, at), before === null ? {} : { version: { lt: before } }] },
    select: COLUMNS,
    orderBy: { version: "desc" },
    take: limit,
  });
  return rows.map((row) => view(row, at));
}

/** One version with its document; null for what is not there or not for this reader. */
export async function policyVersion(actor: Actor, version: number, at: Date): Promise<(PolicyVersionView & { readonly document: unknown }) | null> {
  const row = await findRow({ AND: [{ version }, await visibleTo(actor, at)] });
  const stored = readHot("policy.document", { version });
  return row === null || stored === null ? null : { ...view(row, at), document: JSON.parse(stored.document) as unknown };
}

/** The version in force with its document; null while there is none. */
export async function activePolicy(actor: Actor, at: Date): Promise<(PolicyVersionView & { readonly document: unknown }) | null> {
  const found = readHot("policy.in-force", { at });
  return found === null ? null : policyVersion(actor, found.version, at);
}
