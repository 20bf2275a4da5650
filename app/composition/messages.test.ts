import { describe, expect, it } from "vitest";
import type { MessageTree } from "#i18n/catalogue.ts";
import { messages as english } from "./messages.en.ts";
import { messages as vietnamese } from "./messages.vi.ts";

/** Every message by its full key, `ui:action.save`. */
function flatten(tree: MessageTree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

function all(namespaces: Record<string, MessageTree>): Map<string, string> {
  return new Map(Object.entries(namespaces).flatMap(([name, tree]) => flatten(tree, `${name}:`)));
}

const vi = all(vietnamese);
const en = all(english);

/**
 * Placeholders a message takes. Forms of address need not stand in both languages: `{{you}}`, and in words to say to a
 * customer `{{customer}}` and `{{me}}`, which English has no use for.
 */
function placeholders(key: string, text: string): string[] {
  const names = [...text.matchAll(/\{\{\s*(.+?)\s*\}\}/g)].map((match) => (match[1] ?? "").split(",")[0]?.trim() ?? "");
  const addressing = key.includes(":say.") ? /^(you$|customer$|me$|role\.|term\.)/ : /^(you$|role\.|term\.)/;
  return [...new Set(names.filter((name) => !addressing.test(name)))].sort();
}

function offenders(messages: Map<string, string>, pattern: RegExp): string[] {
  return [...messages].filter(([, text]) => pattern.test(text)).map(([key, text]) => `${key}: ${text}`);
}

describe("messages", () => {
  it("have the same keys in both languages, plural forms apart", () => {
    const singular = (key: string) => key.endsWith("_one") && en.has(key.replace(/_one$/, "_other"));
    expect([...en.keys()].filter((key) => !singular(key)).sort()).toEqual([...vi.keys()].sort());
  });

  it("have a singular wherever English counts", () => {
    const counting = [...en.keys()].filter((key) => key.endsWith("_other"));
    expect(counting.filter((key) => !en.has(key.replace(/_other$/, "_one")))).toEqual([]);
  });

  it("take the same placeholders in both languages", () => {
    const differing = [...vi].filter(([key, text]) => {
      const other = en.get(key);
      return other !== undefined && String(placeholders(key, text)) !== String(placeholders(key, other));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("are never empty, never padded, and in composed Unicode", () => {
    for (const messages of [vi, en]) {
      expect([...messages].filter(([, text]) => text.trim() === "" || text !== text.trim()).map(([key]) => key)).toEqual([]);
      expect([...messages].filter(([, text]) => text !== text.normalize("NFC")).map(([key]) => key)).toEqual([]);
    }
  });

  it("use no exclamation mark and no emoji", () => {
    for (const messages of [vi, en]) expect(offenders(messages, /!|\p{Extended_Pictographic}/u)).toEqual([]);
  });

  it("put the Vietnamese tone mark on the first vowel and write y as the glossary does", () => {
    expect(offenders(vi, /o[àáảãạèéẻẽẹ](?!\p{L})|(?<![qQ])u[ỳýỷỹỵ](?!\p{L})/u)).toEqual([]);
    expect(offenders(vi, /(?<!\p{L})(lí do|quản lí|tỉ lệ|kì hạn|kí tên|định kì)(?!\p{L})/iu)).toEqual([]);
  });

  it("blame nobody and give no orders in Vietnamese", () => {
    expect(offenders(vi, /(?<!\p{L})(hãy|thất bại|không hợp lệ|từ chối|lỗi kết nối|không có quyền|đã ghi nhận|thượng đế|ngại quyết)(?!\p{L})/iu)).toEqual([]);
    expect(offenders(vi, /^lỗi/iu)).toEqual([]);
  });

  it("blame nobody in English", () => {
    expect(offenders(en, /\b(invalid|oops|unfortunately|as per policy|kindly|dear)\b/i)).toEqual([]);
  });

  it("never let the system speak of itself", () => {
    expect(offenders(vi, /(?<!\p{L})chúng tôi(?!\p{L})/iu)).toEqual([]);
  });
});
