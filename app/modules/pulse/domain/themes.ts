import { foldText } from "#kernel/text.ts";

/** What staff write about, from the most particular to the most general: where a comment is as much about two, the first counts. */
export const THEMES = ["promises", "waiting", "authority", "rules", "blame", "respect", "fairness", "pressure", "load", "stock", "delivery", "after_sale", "systems", "recognition"] as const;
export type Theme = (typeof THEMES)[number];

/** Words and phrases in Vietnamese with its marks and in English, by theme; each is looked for as whole words. */
const WORDS: Readonly<Record<Theme, readonly [vi: readonly string[], en: readonly string[]]>> = {
  promises: [["hẹn", "hứa", "lời hứa", "đúng hẹn", "trễ hẹn", "gọi lại", "giữ lời", "giữ hàng"], ["promise", "promises", "promised", "call back", "calls back", "called back"]],
  waiting: [["chờ", "chờ lâu", "đợi", "đợi lâu", "phải chờ", "xếp hàng", "chậm", "trả lời chậm"], ["wait", "waits", "waiting", "queue", "slow"]],
  authority: [["xin phép", "tự quyết", "dám quyết", "sợ quyết", "được quyết", "chờ duyệt", "cấp trên duyệt"], ["permission", "approval", "approve", "decide", "sign off"]],
  rules: [["quy định", "chính sách", "thủ tục", "quy trình", "hóa đơn", "hoá đơn", "biên bản", "giấy tờ"], ["rule", "rules", "policy", "procedure", "procedures", "paperwork", "receipt", "receipts"]],
  blame: [["đổ lỗi", "trách", "bị la", "bị phạt", "phê bình", "sợ nói", "không dám nói", "ngại nói"], ["blame", "blamed", "punished", "afraid to say", "afraid to speak", "shouted"]],
  respect: [["tôn trọng", "lắng nghe", "hỏi thăm", "thái độ", "xúc phạm", "có ổn không", "coi thường"], ["respect", "respected", "listen", "listens", "listened", "rude", "asks how"]],
  fairness: [["công bằng", "thiên vị", "chia ca", "bất công", "ưu ái"], ["fair", "unfair", "favourites", "unfairly"]],
  pressure: [["chạy số", "doanh số", "chỉ tiêu", "ép bán", "áp lực"], ["target", "targets", "sales pressure", "pushed to sell"]],
  load: [["quá tải", "thiếu người", "không kịp", "đông khách", "giờ đông", "mệt", "nghỉ phép", "tăng ca", "lúc đông"], ["overtime", "short of people", "short of staff", "understaffed", "tired", "too busy", "no time"]],
  stock: [["kho", "hết hàng", "tồn kho", "hàng lỗi", "thiếu size"], ["stock", "warehouse", "faulty"]],
  delivery: [["giao hàng", "giao trễ", "vận chuyển", "đơn giao", "giao tỉnh"], ["ship", "shipping", "delivery", "deliver", "courier"]],
  after_sale: [["sau khi bán", "bảo hành", "đổi hàng", "trả hàng", "đổi trả", "may đo"], ["after the sale", "warranty", "exchange", "exchanges", "returns", "repair"]],
  systems: [["phần mềm", "ứng dụng", "hệ thống", "máy tính", "máy quét"], ["app", "system", "systems", "software", "computer", "scanner"]],
  recognition: [["ghi nhận", "khen", "khen thưởng", "cảm ơn", "thưởng"], ["thanks", "thank", "thanked", "praise", "praised", "recognised", "recognition", "bonus"]],
};

function finder(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map((each) => each.replace(/ /g, "\\s+"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "gu");
}

const MARKED = THEMES.map((theme) => [theme, finder(WORDS[theme].flat())] as const);
/** Without marks one syllable is many words (kho, khó, khô), so only phrases count. */
const PLAIN = THEMES.map((theme) => [theme, finder([...WORDS[theme][0].map(foldText).filter((words) => words.includes(" ")), ...WORDS[theme][1]])] as const);

/**
 * The one theme a comment is most about, or null: most of its words and phrases found, in Vietnamese with or without marks
 * and in English. Works offline and alike each time. A comment has one theme at most, so that counts of themes never
 * overlap and cannot be laid over each other to single a comment out.
 */
export function themeOf(text: string): Theme | null {
  const lower = text.normalize("NFC").toLowerCase();
  const patterns = /\p{M}|đ/u.test(lower.normalize("NFD")) ? MARKED : PLAIN;
  let [most, found]: [number, Theme | null] = [0, null];
  for (const [theme, pattern] of patterns) {
    const hits = [...lower.matchAll(pattern)].length;
    if (hits > most) [most, found] = [hits, theme];
  }
  return found;
}
