import { newId } from "#kernel/ids.ts";
import type { Currency } from "#kernel/money.ts";
import { foldText } from "#kernel/text.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { amountCell, currencyCell, requiredCell, textCell } from "#platform/csv/cells.ts";
import { importCsv, type Complain, type CsvImport, type ImportReport, type RowEffect } from "#platform/csv/import.server.ts";
import type { CsvRow } from "#platform/csv/read.server.ts";
import type { CsvSource } from "#platform/csv/source.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { normalisePhone } from "./domain/phone.ts";
import { phoneColumns } from "./ensure-customer.server.ts";
import { phoneHashOf } from "./find-customer.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { customerAddress, customerRef } from "./schemas.ts";

export const CUSTOMER_COLUMNS = ["ref", "phone", "name", "tier", "lifetime_value", "currency", "address_form"] as const;

/** Empty cells clear, absent columns leave as it is. */
interface CustomerCells {
  readonly ref: string;
  /** E.164 */
  readonly phone: string | null | undefined;
  readonly fields: {
    readonly name?: string | null;
    readonly tier?: string | null;
    readonly lifetimeValue?: bigint | null;
    readonly currency?: string;
    readonly addressForm?: string | null;
  };
}

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => (value === undefined ? {} : ({ [key]: value } as Record<K, V>));

function read(cells: CsvRow["cells"], currency: Currency, complain: Complain): CustomerCells | null {
  let faults = 0;
  const fault: Complain = (...what) => {
    faults += 1;
    complain(...what);
  };
  const ref = requiredCell(cells, "ref", fault, 64);
  if (ref !== "" && !customerRef.safeParse(ref).success) fault("ref", "code_format");
  const phoneText = textCell(cells, "phone", fault, 40);
  const phone = phoneText ? normalisePhone(phoneText) : null;
  if (phone !== null && !phone.ok) fault("phone", phone.error);
  const tier = textCell(cells, "tier", fault, 64);
  if (tier && !/^[A-Za-z0-9_-]+$/.test(tier)) fault("tier", "code_format");
  const addressForm = textCell(cells, "address_form", fault, 10)?.toLowerCase() ?? (cells["address_form"] === undefined ? undefined : null);
  if (addressForm && !customerAddress.safeParse(addressForm).success) fault("address_form", "not_in_list", { allowed: customerAddress.options });
  const booked = currencyCell(cells, "currency", currency, fault);
  const value = amountCell(cells, "lifetime_value", booked, fault);
  const fields = {
    ...given("name", textCell(cells, "name", fault, 120)),
    ...given("tier", tier),
    ...given("lifetimeValue", value === undefined ? undefined : value === null ? null : BigInt(value)),
    ...given("currency", value === undefined ? undefined : booked),
    ...given("addressForm", addressForm),
  };
  return faults > 0 ? null : { ref, phone: phoneText === undefined ? undefined : phone?.ok ? phone.value : null, fields };
}

/** The columns of a row that differ from what is stored. */
function differing(known: Row<"Customer">, columns: Partial<Row<"Customer">>): Partial<Row<"Customer">> {
  return Object.fromEntries(Object.entries(columns).filter(([column, value]) => known[column as keyof Row<"Customer">] !== value));
}

async function write(tx: Tx, row: CustomerCells, asked: Asked, complain: Complain): Promise<RowEffect> {
  const known = await tx.find("Customer", { ref: row.ref });
  if (known !== null && known.erasedAt !== null) {
    complain("ref", "customer_erased");
    return "unchanged";
  }
  const phoneHash = row.phone ? phoneHashOf(row.phone) : null;
  if (phoneHash !== null && phoneHash !== known?.phoneHash && (await tx.find("Customer", { phoneHash })) !== null) {
    complain("phone", "phone_taken");
    return "unchanged";
  }
  const id = known?.id ?? newId();
  const cleared = { phoneCipher: null, phoneHash: null, phoneLast: null };
  const samePhone = row.phone === undefined || phoneHash === (known?.phoneHash ?? null);
  const columns = {
    ...row.fields,
    ...(row.fields.name === undefined ? {} : { nameFolded: row.fields.name === null ? null : foldText(row.fields.name) }),
    ...(samePhone ? {} : row.phone ? phoneColumns(id, row.phone) : cleared),
  };
  if (known === null) {
    await tx.insert("Customer", { id, ref: row.ref, ...columns, createdAt: asked.now, updatedAt: asked.now });
    return "added";
  }
  const changed = differing(known, columns);
  if (Object.keys(changed).length === 0) return "unchanged";
  await tx.update("Customer", { id }, { ...changed, updatedAt: asked.now });
  return "changed";
}

/**
 * Adds and changes customers from a file, by reference, all rows or none; who is left out stays as they are.
 * Refuses `forbidden`; what is wrong in the file is in the report.
 * @param currency of amounts in rows that name none
 */
export async function importCustomers(source: CsvSource, currency: Currency, asked: Asked, options: { readonly dryRun: boolean }): Promise<ImportReport> {
  demand(asked, "customers.import");
  const kind: CsvImport<CustomerCells> = {
    columns: CUSTOMER_COLUMNS,
    required: ["ref"],
    read: (cells, complain) => read(cells, currency, complain),
    keyOf: (row) => row.ref,
    keyColumn: "ref",
    write: (tx, row, complain) => write(tx, row, asked, complain),
    finish: async (tx, data) => recordEvent(tx, asked, { kind: "import", id: "customers" }, { type: "customers.imported", schema: 1, data }),
  };
  return importCsv(source, kind, options);
}
