import type { i18n as I18n } from "i18next";

/** What `words` needs of a translator: any namespace's `t` fits. */
type AnyT = (...input: never[]) => unknown;

export interface Coded {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * Words for a code that is known only at run time: `words(t, "empowerment:reason", { code: "over_budget", params })` reads
 * `empowerment:reason.over_budget`. A code without a message gets `fallback` (a full key), so an added code never shows raw.
 */
export function words(t: AnyT, prefix: string, coded: Coded, fallback = "errors:unknown"): string {
  const keys = [`${prefix}${prefix.endsWith(":") ? "" : "."}${coded.code}`, fallback];
  return String((t as unknown as I18n["t"])(keys as never, (coded.params ?? {}) as never));
}

/** Words for a refusal: `errors:<code>`; a field's fault is coded `field.<code>`. An unknown code has words of its kind. */
export function errorWords(t: AnyT, coded: Coded): string {
  // a bound is called limit by zod's faults, min or max by the policy's
  const params = { limit: coded.params?.max ?? coded.params?.min, ...coded.params };
  return words(t, "errors:", { code: coded.code, params }, coded.code.startsWith("field.") ? "errors:field.unknown" : "errors:unknown");
}
