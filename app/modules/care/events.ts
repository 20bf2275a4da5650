/** What this module writes into the audit trail: HR's policy alone. That somebody had a hard case never stands there. */
export interface CareEvent {
  readonly type: "care.policy-set";
  readonly schema: 1;
  readonly data: { readonly breakMinutes: number | null; readonly handOver: boolean };
}
