import type { ZodType } from "zod";

/**
 * A reader of JSON columns that change rarely and are read at every request: the last texts seen keep their value, so
 * the same text gives the same object. A text the schema refuses reads as `fallback`.
 */
export function storedJson<T>(schema: ZodType<T>, fallback: T): (text: string) => T {
  const seen = new Map<string, T>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const parsed = schema.safeParse(parse(text));
    const value = parsed.success ? parsed.data : fallback;
    if (seen.size >= 200) seen.clear();
    seen.set(text, value);
    return value;
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
