/** A name the organisation wrote in both languages. */
interface LocalText {
  readonly vi: string;
  readonly en: string;
}

function isLocalText(value: unknown): value is LocalText {
  return typeof value === "object" && value !== null && "vi" in value && "en" in value;
}

/** Parameters of a message with the organisation's own names taken in one language. */
export function inLocale(params: Readonly<Record<string, unknown>>, locale: "vi" | "en"): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isLocalText(value) ? value[locale] || value.vi : value]));
}
