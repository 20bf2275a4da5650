import type { TFunction } from "i18next";
import { words } from "#i18n/words.ts";
import { inLocale } from "#modules/customers/public.ts";

/** Whose words a notification has: the namespace of the module that sends it, by the part of its kind before the dot. */
const NAMESPACE: Readonly<Record<string, string>> = { approval: "empowerment", improvement: "improvements", procedure: "improvements", decision: "empowerment", policy: "empowerment", proposal: "empowerment", promise: "customers", feedback: "listening", recognition: "recognition", scorecard: "scorecards", reward: "scorecards" };

/** What a notification says: `<namespace>:notification.<kind, with a dash for the dot>`. */
export function notificationText(t: TFunction, { kind, params }: { kind: string; params: Readonly<Record<string, unknown>> }, locale: "vi" | "en"): string {
  const [module = ""] = kind.split(".");
  return words(t, `${NAMESPACE[module] ?? "ui"}:notification`, { code: kind.replace(".", "-"), params: inLocale(params, locale) });
}
