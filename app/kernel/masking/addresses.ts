import type { Found } from "./masks.ts";

const NUMBER = "\\d{1,5}[A-Za-z]?(?:\\s?/\\s?\\d{1,4}[A-Za-z]?)*";
const WAY = "(?:ngõ|ngo|ngách|ngach|hẻm|hem|kiệt|kiet|đường|duong|phố|pho)";
const PLACE = "(?:thôn|ấp|xóm|khu phố|tổ|phường|phuong|p\\.|xã|quận|quan|q\\.|huyện|thị xã|thành phố|tp\\.?|tỉnh|tòa|toà|chung cư)";
/** One to four capitalised words, a number, or a number and a name. */
const NAME = "(?:\\p{Lu}[\\p{L}\\d]*(?:\\s\\p{Lu}[\\p{L}\\d]*){0,3}|\\d{1,4}[A-Za-z]?(?:/\\d{1,4})*)";
const NOT_BEFORE = "(?<![\\p{L}\\d.,/])";
const REST = `(?:\\s*,?\\s*(?:${WAY}|${PLACE})\\s*${NAME})*`;

const PATTERNS: readonly { readonly pattern: RegExp; readonly replacement: string }[] = [
  // số 12 ngõ 34 phố Huế · 12 đường Lê Lợi, phường Bến Nghé
  { pattern: new RegExp(`${NOT_BEFORE}(?:(?:số nhà|nhà số|số|so nha|nha so|so|sn)\\s*)?${NUMBER}\\s*,?\\s*${WAY}\\s+${NAME}${REST}`, "gu"), replacement: "(địa chỉ)" },
  // ngõ 34 phố Huế · hẻm 12/5 Cách Mạng Tháng Tám
  { pattern: new RegExp(`${NOT_BEFORE}(?:ngõ|ngách|hẻm|kiệt)\\s+${NUMBER}(?:\\s*,?\\s*${WAY}\\s+${NAME}|\\s+\\p{Lu}[\\p{L}]*(?:\\s\\p{Lu}[\\p{L}]*){0,3})?${REST}`, "gu"), replacement: "(địa chỉ)" },
  // 45 Lê Lợi, phường Bến Nghé · số 45 Lê Lợi
  { pattern: new RegExp(`${NOT_BEFORE}${NUMBER}\\s+\\p{Lu}[\\p{L}]*(?:\\s\\p{Lu}[\\p{L}]*){1,3}(?:\\s*,\\s*(?:${WAY}|${PLACE})\\s*${NAME})+`, "gu"), replacement: "(địa chỉ)" },
  { pattern: new RegExp(`${NOT_BEFORE}(?:số nhà|nhà số|số|so nha|nha so)\\s+${NUMBER}\\s+\\p{Lu}[\\p{L}]*(?:\\s\\p{Lu}[\\p{L}]*){1,3}${REST}`, "gu"), replacement: "(địa chỉ)" },
  // căn hộ 1205 tòa S2 · phòng 502 chung cư Linh Đàm
  { pattern: new RegExp(`${NOT_BEFORE}(?:căn hộ|căn|phòng|can ho|phong)\\s+[A-Z]{0,2}\\d{1,4}[\\d.A-Z-]*\\s*,?\\s*(?:tòa|toà|toa|chung cư|chung cu|block)\\s+(?:nhà\\s+)?${NAME}${REST}`, "gu"), replacement: "(địa chỉ)" },
  // thôn Đông, xã Tân Lập
  { pattern: new RegExp(`${NOT_BEFORE}(?:thôn|ấp|xóm|tổ)\\s+${NAME}(?:\\s*,\\s*${PLACE}\\s*${NAME})+`, "gu"), replacement: "(địa chỉ)" },
  // 12 Le Loi Street
  { pattern: new RegExp(`${NOT_BEFORE}${NUMBER}\\s+\\p{Lu}[\\p{L}]*(?:\\s\\p{Lu}[\\p{L}]*){0,3}\\s+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Alley)(?![\\p{L}])`, "gu"), replacement: "(address)" },
  { pattern: new RegExp(`${NOT_BEFORE}(?:[Aa]partment|[Ff]lat|[Aa]pt\\.?)\\s+[A-Z]?\\d{1,5}[A-Z]?(?:,?\\s+(?:[Bb]lock|[Bb]uilding|[Tt]ower)\\s+\\p{Lu}?[\\p{L}\\d]*)?`, "gu"), replacement: "(address)" },
];

/** Where somebody lives, in the usual forms of Vietnam and in English, in a text in composed spelling. A street alone is no address. */
export function findAddresses(text: string): Found[] {
  return PATTERNS.flatMap(({ pattern, replacement }) => [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, kind: "address" as const, replacement })));
}
