/** The languages of the product, the default first. Both are complete by type. */
export const LOCALES = ["vi", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "vi";

/** Names of the two preference cookies; their values are a locale and a theme. */
export const LOCALE_COOKIE = "tam-lang";
export const THEME_COOKIE = "tam-theme";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function isLocale(text: unknown): text is Locale {
  return typeof text === "string" && (LOCALES as readonly string[]).includes(text);
}

export function isTheme(text: unknown): text is Theme {
  return typeof text === "string" && (THEMES as readonly string[]).includes(text);
}

/** The locale an Accept-Language header prefers, by quality then order (RFC 9110 §12.5.4), or null when it names none of ours. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale | null {
  if (!acceptLanguage) return null;
  const wishes = acceptLanguage
    .split(",")
    .slice(0, 20)
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split("-")[0] ?? "", quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.map((wish) => wish.language).find(isLocale) ?? null;
}

/** One cookie's value from a Cookie header, or null. */
export function cookieValue(header: string | null | undefined, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** The locale of one request: the person's setting, else the cookie, else Accept-Language, else Vietnamese. */
export function resolveLocale(wish: {
  person?: string | null;
  cookie?: string | null;
  acceptLanguage?: string | null;
}): Locale {
  if (isLocale(wish.person)) return wish.person;
  if (isLocale(wish.cookie)) return wish.cookie;
  return negotiateLocale(wish.acceptLanguage) ?? DEFAULT_LOCALE;
}
