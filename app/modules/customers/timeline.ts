/** Words in both languages, for parameters that are an organisation's own, as the name of a gesture. */
export interface LocalText {
  readonly vi: string;
  readonly en: string;
}

/** What an entry of the timeline says: a message with its parameters, or what somebody wrote. */
export type EntryWords = { readonly key: string; readonly params: Readonly<Record<string, unknown>> } | { readonly said: string };

/** One thing that happened with a customer. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: Date;
  readonly kind: "decision" | "note" | "promise" | "feedback";
  readonly words: EntryWords;
  /** The colleague who did it. */
  readonly byId: string | null;
  /** Page of what happened, for those who may open it. */
  readonly href: string | null;
  /** The customer was in contact with us. */
  readonly contact: boolean;
  /** When it settled the customer's matter; null while it has not. */
  readonly settledAt: Date | null;
}

/** The newest entries of one kind about a customer, newest first, at most `limit`. Modules above this one offer theirs. */
export type TimelineSource = (customerId: string, limit: number) => Promise<TimelineEntry[]>;
