import type { LocaleMessages, MessageTree } from "./catalogue.ts";

const PAIRS: Readonly<Record<string, string>> = {
  a: "å", b: "ƀ", c: "ç", d: "ð", e: "é", f: "ƒ", g: "ĝ", h: "ĥ", i: "î", j: "ĵ", k: "ķ", l: "ļ", m: "ɱ",
  n: "ñ", o: "ö", p: "þ", q: "ǫ", r: "ŕ", s: "š", t: "ţ", u: "û", v: "ṽ", w: "ŵ", x: "ẋ", y: "ý", z: "ž",
  A: "Å", B: "Ɓ", C: "Ç", D: "Ð", E: "É", F: "Ƒ", G: "Ĝ", H: "Ĥ", I: "Î", J: "Ĵ", K: "Ķ", L: "Ļ", M: "Ṁ",
  N: "Ñ", O: "Ö", P: "Þ", Q: "Ǫ", R: "Ŕ", S: "Š", T: "Ţ", U: "Û", V: "Ṽ", W: "Ŵ", X: "Ẋ", Y: "Ý", Z: "Ž",
};

/** Placeholders, tags and nested messages, which must reach i18next unchanged. */
const PROTECTED = /(\{\{.*?\}\}|<\/?[\w-]+\s*\/?>|\$t\(.*?\))/;

/** `Lưu {{name}}` → `[Ļưû {{name}} ẋẋ]`: accented, bracketed and a third longer, so that hard-coded or clipped text shows. */
export function pseudoText(text: string): string {
  const accented = text
    .split(PROTECTED)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[A-Za-z]/g, (letter) => PAIRS[letter] ?? letter)))
    .join("");
  return `[${accented} ${"ẋ".repeat(Math.max(1, Math.round(text.length / 3)))}]`;
}

function pseudoTree(tree: MessageTree): MessageTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, typeof value === "string" ? pseudoText(value) : pseudoTree(value)]),
  );
}

/** Every message of a language in its pseudo form. */
export function pseudoMessages(messages: LocaleMessages): LocaleMessages {
  return Object.fromEntries(Object.entries(messages).map(([namespace, tree]) => [namespace, pseudoTree(tree)]));
}
