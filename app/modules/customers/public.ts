export { CUSTOMER_ADDRESSES, type CustomerAddress } from "./domain/addresses.ts";
export { customerAddress, type CustomerKey, customerKey, customerRef } from "./schemas.ts";
export { normalisePhone } from "./domain/phone.ts";
export type { EntryWords, LocalText, TimelineEntry, TimelineSource } from "./timeline.ts";
export { entryText, inLocale } from "./entry-text.ts";
