import type { Currency } from "#kernel/money.ts";
import { demand, type Asked, actorRef } from "#platform/acting.server.ts";
import { amountCell, currencyCell, instantCell, integerCell, requiredCell, textCell } from "#platform/csv/cells.ts";
import { type Complain, type CsvImport, importCsv, type ImportOptions, type ImportReport, type RowEffect } from "#platform/csv/import.server.ts";
import type { CsvRow } from "#platform/csv/read.server.ts";
import type { CsvSource } from "#platform/csv/source.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { importedOutcomes } from "../domain/simulation/imported-case.ts";
import { recordEvent } from "../record-event.server.ts";
import { CODE_PATTERN } from "../schemas.ts";

export const PAST_CASE_COLUMNS = [
  ...["source_id", "decided_at", "actor_email", "gesture", "reason", "channel", "amount", "currency", "customer_ref", "customer_tier", "customer_lifetime_value"],
  ...["order_ref", "order_value", "days_since_purchase", "outcome", "approver_email", "approved_amount", "result", "csat", "case_ref"],
] as const;

/** What the column `outcome` may say. */
export const PAST_CASE_OUTCOMES: readonly string[] = importedOutcomes;

const REQUIRED = ["source_id", "decided_at", "gesture", "reason", "channel", "outcome"];
const RESULTS = ["resolved", "partly", "unresolved"];
const EMAIL = /^[^\s@]+@[^\s@]+$/;
/** More days than anybody has lived. */
const MOST_DAYS = 50_000;

type PastCaseRow = Omit<Row<"PastCase">, "importedAt">;

/** What an organisation's files leave out: its time zone for plain dates, its currency. */
export interface PastCaseDefaults {
  readonly currency: Currency;
  readonly timeZone: string;
}

type Cells = CsvRow["cells"];

function codeCell(cells: Cells, column: string, fault: Complain): string {
  const code = requiredCell(cells, column, fault, 64);
  if (code !== "" && !CODE_PATTERN.test(code)) fault(column, "code_format");
  return code;
}

function choiceCell(cells: Cells, column: string, choices: readonly string[], fault: Complain): string | null {
  const text = (textCell(cells, column, fault, 64) ?? "").toLowerCase();
  if (text !== "" && !choices.includes(text)) fault(column, "not_a_choice", { choices: choices.join(", ") });
  return text === "" ? null : text;
}

function emailCell(cells: Cells, column: string, fault: Complain): string | null {
  const email = textCell(cells, column, fault, 254)?.toLowerCase() ?? null;
  if (email !== null && !EMAIL.test(email)) fault(column, "email_format");
  return email;
}

/** A reference; `none` in any case is the known absence of one. */
function refCell(cells: Cells, column: string, fault: Complain): string | null {
  const ref = textCell(cells, column, fault, 64) ?? null;
  return ref?.toLowerCase() === "none" ? "none" : ref;
}

function read(cells: Cells, defaults: PastCaseDefaults, complain: Complain): PastCaseRow | null {
  let faults = 0;
  const fault: Complain = (...what) => {
    faults += 1;
    complain(...what);
  };
  const money = (column: string, currency: Currency, least: number): bigint | null => {
    const amount = amountCell(cells, column, currency, fault) ?? null;
    if (amount !== null && amount < least) fault(column, "too_small", { min: least });
    return amount === null ? null : BigInt(amount);
  };
  const sourceId = requiredCell(cells, "source_id", fault, 128);
  requiredCell(cells, "decided_at", fault, 40);
  const decidedAt = instantCell(cells, "decided_at", defaults.timeZone, fault);
  const currency = currencyCell(cells, "currency", defaults.currency, fault);
  const amount = money("amount", currency, 1);
  const approvedAmount = money("approved_amount", currency, 0);
  if (approvedAmount !== null && amount === null) fault("approved_amount", "amount_not_allowed");
  else if (approvedAmount !== null && amount !== null && approvedAmount > amount) fault("approved_amount", "above_requested");
  const outcome = choiceCell(cells, "outcome", PAST_CASE_OUTCOMES, fault);
  if (outcome === null) fault("outcome", "required");
  const row = {
    ...{ sourceId, amount, approvedAmount, currency, outcome: outcome ?? "" },
    actorEmail: emailCell(cells, "actor_email", fault),
    gesture: codeCell(cells, "gesture", fault),
    reason: codeCell(cells, "reason", fault),
    channel: codeCell(cells, "channel", fault),
    customerRef: refCell(cells, "customer_ref", fault),
    customerTier: textCell(cells, "customer_tier", fault, 64) ?? null,
    customerLifetimeValue: money("customer_lifetime_value", currency, 0),
    orderRef: refCell(cells, "order_ref", fault),
    orderValue: money("order_value", currency, 0),
    daysSincePurchase: integerCell(cells, "days_since_purchase", { min: 0, max: MOST_DAYS }, fault) ?? null,
    approverEmail: emailCell(cells, "approver_email", fault),
    result: choiceCell(cells, "result", RESULTS, fault),
    csat: integerCell(cells, "csat", { min: 1, max: 5 }, fault) ?? null,
    caseRef: textCell(cells, "case_ref", fault, 64) ?? null,
  };
  return faults > 0 || decidedAt === null ? null : { ...row, decidedAt };
}

const same = (a: unknown, b: unknown) => (a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b);

async function write(tx: Tx, row: PastCaseRow, now: Date): Promise<RowEffect> {
  const { sourceId, ...columns } = row;
  const known = await tx.find("PastCase", { sourceId });
  if (known === null) {
    await tx.insert("PastCase", { ...row, importedAt: now });
    return "added";
  }
  if (Object.entries(columns).every(([column, value]) => same(value, known[column as keyof typeof columns]))) return "unchanged";
  await tx.update("PastCase", { sourceId }, { ...columns, importedAt: now });
  return "changed";
}

/**
 * Adds and changes past cases from a file, by source id, all rows or none. Whom nobody here knows may be named: such a
 * case is replayed with what there is. An empty reference is unknown, `none` a walk-in or no order.
 * Refuses `forbidden`; what is wrong in the file is in the report.
 */
export async function importPastCases(source: CsvSource, defaults: PastCaseDefaults, asked: Asked, options: ImportOptions): Promise<ImportReport> {
  demand(asked, "policies.edit");
  const kind: CsvImport<PastCaseRow> = {
    columns: PAST_CASE_COLUMNS,
    required: REQUIRED,
    read: (cells, complain) => read(cells, defaults, complain),
    keyOf: (row) => row.sourceId,
    keyColumn: "source_id",
    write: (tx, row) => write(tx, row, asked.now),
    finish: async (tx, { rows, added, changed, unchanged, digest }) =>
      recordEvent(tx, { kind: "import", id: "past-cases" }, actorRef(asked), asked.now, { type: "past-cases.imported", schema: 1, data: { rows, added, changed, unchanged, digest } }),
  };
  return importCsv(source, kind, options);
}
