import type { Source } from "#platform/acting.server.ts";

/** What this module writes into the audit trail; names, numbers and texts are personal values of the customer. */
export type CustomersEvent =
  | { readonly type: "customer.added"; readonly schema: 1; readonly data: { readonly ref: string; readonly source: Source } }
  | { readonly type: "customer.phone-revealed"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "customer.address-form-set"; readonly schema: 1; readonly data: { readonly addressForm: string | null } }
  | { readonly type: "customer.erased"; readonly schema: 1; readonly data: { readonly personalValues: number } }
  | { readonly type: "customer.noted"; readonly schema: 1; readonly data: { readonly noteId: string; readonly isContact: boolean } }
  | { readonly type: "promise.made"; readonly schema: 1; readonly data: { readonly promiseId: string; readonly keeperId: string; readonly dueAt: string; readonly decisionId: string | null } }
  | { readonly type: "promise.kept"; readonly schema: 1; readonly data: { readonly promiseId: string; readonly inTime: boolean } }
  | { readonly type: "promise.broken"; readonly schema: 1; readonly data: { readonly promiseId: string } }
  | { readonly type: "promise.handed-over"; readonly schema: 1; readonly data: { readonly promiseId: string; readonly from: string; readonly to: string } }
  | { readonly type: "customers.exported"; readonly schema: 1; readonly data: { readonly phones: boolean } }
  | { readonly type: "purchases.exported"; readonly schema: 1; readonly data: Record<string, never> }
  | { readonly type: "customers.imported"; readonly schema: 1; readonly data: ImportData }
  | { readonly type: "purchases.imported"; readonly schema: 1; readonly data: ImportData };

interface ImportData {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
}
