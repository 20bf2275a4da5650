import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { decrypt } from "#platform/secrets.server.ts";
import { phoneContext } from "./find-customer.server.ts";
import { CUSTOMER_COLUMNS } from "./import-customers.server.ts";
import { PURCHASE_COLUMNS } from "./import-purchases.server.ts";

const PAGE = 500;

async function* customerPages(phones: boolean): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await db.customer.findMany({
      where: { erasedAt: null, ref: { gt: after } },
      select: { id: true, ref: true, phoneCipher: true, name: true, tier: true, lifetimeValue: true, currency: true, addressForm: true },
      orderBy: { ref: "asc" },
      take: PAGE,
    });
    yield rows.map((row) => [
      row.ref,
      ...(phones ? [row.phoneCipher === null ? null : decrypt(row.phoneCipher, phoneContext(row.id))] : []),
      row.name, row.tier, row.lifetimeValue, row.currency, row.addressForm,
    ]);
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.ref;
  }
}

/**
 * Every customer, as a file that reads back in without effect. Whole numbers only for the operator at the command line:
 * without `phones` the column is left out, and reading the file back leaves the numbers as they are.
 */
export function exportCustomers({ phones }: { readonly phones: boolean }): AsyncGenerator<string> {
  return csvPieces(CUSTOMER_COLUMNS.filter((column) => phones || column !== "phone"), customerPages(phones));
}

async function* purchasePages(): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await db.purchase.findMany({
      where: { orderRef: { gt: after } },
      select: { orderRef: true, purchasedAt: true, amount: true, currency: true, channel: true, customer: { select: { ref: true, erasedAt: true } } },
      orderBy: { orderRef: "asc" },
      take: PAGE,
    });
    yield rows.map((row) => [
      row.orderRef, row.customer?.erasedAt === null ? row.customer.ref : null, row.purchasedAt.toISOString(), row.amount, row.currency, row.channel,
    ]);
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.orderRef;
  }
}

/** Every purchase, as a file that reads back in without effect. */
export function exportPurchases(): AsyncGenerator<string> {
  return csvPieces(PURCHASE_COLUMNS, purchasePages());
}
