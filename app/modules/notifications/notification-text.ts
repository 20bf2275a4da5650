import { inLocale } from "#i18n/in-locale.ts";
import type { Locale } from "#i18n/locale.ts";
import { words } from "#i18n/words.ts";
import { TOPICS, topicOf } from "./domain/topics.ts";

/** What was told: its words are in the messages of the module that told it. */
export interface Told {
  /** As `approval.waiting`. */
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Whose words a notification has: the namespace of the module that sends it, by the part of its kind before the dot. */
const NAMESPACE: Readonly<Record<string, string>> = {
  ...{ approval: "empowerment", decision: "empowerment", policy: "empowerment", proposal: "empowerment" },
  ...{ promise: "customers", feedback: "listening", recognition: "recognition", improvement: "improvements", procedure: "improvements" },
  ...{ scorecard: "scorecards", reward: "scorecards", course: "courses", pulse: "pulse", leading: "leading" },
  ...{ learning: "learning", practice: "learning", certificate: "learning" },
  ...{ lineup: "stories", story: "stories", circle: "stories", care: "care" },
};

/** What a notification says: `<namespace>:notification.<kind, with a dash for the dot>`. */
export function notificationText(t: Parameters<typeof words>[0], { kind, params }: Told, locale: Locale): string {
  const [family = ""] = kind.split(".");
  return words(t, `${NAMESPACE[family] ?? "ui"}:notification`, { code: kind.replace(".", "-"), params: inLocale(params, locale) });
}

/** What a mail may say of it: the sentence, or only that something is there where words of people may stand in it. */
export function mailText(t: Parameters<typeof words>[0], told: Told, locale: Locale): string {
  const topic = topicOf(told.kind);
  if (TOPICS[topic].spokenInMail) return notificationText(t, told, locale);
  return words(t, "notifications:discreet", { code: told.kind.startsWith("procedure.") ? "procedure" : topic, params: inLocale(told.params, locale) });
}
