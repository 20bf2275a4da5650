import { foldText } from "../text.ts";
import type { Found, KnownNames } from "./masks.ts";

const TITLES = `(?:${"anh chị chi cô co chú chu bác bac em ông ong bà ba khách khach bạn cháu dì cậu thím mợ"
  .split(" ")
  .map((title) => `[${title.charAt(0).toUpperCase()}${title.charAt(0)}]${title.slice(1)}`)
  .join("|")})`;
const FAMILIES = new Set(
  "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly trinh dinh doan lam mai dao cao luong truong luu ton ta chau quach thai to ha".split(" "),
);
/** Capitalised words that may stand after a title and are no person: towns, feasts, ranks, shops of the net. */
const NO_NAMES = new Set(
  "hà nội|ha noi|hải phòng|hai phong|đà nẵng|da nang|sài gòn|sai gon|huế|cần thơ|can tho|việt nam|viet nam|nha trang|đà lạt|da lat|quý khách|quy khach|tết|noel|zalo|shopee|size|online|shop|hàng|hàn quốc|trung quốc|nhật bản|giám đốc|trưởng ca|quản lý|thứ|chủ nhật|tháng|áo|váy|đầm|quần|giày|túi|facebook|messenger|instagram|tiktok|google|tiki|lazada|momo|iphone|internet|email|facetime|covid".split("|"),
);
/** Titles that nothing but a person's name follows. */
const PERSONAL = /^(?:anh|chị|cô|chú|bác|em|ông|bà|bạn)$/iu;
/** Places and countries that begin like a title and a name. */
const FIXED = /^(?:anh quốc|bà rịa|bà triệu|bà nà|bà chiểu|bà đen|ba đình|ba lan|ba vì|ba tri|cô tô|chi lăng|ông tạ|ông trời|bác hồ|chú cuội|chu lai|chị em|anh em|bà con|ông bà|ba mẹ|bạn hàng)(?![\p{L}])/iu;
/** What makes a family name and what follows it a street, a shop, a ward. */
const PLACE_BEFORE = /(?:đường|duong|phố|pho|ngõ|hẻm|cửa hàng|cua hang|chi nhánh|chi nhanh|quận|phường|phuong|ngã tư|ngã ba|trường|bệnh viện|chợ|cầu|tp\.?|thành phố|hồ|street|shop|store|branch)\s+$/iu;
const WORD = "\\p{Lu}[\\p{L}]+";
const WORDS = `${WORD}(?:[ \\u00a0]${WORD}){0,4}`;
/** One syllable as Vietnamese writes it, folded: an onset, vowels, a coda. */
const SYLLABLE = /^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/;
const lettersOf = (name: string) => foldText(name).replace(/[^a-z\s]/g, "").split(" ").filter((part) => part !== "");

/** What stands for a name: the first letter of the given name, the last word. */
function initialOf(name: string): string {
  const [first = ""] = [...(name.trim().split(/\s+/u).at(-1) ?? "").normalize("NFC")];
  return `${first.toUpperCase()}.`;
}

const ASCII = /^\p{ASCII}+$/u;
const lower = (text: string) => text.normalize("NFC").toLowerCase();
const capitals = (word: string) => word.length > 1 && word === word.toUpperCase();

/** How many of the words after a title name somebody; after one that is said to persons only, a name may be foreign. */
function namedWords(words: readonly string[], personal: boolean): number {
  const shouted = words.length > 1 && words.every(capitals) && FAMILIES.has(foldText(words[0] ?? ""));
  const end = words.findIndex(
    (word, index) =>
      (!personal && !SYLLABLE.test(foldText(word))) || (capitals(word) && !shouted) || NO_NAMES.has(lower(word)) || NO_NAMES.has(lower(words.slice(index, index + 2).join(" "))),
  );
  return end === -1 ? words.length : end;
}

function afterTitles(text: string): Found[] {
  const pattern = new RegExp(`(?<![\\p{L}])(?<title>${TITLES})[ \\u00a0]+(?<name>${WORDS})`, "gu");
  return [...text.matchAll(pattern)].flatMap((match): Found[] => {
    const { title = "", name = "" } = match.groups ?? {};
    if (FIXED.test(match[0]) || (/^Chi Minh/.test(match[0]) && /Ho[ \u00a0]$/.test(text.slice(0, match.index)))) return [];
    const words = name.split(/[ \u00a0]/u);
    const said = words.slice(0, namedWords(words, PERSONAL.test(title))).join(" ");
    const start = match.index + match[0].length - name.length;
    return said === "" ? [] : [{ start, end: start + said.length, kind: "name", replacement: initialOf(said) }];
  });
}

/** A family name and one to three more words, as a full name is written. */
function fullNames(text: string): Found[] {
  return [...text.matchAll(new RegExp(`(?<![\\p{L}])${WORD}(?:[ \\u00a0]${WORD}){1,4}`, "gu"))].flatMap((match): Found[] => {
    const words = match[0].split(/[ \u00a0]/u);
    const from = words.findIndex((word) => FAMILIES.has(foldText(word)) && (!ASCII.test(word) || words.every((each) => ASCII.test(each))));
    const rest = from === -1 ? [] : words.slice(from, from + 5);
    const length = rest.findIndex((word) => !SYLLABLE.test(foldText(word)));
    const named = length === -1 ? rest : rest.slice(0, length);
    if (named.length < 2 || named.length > 4) return [];
    // Two words are as often a street or a town as a person: there the family name alone does not say enough.
    if (named.length === 2 && !/^(?:nguyen|tran|pham|hoang|huynh|phan|dang|bui|ngo|trinh)$/.test(foldText(named[0] ?? ""))) return [];
    const start = match.index + words.slice(0, from).join(" ").length + (from > 0 ? 1 : 0);
    if (PLACE_BEFORE.test(text.slice(0, start)) || STREETS.test(foldText(named.join(" ")))) return [];
    const said = named.join(" ");
    return [{ start, end: start + said.length, kind: "name", replacement: initialOf(said) }];
  });
}

/** Names of streets, wards and feasts that are read as places first. */
const STREETS = /^(?:tran hung dao|nguyen trai|nguyen hue|nguyen du|le loi|le duan|le thanh ton|phan chu trinh|phan boi chau|ngo quyen|ly thuong kiet|ly thai to|ba trieu|hai ba trung|hoang hoa tham|hoang quoc viet|nguyen van linh|nguyen chi thanh|pham ngu lao|pham van dong|tran phu|tran dai nghia|bui vien|dang van ngu|nguyen dinh chieu|nguyen thi minh khai|vo van tan|vo van kiet|le van sy|ho chi minh|ho tay|ho guom|cao bang|thai nguyen|ha noi|ha long|lam dong|duong sat|ho hoan kiem)$/;

function english(text: string): Found[] {
  const titled = [...text.matchAll(/(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Madam|Sir)\.?[ \u00a0]+(?<name>\p{Lu}[\p{L}'’-]+(?:[ \u00a0]\p{Lu}[\p{L}'’-]+){0,3})/gu)];
  const called = [...text.matchAll(/(?:(?<![\p{L}])(?:[Mm]y name is|[Nn]amed|[Cc]alled|[Nn]ame:)|(?<![\p{L}])(?:[Tt]ên(?: là)?|[Tt]en la))[ \u00a0]+(?<name>\p{Lu}[\p{L}'’-]+(?:[ \u00a0]\p{Lu}[\p{L}'’-]+){0,3})/gu)];
  return [...titled, ...called].map((match): Found => {
    const { name = "" } = match.groups ?? {};
    const start = match.index + match[0].length - name.length;
    return { start, end: start + name.length, kind: "name", replacement: initialOf(name) };
  });
}

const TITLED = new RegExp(`^${TITLES}\\s+`, "u");

/** Known names: in full however they are written, the two last words where both begin with a capital. */
function known(text: string, names: readonly string[]): Found[] {
  const words = [...text.matchAll(/[\p{L}]+/gu)].map((match) => ({ start: match.index, text: match[0], folded: foldText(match[0]) }));
  const found: Found[] = [];
  for (const called of names) {
    const name = called.trim().split(/\s+/u).length > 3 ? called.replace(TITLED, "") : called;
    const parts = lettersOf(name);
    const given = parts.slice(-2);
    const marked = /[^\p{ASCII}]/u.test(name.normalize("NFC"));
    const spoken = name.normalize("NFC").trim().split(/\s+/u).slice(-2);
    for (const [index, word] of words.entries()) {
      const at = (wanted: readonly string[]) => wanted.length > 0 && wanted.every((part, offset) => words[index + offset]?.folded === part);
      const adjoining = (count: number) => {
        const last = words[index + count - 1];
        return last !== undefined && /^[\p{L}\s\u00a0]+$/u.test(text.slice(word.start, last.start + last.text.length)) ? last.start + last.text.length : null;
      };
      const begin = (count: number) => words.slice(index, index + count).every((each) => /^\p{Lu}/u.test(each.text));
      // Written with its marks it must be the same marks: "Thu Hà" is not "Thư Hạ".
      const same = (count: number) => !marked || words.slice(index, index + count).every((each, offset) => ASCII.test(each.text) || each.text.normalize("NFC").toLowerCase() === (spoken[offset] ?? "").toLowerCase());
      const whole = parts.length >= 3 && at(parts) ? adjoining(parts.length) : null;
      const short = given.length === 2 && at(given) && begin(2) && same(2) ? adjoining(2) : null;
      const end = whole ?? short;
      if (end !== null) found.push({ start: word.start, end, kind: "name", replacement: initialOf(name) });
    }
  }
  return found;
}

/** The given names alone of those a text is about, and the foreign ones of one word, unless they are part of a town's name. */
function givenNames(text: string, names: readonly string[]): Found[] {
  const words = [...text.matchAll(/[\p{L}]+/gu)].map((match) => ({ start: match.index, text: match[0] }));
  const given = names.map((name) => name.normalize("NFC").trim().split(/\s+/u).at(-1) ?? "").filter((name) => name.length > 1);
  return words.flatMap(({ start, text: word }, index): Found[] => {
    const pair = (from: number) => lower(words.slice(from, from + 2).map((each) => each.text).join(" "));
    if (!/^\p{Lu}/u.test(word) || NO_NAMES.has(pair(index)) || (index > 0 && NO_NAMES.has(pair(index - 1)))) return [];
    const called = given.some((name) => lower(name) === lower(word) || (ASCII.test(word) && foldText(name) === foldText(word)));
    return called ? [{ start, end: start + word.length, kind: "name", replacement: initialOf(word) }] : [];
  });
}

/** Names of people in a text in composed spelling: after a title, in full, in English, and those that are known. */
export function findNames(text: string, { names, about = [] }: KnownNames): Found[] {
  return [...known(text, [...names, ...about]), ...givenNames(text, about), ...afterTitles(text), ...fullNames(text), ...english(text)];
}
