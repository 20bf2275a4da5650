/** What this module writes into the audit trail. */
export interface NotificationsEvent {
  readonly type: "notifications.chosen";
  readonly schema: 1;
  readonly data: { readonly topics: readonly string[] };
}
