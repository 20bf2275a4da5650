import { type Asked, demand } from "#platform/acting.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { decrypt } from "#platform/secrets.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { phoneContext } from "./find-customer.server.ts";
import { CUSTOMER_COLUMNS } from "./import-customers.server.ts";
import { PURCHASE_COLUMNS } from "./import-purchases.server.ts";
import { recordEvent } from "./record-event.server.ts";

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
 * Every customer, as a file that reads back in without effect; that it was taken stands in the trail. Whole numbers only for
 * the operator at the command line: for others the column is left out, and reading the file back leaves the numbers as
 * they are. Refuses `forbidden`.
 */
export async function exportCustomers(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "customers.import");
  const phones = asked.actor === null;
  await transaction((tx) => recordEvent(tx, asked, { kind: "export", id: "customers" }, { type: "customers.exported", schema: 1, data: { phones } }));
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

/** Every purchase, as a file that reads back in without effect; that it was taken stands in the trail. Refuses `forbidden`. */
export async function exportPurchases(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "customers.import");
  await transaction((tx) => recordEvent(tx, asked, { kind: "export", id: "purchases" }, { type: "purchases.exported", schema: 1, data: {} }));
  return csvPieces(PURCHASE_COLUMNS, purchasePages());
}
