import type { MailTime, TopicCode } from "./domain/topics.ts";

/** One topic on a person's page of notifications. */
export interface TopicView {
  readonly topic: TopicCode;
  readonly needsAnswer: boolean;
  readonly inApp: boolean;
  readonly mail: MailTime;
  /** Whether they chose it; otherwise it is what the product does by itself. */
  readonly chosen: boolean;
}
