import type { Currency } from "#kernel/money.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { amountCell, currencyCell, instantCell, requiredCell, textCell } from "#platform/csv/cells.ts";
import { importCsv, type Complain, type CsvImport, type ImportReport, type RowEffect } from "#platform/csv/import.server.ts";
import type { CsvRow } from "#platform/csv/read.server.ts";
import type { CsvSource } from "#platform/csv/source.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";

export const PURCHASE_COLUMNS = ["order_ref", "customer_ref", "purchased_at", "amount", "currency", "channel"] as const;

interface PurchaseCells {
  readonly orderRef: string;
  readonly customerRef: string | null;
  readonly purchasedAt: Date;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly channel: string | null;
}

/** What an organisation's files leave out: its time zone for plain dates, its currency. */
export interface PurchaseDefaults {
  readonly currency: Currency;
  readonly timeZone: string;
}

function read(cells: CsvRow["cells"], defaults: PurchaseDefaults, complain: Complain): PurchaseCells | null {
  let faults = 0;
  const fault: Complain = (...what) => {
    faults += 1;
    complain(...what);
  };
  const orderRef = requiredCell(cells, "order_ref", fault, 64);
  requiredCell(cells, "purchased_at", fault, 40);
  requiredCell(cells, "amount", fault, 64);
  const purchasedAt = instantCell(cells, "purchased_at", defaults.timeZone, fault);
  const currency = currencyCell(cells, "currency", defaults.currency, fault);
  const amount = amountCell(cells, "amount", currency, fault);
  const channel = textCell(cells, "channel", fault, 64) ?? null;
  const customerRef = textCell(cells, "customer_ref", fault, 64) ?? null;
  if (faults > 0 || purchasedAt === null || amount === null || amount === undefined) return null;
  return { orderRef, customerRef, purchasedAt, amount: BigInt(amount), currency, channel };
}

async function write(tx: Tx, { customerRef, ...row }: PurchaseCells, complain: Complain): Promise<RowEffect> {
  const customer = customerRef === null ? null : await tx.find("Customer", { ref: customerRef });
  if (customerRef !== null && (customer === null || customer.erasedAt !== null)) {
    complain("customer_ref", "unknown_customer", { ref: customerRef });
    return "unchanged";
  }
  const wanted = { ...row, customerId: customer?.id ?? null };
  const known = await tx.find("Purchase", { orderRef: row.orderRef });
  if (known === null) {
    await tx.insert("Purchase", wanted);
    return "added";
  }
  const same =
    known.customerId === wanted.customerId && known.purchasedAt.getTime() === wanted.purchasedAt.getTime() &&
    known.amount === wanted.amount && known.currency === wanted.currency && known.channel === wanted.channel;
  if (same) return "unchanged";
  const { orderRef, ...columns } = wanted;
  await tx.update("Purchase", { orderRef }, columns);
  return "changed";
}

/**
 * Adds and changes purchases from a file, by order, all rows or none; a row without a customer is a walk-in's.
 * Refuses `forbidden`; what is wrong in the file is in the report.
 */
export async function importPurchases(source: CsvSource, defaults: PurchaseDefaults, asked: Asked, options: { readonly dryRun: boolean }): Promise<ImportReport> {
  demand(asked, "customers.import");
  const kind: CsvImport<PurchaseCells> = {
    columns: PURCHASE_COLUMNS,
    required: ["order_ref", "purchased_at", "amount"],
    read: (cells, complain) => read(cells, defaults, complain),
    keyOf: (row) => row.orderRef,
    keyColumn: "order_ref",
    write: (tx, row, complain) => write(tx, row, complain),
    finish: async (tx, data) => recordEvent(tx, asked, { kind: "import", id: "purchases" }, { type: "purchases.imported", schema: 1, data }),
  };
  return importCsv(source, kind, options);
}
