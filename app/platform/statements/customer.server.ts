import { all, bindAll, dateOf, get, numberOf, textOf, textOrNull, type Raw } from "./define.server.ts";

const CUSTOMER = `SELECT id, ref, name, phoneLast, tier, lifetimeValue, currency, addressForm, personId FROM Customer`;

const customer = (row: Raw) => ({
  id: textOf(row["id"]),
  ref: textOf(row["ref"]),
  name: textOrNull(row["name"]),
  phoneLast: textOrNull(row["phoneLast"]),
  tier: textOrNull(row["tier"]),
  lifetimeValue: row["lifetimeValue"] === null ? null : numberOf(row["lifetimeValue"]),
  currency: textOrNull(row["currency"]),
  addressForm: textOrNull(row["addressForm"]),
  personId: textOrNull(row["personId"]),
});

/** Erased customers are found by nothing. */
export const customerStatements = {
  "customer.by-ref": get(`${CUSTOMER} WHERE ref = :ref AND erasedAt IS NULL`, (params: { ref: string }) => bindAll(params), customer),
  "customer.by-phone": get(`${CUSTOMER} WHERE phoneHash = :phoneHash AND erasedAt IS NULL`, (params: { phoneHash: string }) => bindAll(params), customer),
  "purchase.by-order": get(
    `SELECT p.orderRef, p.purchasedAt, p.amount, p.currency, c.ref AS customerRef
       FROM Purchase p LEFT JOIN Customer c ON c.id = p.customerId WHERE p.orderRef = :orderRef`,
    (params: { orderRef: string }) => bindAll(params),
    (row) => ({
      orderRef: textOf(row["orderRef"]),
      purchasedAt: new Date(numberOf(row["purchasedAt"])),
      amount: numberOf(row["amount"]),
      currency: textOf(row["currency"]),
      customerRef: textOrNull(row["customerRef"]),
    }),
  ),

  /** Open promises to a customer whose time has come. */
  "promise.late": all(
    "SELECT dueAt FROM CustomerPromise WHERE customerId = :customerId AND state = 'open' AND dueAt <= :now",
    (params: { customerId: string; now: Date }) => bindAll({ ...params }),
    (row) => ({ dueAt: dateOf(row["dueAt"]) }),
  ),
};
