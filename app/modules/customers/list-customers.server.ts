import type { Prisma } from "#db/generated/client.ts";
import { foldText } from "#kernel/text.ts";
import { db } from "#platform/db.server.ts";

/** One line of the list that HR, managers, leaders and auditors may read. */
export interface CustomerListRow {
  readonly id: string;
  readonly ref: string;
  readonly name: string | null;
  readonly phoneLast: string | null;
  readonly tier: string | null;
  readonly lifetimeValue: { readonly minor: number; readonly currency: string } | null;
  readonly openPromises: number;
}

function matching(text: string): Prisma.CustomerWhereInput {
  const words = foldText(text).replace(/[%_]/g, " ").split(" ").filter((word) => word !== "").slice(0, 8);
  return { OR: [{ ref: { startsWith: text.replace(/[%_]/g, "") } }, { AND: words.map((word) => ({ nameFolded: { contains: word } })) }] };
}

/** Customers in order of reference, at most `limit` after `cursor` ([ref]); by a name's words or a reference's beginning.
 * Numbers are for looking one customer up: a search stands in the page's address. */
export async function listCustomers(
  filter: { readonly text?: string; readonly tier?: string | null },
  { limit, cursor }: { readonly limit: number; readonly cursor: readonly (string | number)[] | null },
): Promise<CustomerListRow[]> {
  const text = filter.text?.trim() ?? "";
  const after = cursor?.[0];
  const rows = await db.customer.findMany({
    where: {
      AND: [
        { erasedAt: null },
        text === "" ? {} : matching(text),
        filter.tier ? { tier: filter.tier } : {},
        after === undefined ? {} : { ref: { gt: String(after) } },
      ],
    },
    select: {
      id: true, ref: true, name: true, phoneLast: true, tier: true, lifetimeValue: true, currency: true,
      _count: { select: { promises: { where: { state: "open" } } } },
    },
    orderBy: { ref: "asc" },
    take: limit,
  });
  return rows.map(({ lifetimeValue, currency, _count, ...row }) => ({
    ...row,
    lifetimeValue: lifetimeValue === null || currency === null ? null : { minor: Number(lifetimeValue), currency },
    openPromises: _count.promises,
  }));
}

/** Tiers that customers have, sorted. */
export async function customerTiers(): Promise<string[]> {
  const rows = await db.customer.groupBy({ by: ["tier"], where: { erasedAt: null, tier: { not: null } } });
  return rows.map(({ tier }) => tier ?? "").sort();
}
