export type { CustomerKey } from "./schemas.ts";
export type { EntryWords, LocalText, TimelineEntry, TimelineSource } from "./timeline.ts";
export { entryText } from "./entry-text.ts";
export { maskName } from "./domain/mask.ts";
