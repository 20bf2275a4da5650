import type { Actor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { foldText } from "#kernel/text.ts";
import { db } from "#platform/db.server.ts";
import { reachWhere } from "./directory.server.ts";

/** One course held by one person. */
export interface QualificationRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly course: string;
  readonly validFrom: string;
  /** Exclusive; null: does not expire. */
  readonly validTo: string | null;
  readonly sort: string;
}

/** Courses held within the actor's reach by active people, by given name, at most `limit` after `cursor` ([sort key, id]). */
export async function listQualifications(
  actor: Actor,
  filter: { readonly text?: string; readonly course?: string | null },
  { limit, cursor }: { readonly limit: number; readonly cursor: readonly (string | number)[] | null },
): Promise<QualificationRow[]> {
  const [sort, id] = (cursor ?? []).map(String);
  const words = foldText(filter.text ?? "").replace(/[%_]/g, " ").split(" ").filter((word) => word !== "").slice(0, 8);
  const after: Prisma.QualificationWhereInput =
    sort === undefined || id === undefined ? {} : { OR: [{ person: { nameSort: { gt: sort } } }, { person: { nameSort: sort }, id: { gt: id } }] };
  const rows = await db.qualification.findMany({
    where: {
      AND: [
        { person: { AND: [{ active: true }, reachWhere(reach(actor, "qualifications.read")), ...words.map((word) => ({ nameFolded: { contains: word } }))] } },
        filter.course ? { course: filter.course } : {},
        after,
      ],
    },
    select: { id: true, course: true, validFrom: true, validTo: true, person: { select: { id: true, name: true, email: true, nameSort: true } } },
    orderBy: [{ person: { nameSort: "asc" } }, { id: "asc" }],
    take: limit,
  });
  return rows.map(({ person, ...held }) => ({ ...held, personId: person.id, name: person.name, email: person.email, sort: person.nameSort }));
}
