import type { Page } from "@playwright/test";

/** A message in its pseudo form, as app/i18n/pseudo.ts writes it: bracketed and ending in ẋ. */
const PSEUDO = /\[[^[\]]*ẋ\]/gu;

/** The end of a message that a chart breaks into lines, and what formats write by themselves: joining words of lists, scaled money, durations, weekdays; and the key that leads to the toasts. */
const FORMATTED = /^(ẋ+|và|hoặc|triệu|tỷ|nghìn|(ngày|giờ|phút)( \d+ (giờ|phút))*|thứ (hai|ba|tư|năm|sáu|bảy)|chủ nhật|alt\+T)$/iu;

/** A text without its messages; one may stand inside another. */
function withoutMessages(text: string): string {
  const rest = text.replace(PSEUDO, "\n");
  return rest === text ? rest : withoutMessages(rest);
}

interface Shown {
  readonly text: string;
  readonly tag: string;
}

/** Every text of the page that a person reads or hears, times apart, and every text its loaders answered. */
async function gather(page: Page): Promise<{ shown: Shown[]; data: string }> {
  return page.evaluate(() => {
    const shown: Shown[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text) {
        const parent = node.parentElement;
        if (parent && !parent.closest("script, style, time, code, textarea, [lang]:not(html)")) shown.push({ text: node.data, tag: parent.tagName });
      } else if (node instanceof Element) {
        for (const name of ["aria-label", "title", "placeholder", "alt"]) {
          const text = node.tagName === "TIME" ? null : node.getAttribute(name);
          if (text) shown.push({ text, tag: `${node.tagName} ${name}` });
        }
      }
    }
    const { loaderData } = (window as unknown as { __remixContext: { state: { loaderData: unknown } } }).__remixContext.state;
    const data: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value === "string") data.push(value);
      else if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
    };
    walk(loaderData);
    return { shown, data: data.join("\n").toLowerCase() };
  });
}

/**
 * Texts of a page in the pseudo-locale that come neither from the messages nor from data: hard-coded ones. What remains of a
 * text without its messages is cut at punctuation, and each piece with letters must be in what the loaders answered.
 */
export async function hardCoded(page: Page): Promise<string[]> {
  const { shown, data } = await gather(page);
  return shown.flatMap(({ text, tag }) => {
    return withoutMessages(text)
      .split(/\n|\s[·–—:]\s|[:;,]\s|\s\(| và /u)
      .map((piece) => piece.replace(/^[\s\p{P}\p{S}\d]+|[\s\p{P}\p{S}\d]+$/gu, ""))
      .filter((piece) => /\p{L}{2}/u.test(piece) && !FORMATTED.test(piece) && !data.includes(piece.toLowerCase()))
      .map((piece) => `${tag}: ${piece}`);
  });
}
