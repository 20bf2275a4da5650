import type { Found, MaskKind } from "./masks.ts";

/** What follows an amount of money or another plain quantity: such a number names nobody. */
const QUANTITY = /^\s*(?:₫|đ(?![\p{L}])|đồng|dong(?![\p{L}])|vnđ|vnd|usd|\$|%|k(?![\p{L}])|nghìn|ngàn|ngan(?![\p{L}])|triệu|trieu|tỷ|tỉ|tr(?![\p{L}])|cm|kg|ml|phút|giờ|ngày|năm|áo|chiếc|cái)/iu;
const DATE = /^\d{1,2}[.\- ]\d{1,2}[.\- ](?:19|20)\d{2}/;
const SPOKEN = "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|khong|mot|bon|tu|nam|lam|sau|bay|tam|chin)";
const BEFORE = "(?<![\\p{L}\\d])";
const REF_KINDS: Readonly<Record<string, MaskKind>> = { C: "customer", KH: "customer", D: "decision" };

interface Pattern {
  readonly kind: MaskKind;
  readonly pattern: RegExp;
  /** Of what is masked: the whole, or the named group `id`. */
  readonly replacement: (text: string) => string;
  readonly refused?: (text: string, after: string) => boolean;
}

const digits = (text: string) => text.replace(/\D/g, "");
const quantity = (_text: string, after: string) => QUANTITY.test(after);

const PATTERNS: readonly Pattern[] = [
  { kind: "email", pattern: /[^\s@<>"(),;:[\]]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu, replacement: (text) => `${[...text][0] ?? ""}…@…` },
  { kind: "email", pattern: new RegExp(`${BEFORE}[\\p{L}\\d._-]+\\s*(?:\\[at\\]|\\(at\\)|a còng|a cong)\\s*[\\p{L}\\d-]+(?:\\s*(?:\\.|chấm|cham)\\s*[\\p{L}\\d-]+)*`, "giu"), replacement: () => "…@…" },
  // +84 912 345 678, 0912.345.678, (024) 3936 1234; a number of another country after its plus.
  { kind: "phone", pattern: /(?<![\p{L}\d])\+84[\s.\-–()]{0,2}(?:0[\s.\-–()]{0,2})?\d(?:[\s.\-–()]{0,2}\d){8,9}(?![.,]?\d)/gu, replacement: () => "+84 9xx…" },
  { kind: "phone", pattern: /(?<![\p{L}\d.,])\(?0[\s.\-]?[2-9]\)?(?:[\s.\-–()]{0,2}\d){8,9}(?![.,]?\d)/gu, replacement: (text) => `${digits(text).slice(0, 2)}xx…`, refused: (text, after) => DATE.test(text) || quantity(text, after) },
  { kind: "phone", pattern: /(?<![\p{L}\d.,])84[35789]\d{8}(?!\d)/gu, replacement: () => "84xx…", refused: quantity },
  { kind: "phone", pattern: /(?<![\p{L}\d])\+(?!84)\d(?:[\s.\-()]{0,2}\d){7,13}(?!\d)/gu, replacement: () => "+xx…" },
  { kind: "phone", pattern: new RegExp(`${BEFORE}(?:không|khong)(?:[\\s,.-]+${SPOKEN}(?![\\p{L}])){8,10}`, "giu"), replacement: () => "09xx…" },
  // References of the company's own systems: C-1029, O-88, D-2026-004812.
  {
    kind: "order",
    pattern: /(?<![\p{L}\d-])(?:(?:KH|DH|HD|SO|ORD|INV|CASE|BH|VD)-?|[COD]-)(?:\d{2,}(?:-\d+)*)(?![\p{L}\d])/gu,
    replacement: (text) => `${/^[A-Z]+/.exec(text)?.[0] ?? ""}-…`,
    refused: (text, after) => (!text.includes("-") && digits(text).length < 4) || quantity(text, after),
  },
  // Any other reference in capitals: VC-20, ABC-2026-77.
  { kind: "order", pattern: /(?<![\p{L}\d-])(?!(?:COVID|ISO|GMT|UTC)-)\p{Lu}{1,8}-(?:\d{4}-\d{2,}|\d{2,})(?![\p{L}\d])/gu, replacement: (text) => `${/^\p{Lu}+/u.exec(text)?.[0] ?? ""}-…` },
  { kind: "order", pattern: /(?<![\p{L}\d-])(?:c|o|d)-\d{3,}(?:-\d+)*(?![\p{L}\d])/gu, replacement: (text) => `${text[0] ?? ""}-…` },
  {
    kind: "order",
    pattern: /(?<![\p{L}])(?:mã\s+)?(?:đơn(?:\s+hàng)?|don(?:\s+hang)?|vận đơn|hóa đơn|hoá đơn|hoa don|phiếu|order|invoice|bill|mã)\s*(?:số|so|no\.?|number|id|mã|là|:|#)*\s*(?<id>(?=[A-Z\d-]*\d{4})[A-Z]{0,4}-?\d[A-Z\d-]{3,})(?![.,]?\d|[\p{L}])/giu,
    replacement: () => "…",
    refused: (text, after) => quantity(text, after) || /^(?:19|20)\d{2}$/.test(text),
  },
  { kind: "order", pattern: /#\d{3,}(?!\d)/gu, replacement: () => "#…" },
  // Identity cards, passports, cards and bank accounts, number plates.
  { kind: "identity", pattern: /(?<![\p{L}])(?:cmnd|cccd|căn cước(?: công dân)?|can cuoc|chứng minh(?: nhân dân| thư)?|hộ chiếu|ho chieu|passport|stk|số tài khoản|so tai khoan|tài khoản|tai khoan|account)\s*(?:số|so|no\.?|number|ngân hàng|là|la|:|#)*\s*(?<id>[A-Z]?\d(?:[ .-]?\d){5,18})(?!\d)/giu, replacement: () => "…", refused: quantity },
  { kind: "identity", pattern: /(?<![\p{L}\d.,])\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{1,7})?(?![.,]?\d)/gu, replacement: () => "…", refused: quantity },
  { kind: "identity", pattern: /(?<![\p{L}\d.,])\d{9,19}(?![.,]?\d)/gu, replacement: () => "…", refused: (text, after) => quantity(text, after) || /^\d0+$/.test(text) },
  { kind: "identity", pattern: /(?<![\p{L}\d])\d{2}[A-Z]{1,2}\d?[ -]\d{3}\.?\d{2}(?!\d)/gu, replacement: () => "…" },
  // What is left of one: 0912 345, and the older 0123 456 7890.
  { kind: "phone", pattern: /(?<![\p{L}\d.,:/-])\(?0\d{1,3}\)?(?:[\s.-]?\d{2,4}){2,4}(?![\p{L}\d]|[.,:/]\d)/gu, replacement: (text) => `${digits(text).slice(0, 2)}xx…`, refused: (text, after) => DATE.test(text) || quantity(text, after) },
  { kind: "phone", pattern: /(?<![\p{L}\d])\+\d{1,3}(?:[\s.-]?\d{2,4}){2,4}(?![\p{L}\d]|[.,:/]\d)/gu, replacement: () => "+xx…", refused: quantity },
];

/** Numbers and addresses of the net by which somebody could be found, in a text in composed spelling. */
export function findNumbers(text: string): Found[] {
  return PATTERNS.flatMap(({ kind, pattern, replacement, refused }) =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const id = match.groups?.["id"] ?? match[0];
      const end = match.index + match[0].length;
      if (refused?.(id, text.slice(end)) === true) return [];
      const prefix = /^[A-Z]+/i.exec(id)?.[0].toUpperCase() ?? "";
      return [{ start: end - id.length, end, kind: kind === "order" ? (REF_KINDS[prefix] ?? kind) : kind, replacement: replacement(id) }];
    }),
  );
}
